import { keepOffline as text } from '#content/messages/keep-offline.vi.ts';
import { catalogue } from '../../catalogue.svelte.ts';

/** @returns of when a procedure is, in words; nothing where the release in use answers */
export async function ageOf(code: string): Promise<readonly string[]> {
	const since = await (await catalogue.open()).olderDateOf(code);
	return since ? text.stale(since) : [];
}
