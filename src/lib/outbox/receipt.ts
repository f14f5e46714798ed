/** What the server gives for a dossier it holds durably. Only a stored receipt releases what the phone keeps. */
export interface Receipt {
	/** the dossier's code, as the person reads it out */
	readonly code: string;
	/** ISO 8601 by the server's clock */
	readonly receivedAt: string;
	/** lower-hex SHA-256 of what the server holds */
	readonly sha256: string;
	/** proves that this phone handed it in */
	readonly secret: string;
	/** name of the key that signed */
	readonly keyId?: string;
	/** base64url Ed25519 over the RFC 8785 form of `{code,keyId,receivedAt,sha256}` */
	readonly signature?: string;
}

const isoTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;
// Letters, digits and a few signs: a code that can be shown and spoken, never markup.
const codeForm = /^[\p{L}\p{N}][\p{L}\p{N}._/-]{0,63}$/u;

/**
 * Reads a receipt out of an answer, trusting nothing.
 * @param json the parsed answer
 * @param expectedSha256 the hash this phone froze
 * @returns undefined for anything that is not the receipt of exactly that content
 */
export function parseReceipt(json: unknown, expectedSha256: string): Receipt | undefined {
	if (typeof json !== 'object' || json === null || Array.isArray(json)) return undefined;
	const { code, receivedAt, sha256, secret, keyId, signature } = json as Record<string, unknown>;
	if (!isText(code) || !codeForm.test(code)) return undefined;
	if (!isText(receivedAt) || !isoTime.test(receivedAt)) return undefined;
	if (Number.isNaN(Date.parse(receivedAt))) return undefined;
	if (sha256 !== expectedSha256 || !isText(secret)) return undefined;
	return {
		code,
		receivedAt,
		sha256: expectedSha256,
		secret,
		...(isText(keyId) ? { keyId } : {}),
		...(isText(signature) ? { signature } : {}),
	};
}

const isText = (value: unknown): value is string =>
	typeof value === 'string' && value.length > 0 && value.length <= 1024;
