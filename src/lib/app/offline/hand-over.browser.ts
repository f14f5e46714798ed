import { ok, type Result } from '#lib/base/index.ts';
import type { GiveReason, TakeReason } from '#lib/catalogue/index.browser.ts';
import { catalogue } from '../catalogue.svelte.ts';
import { giveFile } from '../give-file.browser.ts';

/**
 * Gives the catalogue of this phone to an app the person chooses, or into the downloads where files cannot be shared.
 * @returns `aborted`: the person thought better of it
 */
export async function giveCatalogue(): Promise<Result<'shared' | 'saved', GiveReason | 'aborted'>> {
	const phone = await catalogue.open();
	const made = await phone.writeFile();
	if (!made.ok) return made;
	return giveFile(made.value);
}

/** @returns how many procedures are here now */
export async function takeCatalogue(
	file: Blob,
	onProgress: (share: number) => void,
): Promise<Result<number, TakeReason>> {
	const phone = await catalogue.open();
	const taken = await phone.takeFile(file, onProgress);
	if (!taken.ok) return taken;
	await catalogue.useIndex(phone);
	return ok(taken.value.procedures);
}
