import { unpackPhrases } from './phrases.ts';
import type { Procedure } from './procedure.ts';

/** A chunk: whole procedures, about 35. One packed with phrases names their pack by its hash. */
interface ChunkHead {
	readonly format: 1 | 2;
	readonly phrases?: string;
}

/** The phrases pack: what the chunks of a release were packed with. */
export interface PhrasesPack {
	readonly format: 1;
	/** how many the catalogue had when they were chosen */
	readonly procedures: number;
	readonly phrases: readonly string[];
}

/**
 * A chunk as JSON text.
 * @param procedures each as JSON text, packed with the phrases if there are any
 * @param phrases hash of the phrases pack
 */
export function encodeChunk(procedures: readonly string[], phrases?: string): string {
	const head: ChunkHead = phrases === undefined ? { format: 1 } : { format: 2, phrases };
	return `${JSON.stringify(head).slice(0, -1)},"procedures":[${procedures.join()}]}`;
}

/** @returns hash of the phrases pack that a chunk's text wants; `undefined` if none */
export const phrasesOf = (chunk: string): string | undefined =>
	/^\{"format":2,"phrases":"([\da-f]{64})"/.exec(chunk)?.[1];

/**
 * @param chunk text whose hash was verified
 * @throws on anything that `encodeChunk` of these formats did not write
 */
export function decodeChunk(chunk: string, phrases: readonly string[] = []): readonly Procedure[] {
	const read = JSON.parse(unpackPhrases(chunk, phrases)) as
		(ChunkHead & { readonly procedures?: readonly Procedure[] }) | null;
	if ((read?.format !== 1 && read?.format !== 2) || !Array.isArray(read.procedures))
		throw new Error('not a chunk of format 1 or 2');
	return read.procedures as readonly Procedure[];
}

export const encodePhrases = (pack: PhrasesPack): string => JSON.stringify(pack);

/** @throws on anything that `encodePhrases` of this format did not write */
export function decodePhrases(text: string): PhrasesPack {
	const pack = JSON.parse(text) as PhrasesPack | null;
	if (pack?.format !== 1 || !Array.isArray(pack.phrases))
		throw new Error('not a phrases pack of format 1');
	return pack;
}
