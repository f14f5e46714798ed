import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What the phone's recogniser reads of a voice pack; the others are there in some packs. */
const needed = [
	'dict.txt',
	'feat_params.json',
	'mdef',
	'means',
	'variances',
	'transition_matrices',
];
const optional = ['mixture_weights', 'sendump', 'feature_transform', 'noisedict.txt'];
const known: ReadonlySet<string> = new Set([...needed, ...optional]);

/** `/voice-pack/manifest.json`, see `parseVoicePack` in `lib/speech`. */
export interface VoicePackManifest {
	/** changes with any file */
	readonly version: string;
	readonly files: readonly {
		readonly name: string;
		readonly bytes: number;
		readonly sha256: string;
	}[];
}

/** The folder an operator has put a voice pack into; none is the usual case. */
export const voicePackDirectory = (env: NodeJS.ProcessEnv) => env.VOICE_PACK_DIR || undefined;

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');

/** @returns `null` where there is no pack, or not a whole one */
export async function voicePackManifest(directory: string): Promise<VoicePackManifest | null> {
	const found = await Promise.all(
		[...known].map(async (name) => ({ name, content: await voicePackFile(directory, name) })),
	);
	const files = found.flatMap(({ name, content }) =>
		content ? [{ name, bytes: content.length, sha256: sha256(content) }] : [],
	);
	const has = (name: string) => files.some((file) => file.name === name);
	if (!needed.every(has) || !(has('mixture_weights') || has('sendump'))) return null;
	return { version: sha256(JSON.stringify(files)).slice(0, 16), files };
}

/** @returns `null` for a name that is no pack file's, and for a file that is not there */
export async function voicePackFile(directory: string, name: string): Promise<Buffer | null> {
	if (!known.has(name)) return null;
	const path = join(directory, name);
	try {
		return (await stat(path)).isFile() ? await readFile(path) : null;
	} catch (error) {
		if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
		throw error;
	}
}
