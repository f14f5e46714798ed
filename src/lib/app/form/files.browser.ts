import { fail, ok, sha256, type Result } from '#lib/base/index.ts';
import { headBytes, kindOfBytes } from '#lib/dossiers/index.ts';
import type { FileWithBytes, PhotoTrouble } from '#lib/outbox/index.ts';
import { readyPhoto } from '#lib/outbox/index.browser.ts';

/** The server's limit for one file. */
const largest = 20 * 1024 * 1024;

export type FileRefusal = 'kind' | 'large' | 'empty';

/** What was taken, and what a person should know of the photograph. */
export interface TakenFile {
	readonly file: FileWithBytes;
	readonly trouble?: PhotoTrouble;
}

/**
 * A file as the person chose it, made ready for the outbox: read whole, so that it is ours whatever becomes of the
 * original; named by what its bytes are, whatever its name says; a photograph upright and no larger than it must be.
 * @param id unique in the dossier
 */
export async function takeFile(id: string, file: File): Promise<Result<TakenFile, FileRefusal>> {
	if (file.size > largest) return fail('large');
	const bytes = await read(file);
	if (!bytes || bytes.length === 0) return fail('empty');
	const kind = kindOfBytes(bytes.subarray(0, headBytes));
	if (!kind) return fail('kind');
	const original = new Blob([bytes], { type: kind });
	const ready = kind.startsWith('image/') ? await readyPhoto(original) : undefined;
	const blob = ready?.blob ?? original;
	const kept = blob === original ? bytes : new Uint8Array(await blob.arrayBuffer());
	const taken = {
		id,
		name: nameFor(file.name.slice(0, 250) || id, kind, blob.type || kind),
		type: blob.type || kind,
		bytes: kept.length,
		sha256: await sha256(kept),
		blob,
	};
	return ok(ready?.trouble ? { file: taken, trouble: ready.trouble } : { file: taken });
}

/** A picture that a cloud gallery could not fetch, a card pulled out: undefined. */
async function read(file: File): Promise<Uint8Array<ArrayBuffer> | undefined> {
	try {
		return new Uint8Array(await file.arrayBuffer());
	} catch {
		return undefined;
	}
}

/** What became a JPEG is called one. */
const nameFor = (name: string, from: string, to: string): string =>
	from === to ? name : `${name.replace(/\.[A-Za-z0-9]{1,5}$/, '')}.jpg`;
