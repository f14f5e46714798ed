import { fail, ok, type Result } from '#lib/base/index.ts';
import { createPhraseBook, type PhraseBook, type Spoken } from './phrases.ts';
import { createCutter, cut } from './tokens.ts';

/** One line of the synonyms: what people say, and the official words that are meant. */
export interface Synonym {
	/** everyday words, with marks */
	readonly say: readonly string[];
	/** official words as they stand in names; several where it may mean several things, likeliest first */
	readonly mean: readonly string[];
}

/** `content/synonyms.json` */
export interface SynonymTable {
	readonly synonyms: readonly Synonym[];
}

const isTexts = (value: unknown): value is string[] =>
	Array.isArray(value) &&
	value.length > 0 &&
	value.every((text) => typeof text === 'string' && cut(text).length > 0);

/** Checks data that came as JSON. `detail` names the first line that is wrong. */
export function parseSynonyms(data: unknown): Result<SynonymTable, 'synonyms-malformed'> {
	const lines = (data as { synonyms?: unknown } | null)?.synonyms;
	if (!Array.isArray(lines)) return fail('synonyms-malformed', 'no list "synonyms"');
	for (const [at, line] of (lines as Partial<Synonym>[]).entries()) {
		if (!isTexts(line?.say) || !isTexts(line?.mean)) {
			return fail('synonyms-malformed', `line ${at + 1}: "say" and "mean" must be lists of words`);
		}
	}
	return ok(data as SynonymTable);
}

/** One way to read a query: its words, and whether they are the person's own. */
export interface Reading<T extends Spoken> {
	readonly words: readonly T[];
	readonly rewritten: boolean;
}

/** How many ways one query is searched at most; each costs about as much as the first. */
const mostReadings = 5;

export interface Synonyms {
	knows(folded: string): boolean;
	/** the query in official words, likeliest first, and last as it was said */
	readings<T extends Spoken>(words: readonly T[], open: boolean): readonly Reading<T | Spoken>[];
}

export function createSynonyms(table: SynonymTable | undefined): Synonyms {
	const cut = createCutter();
	const book: PhraseBook<readonly (readonly Spoken[])[]> = createPhraseBook(
		(table?.synonyms ?? []).flatMap((line) => {
			const meanings = line.mean.map((text) => cut(text));
			return line.say.map((said) => [said, meanings] as const);
		}),
	);
	return {
		knows: (folded) => book.knows(folded),
		readings(words, open) {
			const parts = partsOf(words, book, open);
			const ambiguous = parts.flatMap((part, at) =>
				part.slice(1).map((meaning) => [at, meaning] as const),
			);
			if (parts.every((part, at) => part.length === 1 && part[0]![0] === words[at])) {
				return [{ words, rewritten: false }];
			}
			const first = parts.map((part) => part[0]!);
			const readings = [first];
			for (const [at, meaning] of ambiguous.slice(0, mostReadings - 2)) {
				readings.push(first.with(at, meaning));
			}
			return [
				...readings.map((reading) => ({ words: withoutRepeats(reading.flat()), rewritten: true })),
				{ words, rewritten: false },
			];
		},
	};
}

/** The query as a row of parts, each with its possible wordings. */
function partsOf<T extends Spoken>(
	words: readonly T[],
	book: PhraseBook<readonly (readonly Spoken[])[]>,
	open: boolean,
): (readonly (readonly (T | Spoken)[])[])[] {
	const parts: (readonly (readonly (T | Spoken)[])[])[] = [];
	for (let at = 0; at < words.length;) {
		const found = book.longestAt(words, at, open);
		parts.push(found ? found.value : [[words[at]!]]);
		at += found?.length ?? 1;
	}
	return parts;
}

/** "đăng ký" said and "đăng ký kết hôn" meant: the same two words need not stand twice. "lại" and "lái" differ. */
function withoutRepeats<T extends Spoken>(words: readonly T[]): T[] {
	const same = (a: T, b: T) =>
		a.folded === b.folded && (a.marked === b.marked || !a.accented || !b.accented);
	return words.filter((word, at) => !words.slice(0, at).some((before) => same(before, word)));
}
