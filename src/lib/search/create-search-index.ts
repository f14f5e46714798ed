import type { IndexEntry } from '#lib/catalogue/index.ts';
import { createCandidateFinder } from './candidates.ts';
import { readCode } from './code-query.ts';
import { buildCorpus } from './corpus.ts';
import { createExpander } from './expand.ts';
import { matcher } from './filter.ts';
import { createPattern } from './likeness.ts';
import { plausible } from './plausible.ts';
import { isFiller, mostSyllables, weigh, withoutPoliteness } from './query.ts';
import { createRanker, type Ranked } from './rank.ts';
import { createRepair } from './repair.ts';
import { createSynonyms } from './synonyms.ts';
import { toHits } from './to-hits.ts';
import { createCutter, type Token } from './tokens.ts';
import type { Hit, IndexOptions, SearchAnswer, SearchIndex } from './types.ts';
import { createVocabulary } from './vocabulary.ts';
import { explain, type Attempt } from './why.ts';

const mostCharacters = 400;
const nothing: SearchAnswer = { hits: [], total: 0, readAs: 'nothing' };
/** Guesses at words that are right as they stand are only made while the query finds less than this. */
const found = 0.975;
/** Pieces of queries remembered; a person types a few hundred. */
const rememberedPieces = 2000;

/**
 * Builds a search index: about .3 s for 6,000 entries on a desktop, so in a worker. It keeps `entries`.
 * See the README for how a query is read.
 */
export function createSearchIndex(
	entries: readonly IndexEntry[],
	options: IndexOptions = {},
): SearchIndex {
	const corpus = buildCorpus(entries);
	const vocabulary = createVocabulary(corpus.words, options.slips);
	const expand = createExpander(vocabulary, corpus);
	const candidates = createCandidateFinder(corpus, entries.length);
	const rank = createRanker(entries, corpus, options.prior ?? ((entry) => entry.priority));
	const findCode = createCodeFinder(entries);
	const cut = createCutter(rememberedPieces);
	const follow = (first: string, second: string) => {
		const a = vocabulary.idOf(first);
		const b = vocabulary.idOf(second);
		return a !== undefined && b !== undefined && corpus.follow(a, b);
	};
	const synonyms = createSynonyms(options.synonyms, follow);
	const repair = createRepair({
		has: (word) => vocabulary.idOf(word) !== undefined || synonyms.knows(word) || isFiller(word),
		hasStart: (word) => vocabulary.startingWith(word, 1).length > 0,
		follow,
	});

	function find(tokens: readonly Token[], open: boolean) {
		const repaired = repair(tokens.slice(0, 3 * mostSyllables), open);
		const said = withoutPoliteness(repaired).slice(0, mostSyllables);
		const readings = synonyms.readings(said, open);
		const best = new Map<number, Found>();
		for (const { words, rewritings } of readings) {
			const rewritten = rewritings.length > 0;
			const wanted = weigh(words, follow);
			const unfinished = open && !rewritten;
			let expanded = expand(wanted, unfinished, false);
			let chosen = candidates(expanded);
			if (chosen.coverage < found) {
				expanded = expand(wanted, unfinished, true);
				chosen = candidates(expanded);
			}
			const attempt = { rewritings, pattern: createPattern(expanded, corpus) };
			const rivals = readings.length > 1 && !rewritten;
			for (const one of rank(chosen.list, attempt.pattern, rivals)) {
				const known = best.get(one.entry);
				if (!known || one.score > known.score) best.set(one.entry, { ...one, attempt });
			}
		}
		const ranked = [...best.values()];
		return ranked.sort((a, b) => b.score - a.score || a.entry - b.entry);
	}

	const toHit = (one: Found) => explain(one, entries[one.entry]!, one.attempt, corpus);

	return {
		count: entries.length,
		search(query, { limit = 10, filter = {} } = {}) {
			const text = query.slice(0, mostCharacters);
			const tokens = cut(text);
			if (tokens.length === 0) return nothing;
			const fits = matcher(filter);
			const fitting = <T extends Ranked>(ranked: readonly T[]) =>
				ranked.filter(({ entry }) => fits(entries[entry]!));
			const code = readCode(tokens);
			const coded = code === undefined ? [] : findCode(code);
			if (coded.length > 0) {
				const why = (one: Ranked) => byCode(code!, entries[one.entry]!.code);
				return { ...toHits(fitting(coded), entries, corpus, limit, why), readAs: 'code' };
			}
			const ranked = find(tokens, !/\s$/.test(text));
			const shown = plausible(ranked, ({ attempt }) => attempt.pattern.worth);
			return { ...toHits(fitting(shown), entries, corpus, limit, toHit), readAs: 'words' };
		},
		nearest(query, limit) {
			const ranked = find(cut(query.slice(0, mostCharacters)), false);
			return toHits(ranked, entries, corpus, limit, toHit).hits;
		},
	};
}

/** A ranked entry with the attempt that found it. */
interface Found extends Ranked {
	readonly attempt: Attempt;
}

const byCode = (said: string, meant: string): Pick<Hit, 'matched' | 'why'> => ({
	matched: [],
	why: [{ kind: 'code', said, meant }],
});

const codeDigits = 7;

/** Finds the entries whose code begins with some digits, by code. */
function createCodeFinder(entries: readonly IndexEntry[]): (digits: string) => Ranked[] {
	const codes = entries
		.map(({ code }, entry) => ({ digits: code.replace('.', ''), entry }))
		.sort((a, b) => (a.digits < b.digits ? -1 : 1));
	return (digits) =>
		codes
			.filter((code) => code.digits.startsWith(digits))
			.map(({ entry }) => ({ entry, score: digits.length / codeDigits, evidence: 1 }));
}
