import { isDossierId, limits } from '#lib/dossiers/index.ts';
import { kindOfType } from '#lib/dossiers/index.ts';
import type { UploadMessages } from './messages.ts';
import { Refusal } from './refusal.ts';

/** What an upload says about its file; nothing of it is ever a path. */
export interface FileClaim {
	readonly dossier: string;
	readonly attachment: string;
	readonly sha256: string;
	readonly filename: string;
	readonly filetype: string;
}

/**
 * Reads `Upload-Metadata`, trusting nothing.
 * @throws Refusal 422 with every field that is missing or wrong; 415 for a kind of file that is not taken
 */
export function readMetadata(
	metadata: Readonly<Record<string, string | null>> | undefined,
	words: UploadMessages,
): FileClaim {
	const text = (name: string) =>
		metadata && Object.hasOwn(metadata, name) ? (metadata[name] ?? '') : '';
	const claim = {
		dossier: text('dossier'),
		attachment: text('attachment'),
		sha256: text('sha256'),
		filename: text('filename'),
		filetype: text('filetype'),
	};
	const right = {
		dossier: isDossierId(claim.dossier),
		attachment: /^[A-Za-z0-9_-]{1,64}$/.test(claim.attachment),
		sha256: /^[0-9a-f]{64}$/.test(claim.sha256),
		filename: claim.filename !== '' && claim.filename.length <= limits.nameLength,
	};
	const errors = Object.entries(right)
		.filter(([, isRight]) => !isRight)
		.map(([path]) => ({ path, message: words[path as keyof typeof right] }));
	if (claim.filetype === '') errors.push({ path: 'filetype', message: words.notTaken });
	if (errors.length > 0) throw new Refusal(422, { errors });
	if (!kindOfType(claim.filetype)) throw new Refusal(415, { message: words.notTaken });
	return claim;
}
