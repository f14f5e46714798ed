import { device } from '#content/messages/device.vi.ts';
import { announcer } from '../../announcer.svelte.ts';
import { catalogue } from '../../catalogue.svelte.ts';
import { settings } from '../../settings.svelte.ts';

/**
 * What a person wrote comes before what can be fetched again: the details of procedures go, and do not come back by
 * themselves.
 * @returns is there more room now?
 */
export async function makeRoom(): Promise<boolean> {
	const phone = await catalogue.open();
	const held = (await phone.holdings())?.chunks.some((chunk) => chunk.held) ?? false;
	if (!held) return false;
	settings.choose({ saveData: 'always' });
	const freed = await phone.freeDetails(new Set());
	catalogue.ready = false;
	if (freed.ok) void announcer.say(device.room);
	return freed.ok;
}
