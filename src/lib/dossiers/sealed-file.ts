/**
 * A sealed file: dossiers on their last resort, by stick or by post, that only the server can read.
 *
 *     "MOTCUA1\n"                              8 bytes
 *     key id                                  43 bytes, as /api/keys names it
 *     the writer's public key, of this file   65 bytes, P-256, uncompressed point
 *     parts, each: length (4 bytes, big-endian) and AES-256-GCM ciphertext
 *
 * Key and nonce prefix: HKDF-SHA-256 of the ECDH secret, salt = everything before the parts, info = "mot-cua-noi sealed
 * file". Nonce of part i: 8 bytes of prefix, 3 bytes of i, 1 byte that is 1 for the last: no part can be taken out, put
 * elsewhere or left off. The first part is JSON (`SealedContents`); the files follow, in its order, each in pieces of at
 * most 1 MiB.
 */
import type { PublicKey } from './receipt-signature.ts';

/** What the first part says. */
export interface SealedContents {
	readonly dossiers: readonly {
		/** exactly the text that `PUT /api/dossiers/{id}` would carry */
		readonly payload: string;
		readonly files: readonly { readonly id: string; readonly bytes: number }[];
	}[];
}

export interface DossierToSeal {
	readonly payload: string;
	readonly files: readonly { readonly id: string; readonly blob: Blob }[];
}

const magic = new TextEncoder().encode('MOTCUA1\n');
const keyIdBytes = 43;
const pointBytes = 65;
const headBytes = magic.length + keyIdBytes + pointBytes;
const pieceBytes = 1_048_576;
const tagBytes = 16;
const mostPartBytes = 64 * pieceBytes;
/** For `crypto.subtle.generateKey`: the pair a writer makes anew for each file. */
export const sealingAlgorithm = { name: 'ECDH', namedCurve: 'P-256' } as const;

/**
 * Seals dossiers to the server's key.
 * @param own a pair made for this file alone, by `sealingAlgorithm`, for `deriveBits`
 */
export async function sealDossiers(
	dossiers: readonly DossierToSeal[],
	recipient: PublicKey,
	own: CryptoKeyPair,
): Promise<Blob> {
	const point = new Uint8Array(await crypto.subtle.exportKey('raw', own.publicKey));
	const head = joined([magic, new TextEncoder().encode(recipient.kid), point]);
	const { kty, crv, x, y } = recipient;
	const jwk = { kty, crv, x, ...(y === undefined ? {} : { y }) };
	const theirs = await crypto.subtle.importKey('jwk', jwk, sealingAlgorithm, false, []);
	const keys = await deriveKeys(own.privateKey, theirs, head, ['encrypt']);

	const contents: SealedContents = {
		dossiers: dossiers.map(({ payload, files }) => ({
			payload,
			files: files.map(({ id, blob }) => ({ id, bytes: blob.size })),
		})),
	};
	const pieces: Blob[] = [new Blob([JSON.stringify(contents)])];
	for (const { files } of dossiers)
		for (const { blob } of files)
			for (let at = 0; at < blob.size; at += pieceBytes)
				pieces.push(blob.slice(at, at + pieceBytes));
	const parts: BlobPart[] = [head];
	for (const [i, piece] of pieces.entries()) {
		const iv = nonce(keys.prefix, i, i === pieces.length - 1);
		const plain = await piece.arrayBuffer();
		const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, keys.key, plain);
		const length = new Uint8Array(4);
		new DataView(length.buffer).setUint32(0, sealed.byteLength);
		parts.push(length, sealed);
	}
	return new Blob(parts, { type: 'application/octet-stream' });
}

/** What cannot be opened: `no-sealed-file`, sealed to a key that is not here, or changed or cut off on the way. */
export type SealFault = 'no-sealed-file' | 'unknown-key' | 'damaged';

export class Unsealable extends Error {
	readonly reason: SealFault;

	constructor(reason: SealFault) {
		super(reason);
		this.reason = reason;
	}
}

/** Reads so many bytes at a place of the file, fewer at its end. */
export type ReadAt = (at: number, bytes: number) => Promise<Uint8Array<ArrayBuffer>>;

/**
 * The parts of a sealed file, opened one after the other: never more than one in memory. A part is authentic when it is
 * yielded, the whole only when all were.
 * @param keyOf the private key of an id, as a JWK
 * @throws Unsealable
 */
export async function* openSealed(
	read: ReadAt,
	keyOf: (keyId: string) => JsonWebKey | undefined,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
	const head = await read(0, headBytes);
	if (head.length < headBytes || !magic.every((byte, i) => head[i] === byte))
		throw new Unsealable('no-sealed-file');
	const keyId = new TextDecoder().decode(head.subarray(magic.length, magic.length + keyIdBytes));
	const jwk = keyOf(keyId);
	if (!jwk) throw new Unsealable('unknown-key');
	const keys = await openingKeys(head, jwk);
	let at = headBytes;
	for (let i = 0, last = false; !last; i++) {
		const length = await read(at, 4);
		if (length.length < 4) throw new Unsealable('damaged');
		const bytes = new DataView(length.buffer, length.byteOffset).getUint32(0);
		if (bytes < tagBytes || bytes > mostPartBytes) throw new Unsealable('damaged');
		const sealed = await read(at + 4, bytes);
		at += 4 + bytes;
		last = (await read(at, 1)).length === 0;
		yield await opened(keys, i, last, sealed);
	}
}

async function opened(keys: Keys, i: number, last: boolean, sealed: Uint8Array<ArrayBuffer>) {
	try {
		const iv = nonce(keys.prefix, i, last);
		return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, keys.key, sealed));
	} catch {
		throw new Unsealable('damaged');
	}
}

async function openingKeys(head: Uint8Array<ArrayBuffer>, jwk: JsonWebKey): Promise<Keys> {
	const { kty, crv, x, y, d } = jwk as Record<string, string>;
	const bare = { kty, crv, x, y, d } as JsonWebKey;
	const ours = await crypto.subtle.importKey('jwk', bare, sealingAlgorithm, false, ['deriveBits']);
	const point = head.slice(headBytes - pointBytes);
	try {
		const theirs = await crypto.subtle.importKey('raw', point, sealingAlgorithm, false, []);
		return await deriveKeys(ours, theirs, head, ['decrypt']);
	} catch {
		throw new Unsealable('damaged');
	}
}

interface Keys {
	readonly key: CryptoKey;
	readonly prefix: Uint8Array<ArrayBuffer>;
}

async function deriveKeys(
	ours: CryptoKey,
	theirs: CryptoKey,
	head: Uint8Array<ArrayBuffer>,
	usage: ('encrypt' | 'decrypt')[],
): Promise<Keys> {
	const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, ours, 256);
	const secret = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveBits']);
	const info = new TextEncoder().encode('mot-cua-noi sealed file');
	const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: head, info };
	const bits = new Uint8Array(await crypto.subtle.deriveBits(hkdf, secret, 320));
	const key = await crypto.subtle.importKey('raw', bits.slice(0, 32), 'AES-GCM', false, usage);
	return { key, prefix: bits.slice(32) };
}

const nonce = (prefix: Uint8Array<ArrayBuffer>, i: number, last: boolean) =>
	joined([prefix, Uint8Array.of((i >> 16) & 255, (i >> 8) & 255, i & 255, last ? 1 : 0)]);

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
	const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}

/** Reads the first part, trusting nothing. @throws Unsealable `damaged` */
export function parseContents(part: Uint8Array): SealedContents {
	const bad = new Unsealable('damaged');
	let json: unknown;
	try {
		json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(part));
	} catch {
		throw bad;
	}
	const { dossiers } = (json ?? {}) as Partial<SealedContents>;
	const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0;
	const isRight =
		Array.isArray(dossiers) &&
		dossiers.every(
			(one: Partial<SealedContents['dossiers'][number]> | null) =>
				typeof one?.payload === 'string' &&
				Array.isArray(one.files) &&
				one.files.every(
					(file: { id?: unknown; bytes?: unknown } | null) =>
						typeof file?.id === 'string' && isCount(file.bytes),
				),
		);
	if (!isRight) throw bad;
	return json as SealedContents;
}
