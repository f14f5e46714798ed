import canonicalize from 'canonicalize';
import type { Receipt } from '#lib/outbox/index.ts';

/** What the server signs: who holds the secret is nobody's business who verifies. */
export type SignedReceipt = Required<Pick<Receipt, 'code' | 'keyId' | 'receivedAt' | 'sha256'>>;

/** A public key as `/api/keys` gives it (RFC 7517, 8037). */
export interface PublicKey {
	readonly kid: string;
	readonly kty: string;
	readonly crv: string;
	readonly use: 'sig' | 'enc';
	readonly x: string;
	readonly y?: string;
}

export interface KeySet {
	readonly keys: readonly PublicKey[];
}

/** The text under a receipt's signature: the RFC 8785 form of `{code,keyId,receivedAt,sha256}`. */
export const signedText = ({ code, keyId, receivedAt, sha256 }: SignedReceipt): string =>
	canonicalize({ code, keyId, receivedAt, sha256 }) as string;

export type ReceiptVerdict =
	| 'valid'
	/** it carries no signature: an older server gave it */
	| 'unsigned'
	/** signed by a key that is not in the set */
	| 'unknown-key'
	/** somebody changed it, or it was never signed by that key */
	| 'forged';

/** Checks a receipt without a network, by Ed25519 of WebCrypto. @throws where the platform lacks Ed25519 */
export async function verifyReceipt(
	receipt: Omit<Receipt, 'secret'>,
	{ keys }: KeySet,
): Promise<ReceiptVerdict> {
	const { keyId, signature } = receipt;
	if (keyId === undefined || signature === undefined) return 'unsigned';
	const known = keys.find(({ kid, crv }) => kid === keyId && crv === 'Ed25519');
	if (!known) return 'unknown-key';
	const bytes = fromBase64url(signature);
	if (!bytes) return 'forged';
	const { kty, crv, x } = known;
	const key = await crypto.subtle.importKey('jwk', { kty, crv, x }, 'Ed25519', false, ['verify']);
	const text = new TextEncoder().encode(signedText({ ...receipt, keyId }));
	return (await crypto.subtle.verify('Ed25519', key, bytes, text)) ? 'valid' : 'forged';
}

/** @returns undefined for what is not the one base64url spelling of 64 bytes */
function fromBase64url(text: string): Uint8Array<ArrayBuffer> | undefined {
	if (!/^[A-Za-z0-9_-]{85}[AQgw]$/.test(text)) return undefined;
	const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/') + '==');
	return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}
