/** What a voice must never be given, by kind. Vietnamese letters and the marks of a sentence are all it may get. */
const kinds = {
	digits: /\p{N}+/gu,
	symbols: /[^\p{L}\p{M}\p{N}\s.,;:?!]/gu,
	/** "UBND", "VNeID": what is no name at the beginning of a word and was not spelled out */
	capitals: /[\p{L}\p{M}]*(?:\p{Lu}[\p{L}\p{M}]*\p{Lu}|\p{Ll}\p{Lu})[\p{L}\p{M}]*/gu,
} as const;

export type LeftOver = keyof typeof kinds;
export const leftOverKinds = Object.keys(kinds) as LeftOver[];

/** Each piece of `words` that was left unread. */
export const leftOver = (words: string): { readonly kind: LeftOver; readonly piece: string }[] =>
	leftOverKinds.flatMap((kind) =>
		(words.match(kinds[kind]) ?? []).map((piece) => ({ kind, piece })),
	);
