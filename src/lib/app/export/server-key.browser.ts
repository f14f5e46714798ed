import type { KeySet, PublicKey } from '#lib/dossiers/index.ts';
import { readStored, store } from '../stored.browser.ts';

const place = 'mot-cua-noi.sealing-key';

/** Fetches the key that files are sealed to, and keeps it: without a network it is too late to ask. */
export async function keepServerKey(): Promise<void> {
	try {
		const response = await fetch('/api/keys');
		const { keys } = (await response.json()) as KeySet;
		const key = keys.find(isSealingKey);
		if (key) store(place, key);
	} catch {
		// No network, or a portal's page: the one that is kept stays.
	}
}

/** @returns undefined on a phone that has never had it */
export function serverKey(): PublicKey | undefined {
	const kept = readStored(place) as Partial<PublicKey>;
	return isSealingKey(kept) ? kept : undefined;
}

const isSealingKey = (key: Partial<PublicKey>): key is PublicKey =>
	key.use === 'enc' && key.kty === 'EC' && key.crv === 'P-256' && key.kid?.length === 43;
