import { fail, ok, sha256, type Result } from '#lib/base/index.ts';
import { headBytes, kindOfBytes } from '#lib/dossiers/index.ts';
import type { FileWithBytes } from '#lib/outbox/index.ts';

/** The server's limit for one file. */
const largest = 20 * 1024 * 1024;

export type FileRefusal = 'kind' | 'large' | 'empty';

/**
 * A file as the person chose it, made ready for the outbox: read whole, so that it is ours whatever becomes of the
 * original; named by what its bytes are, whatever its name says.
 * @param id unique in the dossier
 */
export async function takeFile(
	id: string,
	file: File,
): Promise<Result<FileWithBytes, FileRefusal>> {
	if (file.size > largest) return fail('large');
	let bytes: Uint8Array<ArrayBuffer>;
	try {
		bytes = new Uint8Array(await file.arrayBuffer());
	} catch {
		// A picture that a cloud gallery could not fetch, a card pulled out.
		return fail('empty');
	}
	if (bytes.length === 0) return fail('empty');
	const type = kindOfBytes(bytes.subarray(0, headBytes));
	if (!type) return fail('kind');
	return ok({
		id,
		name: file.name.slice(0, 255) || id,
		type,
		bytes: bytes.length,
		sha256: await sha256(bytes),
		blob: new Blob([bytes], { type }),
	});
}
