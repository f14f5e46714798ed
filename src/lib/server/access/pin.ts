import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

export interface PinHash {
	/** base64url */
	readonly salt: string;
	/** base64url, scrypt with N = 16,384, r = 8, p = 1: 16 MB and some 30 ms a guess */
	readonly hash: string;
}

const hashBytes = 32;
const derive = promisify<string, Buffer, number, Buffer>(scrypt);

export async function hashPin(pin: string): Promise<PinHash> {
	const salt = randomBytes(16);
	const hash = await derive(pin, salt, hashBytes);
	return { salt: salt.toString('base64url'), hash: hash.toString('base64url') };
}

/** Takes the same time and answers the same for a dossier without a PIN, or none at all (`undefined`). */
export async function isPin(pin: string, known: PinHash | undefined): Promise<boolean> {
	const salt = Buffer.from(known?.salt ?? 'AAAAAAAAAAAAAAAAAAAAAA', 'base64url');
	const hash = await derive(pin, salt, hashBytes);
	const expected = known ? Buffer.from(known.hash, 'base64url') : randomBytes(hashBytes);
	return timingSafeEqual(hash, expected);
}

/** Digits, so that it can be said and typed on any telephone. */
export const isPinForm = (text: unknown): text is string =>
	typeof text === 'string' && /^\d{6,12}$/.test(text);

/** The ones that are tried first: one digit or two in turn, counting up or down, a day of birth is for the person to avoid. */
export function isEasyPin(pin: string): boolean {
	const digits = [...pin].map(Number);
	const steps = new Set(digits.slice(1).map((digit, i) => (digit - (digits[i] ?? 0) + 10) % 10));
	return new Set(digits).size <= 2 || (steps.size === 1 && [1, 9].includes([...steps][0] ?? 0));
}
