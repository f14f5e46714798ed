/** AES-GCM by WebCrypto, which browsers, workers and Node share; keys of PINs and passwords by PBKDF2. */

type Bytes = Uint8Array<ArrayBuffer>;

/** One encrypted thing; a fresh random IV each time. */
export interface Sealed {
	readonly iv: Bytes;
	readonly data: ArrayBuffer;
}

/** What a key is derived from, besides the secret. */
export interface Stretch {
	readonly salt: Bytes;
	readonly iterations: number;
}

/** A data key, encrypted with the key of a PIN. */
export interface WrappedKey extends Stretch, Sealed {}

/** OWASP's figure for PBKDF2-HMAC-SHA-256 (2023): about half a second on a phone of 2020. */
export const iterations = 600_000;

const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length));
const utf8 = (text: string) => new TextEncoder().encode(text);
const aes = (iv: Bytes, about: string | Bytes) => ({
	name: 'AES-GCM',
	iv,
	// What is moved to another place than it was sealed for does not open there.
	additionalData: typeof about === 'string' ? utf8(about) : about,
});

/** A key that never leaves the browser: not even the app can read it. */
export const newKey = (): Promise<CryptoKey> =>
	crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);

/** @param about where it belongs; the same is needed to open it */
export async function seal(key: CryptoKey, plain: Bytes, about: string | Bytes): Promise<Sealed> {
	const iv = random(12);
	return { iv, data: await crypto.subtle.encrypt(aes(iv, about), key, plain) };
}

/** @returns undefined for another key, another place, or damaged bytes */
export async function open(
	key: CryptoKey,
	{ iv, data }: Sealed,
	about: string | Bytes,
): Promise<Bytes | undefined> {
	try {
		return new Uint8Array(await crypto.subtle.decrypt(aes(iv, about), key, data));
	} catch {
		return undefined;
	}
}

export const newStretch = (): Stretch => ({ salt: random(16), iterations });

/** The key that a PIN or a password stands for. */
export async function stretched(secret: string, { salt, iterations }: Stretch): Promise<CryptoKey> {
	// Composed or not, with this keyboard or that: the same secret.
	const raw = utf8(secret.normalize('NFKC'));
	const base = await crypto.subtle.importKey('raw', raw, 'PBKDF2', false, ['deriveKey']);
	const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
	const aesKey = { name: 'AES-GCM', length: 256 };
	return crypto.subtle.deriveKey(how, base, aesKey, false, ['encrypt', 'decrypt']);
}

const wrapping = 'vault key';

/** A new data key and its wrapping; what is returned to work with cannot be exported. */
export async function newWrappedKey(pin: string): Promise<{ key: CryptoKey; wrapped: WrappedKey }> {
	const raw = random(32);
	const stretch = newStretch();
	const wrapped = await seal(await stretched(pin, stretch), raw, wrapping);
	const key = await importKey(raw);
	raw.fill(0);
	return { key, wrapped: { ...stretch, ...wrapped } };
}

/** @returns undefined for a wrong PIN */
export async function unwrapped(pin: string, wrapped: WrappedKey): Promise<CryptoKey | undefined> {
	const raw = await open(await stretched(pin, wrapped), wrapped, wrapping);
	return raw && importKey(raw);
}

const importKey = (raw: Bytes) =>
	crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
