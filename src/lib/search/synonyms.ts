import { fail, ok, type Result } from '#lib/base/index.ts';
import { isBareStory, tears, type Follow } from './bare-story.ts';
import { createCompanyBook, type CompanyBook } from './company.ts';
import { createPhraseBook, type PhraseBook, type ReadWord, type Spoken } from './phrases.ts';
import { createCutter, cut } from './tokens.ts';

/** One line of the synonyms: what people say, and the official words that are meant. */
export interface Synonym {
	/**
	 * everyday words, with marks; "mất|rớt + sổ đỏ" stands for the two in any order with other words between, and
	 * `<mất>` for all words of that name in `SynonymTable.words`
	 */
	readonly say: readonly string[];
	/** official words as they stand in names; several where it may mean several things, likeliest first */
	readonly mean: readonly string[];
}

/** all files of `content/synonyms/` together */
export interface SynonymTable {
	/** words that mean the same in company of others, by a name for them */
	readonly words?: Readonly<Record<string, readonly string[]>>;
	readonly synonyms: readonly Synonym[];
}

const isList = (value: unknown): value is string[] =>
	Array.isArray(value) && value.length > 0 && value.every((text) => typeof text === 'string');

const isTexts = (value: unknown): value is string[] =>
	isList(value) && value.every((text) => cut(text).length > 0);

/** Whether data are a table at all, for those that were checked when they were published. */
export function isSynonymTable(data: unknown): data is SynonymTable {
	const { synonyms: lines, words = {} } = (data ?? {}) as Partial<SynonymTable>;
	return (
		Array.isArray(lines) &&
		(lines as Partial<Synonym>[]).every((line) => isList(line?.say) && isList(line?.mean)) &&
		Object.values(words).every(isList)
	);
}

/** Checks data that came as JSON. `detail` names the first line that is wrong. */
export function parseSynonyms(data: unknown): Result<SynonymTable, 'synonyms-malformed'> {
	const { synonyms: lines, words = {} } = (data ?? {}) as Partial<SynonymTable>;
	if (!Array.isArray(lines)) return fail('synonyms-malformed', 'no list "synonyms"');
	for (const [name, phrases] of Object.entries(words)) {
		if (!isTexts(phrases))
			return fail('synonyms-malformed', `words "${name}": must be a list of words`);
	}
	for (const [at, line] of (lines as Partial<Synonym>[]).entries()) {
		if (!isTexts(line?.say) || !isTexts(line?.mean)) {
			return fail('synonyms-malformed', `line ${at + 1}: "say" and "mean" must be lists of words`);
		}
		const unknown = line.say.flatMap((text) => namesIn(text)).find((name) => !(name in words));
		if (unknown !== undefined)
			return fail('synonyms-malformed', `line ${at + 1}: no words are named <${unknown}>`);
	}
	return ok(data as SynonymTable);
}

export interface Rewriting {
	/** as the person put it, lower case */
	readonly said: string;
	/** the official words meant */
	readonly meant: string;
}

/** One way to read a query. */
export interface Reading {
	readonly words: readonly ReadWord[];
	/** none: the query as it was said */
	readonly rewritings: readonly Rewriting[];
}

/** A phrase read as a long name weighs no more than so many words for each one said. */
const meantPerSaid = 3;
/** How many ways one query is searched at most; each costs about as much as the first. */
const mostReadings = 5;

export interface Synonyms {
	knows(folded: string): boolean;
	/** the query in official words, likeliest first, and last as it was said */
	readings(words: readonly Spoken[], open: boolean): readonly Reading[];
}

type Meanings = readonly (readonly ReadWord[])[];

export function createSynonyms(
	table: SynonymTable = { synonyms: [] },
	follow: Follow = () => false,
): Synonyms {
	const { phrases, company } = createBooks(table);
	return {
		knows: (folded) => phrases.knows(folded) || company.knows(folded),
		readings(words, open) {
			const bare = isBareStory(words);
			const whole = (part: readonly Spoken[], places: readonly number[]) =>
				!bare || !tears(part, places, follow);
			const together = partsTogether(words, company, whole);
			const parts = (together ?? [words]).flatMap((part) =>
				'said' in part ? [part] : partsOf(part, phrases, open, whole),
			);
			const asSaid = {
				words: words,
				rewritings: [],
			};
			if (parts.every(({ meanings }) => meanings === undefined)) return [asSaid];
			const likeliest = choices(parts).slice(0, mostReadings - 1);
			return [...likeliest.map((chosen) => toReading(parts, chosen)), asSaid];
		},
	};
}

/** The wordings to try, likeliest first: of each part which of its meanings, `undefined` for its own words. */
function choices(parts: readonly Part[]): (number | undefined)[][] {
	const rewritten = parts.flatMap(({ meanings }, at) => (meanings ? [at] : []));
	const all = parts.map(({ meanings }): number | undefined => (meanings ? 0 : undefined));
	const others = rewritten.flatMap((at) =>
		parts[at]!.meanings!.slice(1).map((_, meaning) => all.with(at, meaning + 1)),
	);
	return [all, ...others];
}

const namesIn = (say: string) => [...say.matchAll(/<([^<>]+)>/g)].map((match) => match[1]!);

function createBooks({ synonyms, words = {} }: SynonymTable) {
	const cut = createCutter();
	const alternatives = (part: string) =>
		part.split('|').flatMap((text) => {
			const name = /^\s*<([^<>]+)>\s*$/.exec(text)?.[1];
			return name === undefined ? [text] : (words[name] ?? []);
		});
	const phrases: [text: string, value: Meanings][] = [];
	const company: [parts: string[][], value: Meanings][] = [];
	for (const { say, mean } of synonyms) {
		const meanings = mean.map((text) => cut(text).map((word) => ({ ...word, official: true })));
		for (const said of say) {
			const parts = said.split('+').map(alternatives);
			if (parts.length > 1) company.push([parts, meanings]);
			else for (const text of parts[0]!) phrases.push([text, meanings]);
		}
	}
	return { phrases: createPhraseBook(phrases), company: createCompanyBook(company) };
}

/** May the words of these places be taken together? */
type Whole = (words: readonly Spoken[], places: readonly number[]) => boolean;

interface Part {
	readonly said: readonly Spoken[];
	/** the wordings it may have, likeliest first; none for the person's own words */
	readonly meanings?: Meanings;
}

/** The words that mean something together as one part, where the first of them stands, and what is left around them. */
function partsTogether(
	words: readonly Spoken[],
	company: CompanyBook<Meanings>,
	whole: Whole,
): (Part | readonly Spoken[])[] | undefined {
	const found = company.best(words, (places) => whole(words, places));
	if (!found) return undefined;
	const { places, value } = found;
	const taken = new Set(places);
	const first = places[0]!;
	const rest = words.slice(first).filter((_, at) => !taken.has(first + at));
	return [words.slice(0, first), { said: places.map((at) => words[at]!), meanings: value }, rest];
}

const textOf = (words: readonly Spoken[]) => words.map((word) => word.marked).join(' ');

function toReading(parts: readonly Part[], chosen: readonly (number | undefined)[]): Reading {
	const rewritings: Rewriting[] = [];
	const words = parts.flatMap(({ said, meanings }, at): readonly ReadWord[] => {
		const meant = meanings?.[chosen[at] ?? -1];
		if (meant === undefined) return said;
		rewritings.push({ said: textOf(said), meant: textOf(meant) });
		const share = Math.min(1, (meantPerSaid * said.length) / meant.length);
		return meant.map((word) => ({ ...word, share }));
	});
	return { words: withoutRepeats(words), rewritings };
}

/** The query as a row of parts. */
function partsOf(
	words: readonly Spoken[],
	book: PhraseBook<Meanings>,
	open: boolean,
	whole: Whole,
): Part[] {
	const parts: Part[] = [];
	for (let at = 0; at < words.length;) {
		const found = book.longestAt(words, at, open, (length) =>
			whole(
				words,
				Array.from({ length }, (_, offset) => at + offset),
			),
		);
		const said = words.slice(at, at + (found?.length ?? 1));
		parts.push(found ? { said, meanings: found.value } : { said });
		at += said.length;
	}
	return parts;
}

/** "đăng ký" said and "đăng ký kết hôn" meant: the same two words need not stand twice. "lại" and "lái" differ. */
function withoutRepeats(words: readonly ReadWord[]): ReadWord[] {
	const same = (a: Spoken, b: Spoken) =>
		a.folded === b.folded && (a.marked === b.marked || !a.accented || !b.accented);
	return words.filter((word, at) => !words.slice(0, at).some((before) => same(before, word)));
}
