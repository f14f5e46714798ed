import { fail, ok, type Result } from '#lib/base/index.ts';
import type { GiveReason, TakeReason } from '#lib/catalogue/index.browser.ts';
import { catalogue } from '../catalogue.svelte.ts';

/**
 * Gives the catalogue of this phone to an app the person chooses, or into the downloads where files cannot be shared.
 * @returns `aborted`: the person thought better of it
 */
export async function giveCatalogue(): Promise<Result<'shared' | 'saved', GiveReason | 'aborted'>> {
	const phone = await catalogue.open();
	const made = await phone.writeFile();
	if (!made.ok) return made;
	const file = made.value;
	if (navigator.canShare?.({ files: [file] })) {
		try {
			await navigator.share({ files: [file] });
			return ok('shared');
		} catch (error) {
			if (error instanceof DOMException && error.name === 'AbortError') return fail('aborted');
			// Packing took longer than a tap allows for, or the app chosen cannot take it.
		}
	}
	const link = document.createElement('a');
	link.href = URL.createObjectURL(file);
	link.download = file.name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
	return ok('saved');
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
