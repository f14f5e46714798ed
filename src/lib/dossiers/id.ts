import { v7 } from 'uuid';

const form = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/**
 * A new dossier's id. Two phones with the same wrong clock still differ: 74 bits are random.
 * @param now milliseconds since 1970 by the phone's clock
 * @param random 16 bytes from a cryptographic source
 */
export function newDossierId(now: number, random: Uint8Array): string {
	const inForm = Math.min(Math.max(Math.trunc(now), 0), 2 ** 48 - 1);
	return v7({ msecs: inForm, random });
}

/** UUIDv7 in lower case: one id has one spelling, or a server would keep it twice. */
export const isDossierId = (text: string): boolean => form.test(text);
