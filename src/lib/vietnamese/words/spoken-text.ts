/** How numbers and small words sound: Southern speech says "lẻ" and "ngàn" where the others say "linh" and "nghìn". */
export type SpokenRegion = 'north' | 'central' | 'south';

export interface WordsOptions {
	/** default `north` */
	readonly region?: SpokenRegion;
	/** `skim` leaves out bracketed asides and the numbers of legal texts; default `full` */
	readonly mode?: 'full' | 'skim';
	/** a person's own pronunciations: the word exactly as written → how to read it (read by the same rules) */
	readonly abbreviations?: Readonly<Record<string, string>>;
}

export type TokenClass =
	| 'word'
	| 'cardinal'
	| 'ordinal'
	| 'decimal'
	| 'fraction'
	| 'percent'
	| 'money'
	| 'measure'
	| 'time'
	| 'date'
	| 'roman'
	| 'phone'
	| 'id'
	| 'legal'
	| 'code'
	| 'abbreviation'
	| 'spelled'
	| 'letter'
	| 'email'
	| 'url'
	| 'symbol';

export interface SpokenToken {
	/** place in the input, UTF-16 offsets, end exclusive */
	readonly source: readonly [start: number, end: number];
	/** what is said for it, with the punctuation that follows it */
	readonly words: string;
	readonly class: TokenClass;
}

/** `words` is the tokens' words joined by one space: Vietnamese and Latin letters, spaces and `, . ; : ? !`, nothing else. */
export interface SpokenText {
	readonly words: string;
	readonly tokens: readonly SpokenToken[];
}
