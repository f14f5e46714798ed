import type { IndexEntry } from './release.ts';

/**
 * The words pack: what people call procedures. It comes after the index, so that a first search on a thin line does not
 * wait for it; it names procedures by their codes, so that it serves while another release's index is in use.
 */
interface WordsPack {
	readonly format: 1;
	readonly keywords: readonly (readonly [code: string, phrases: readonly string[]])[];
	/** everyday words and the official words they mean; `lib/search` reads them */
	readonly synonyms?: unknown;
}

export interface EverydayWords {
	readonly keywords: ReadonlyMap<string, readonly string[]>;
	/** as given to `encodeWords` */
	readonly synonyms: unknown;
}

/** The words pack as JSON text: same entries and synonyms, same text. */
export function encodeWords(entries: readonly IndexEntry[], synonyms?: unknown): string {
	const pack: WordsPack = {
		format: 1,
		keywords: entries
			.filter(({ keywords }) => keywords.length > 0)
			.map(({ code, keywords }) => [code, keywords]),
		...(synonyms === undefined ? {} : { synonyms }),
	};
	return JSON.stringify(pack);
}

/**
 * @param text a words pack whose hash was verified
 * @throws on anything that `encodeWords` of this format did not write
 */
export function decodeWords(text: string): EverydayWords {
	const pack = JSON.parse(text) as WordsPack | null;
	if (pack?.format !== 1 || !Array.isArray(pack.keywords))
		throw new Error('not a words pack of format 1');
	return { keywords: new Map(pack.keywords), synonyms: pack.synonyms };
}

/** The entries with their keywords. */
export const withKeywords = (
	entries: readonly IndexEntry[],
	{ keywords }: Pick<EverydayWords, 'keywords'>,
): IndexEntry[] =>
	entries.map((entry) => ({ ...entry, keywords: keywords.get(entry.code) ?? entry.keywords }));
