import { fail, ok, type Result } from '#lib/base/index.ts';
import { saveFile } from './vault/save-file.browser.ts';

/**
 * Gives a file to an app the person chooses, or into the downloads where files cannot be shared.
 * @returns `aborted`: the person thought better of it
 */
export async function giveFile(file: File): Promise<Result<'shared' | 'saved', 'aborted'>> {
	if (navigator.canShare?.({ files: [file] })) {
		try {
			await navigator.share({ files: [file] });
			return ok('shared');
		} catch (error) {
			if (error instanceof DOMException && error.name === 'AbortError') return fail('aborted');
			// Packing took longer than a tap allows for, or the app chosen cannot take it.
		}
	}
	saveFile(file, file.name);
	return ok('saved');
}
