import { beforeAll, describe, expect, it } from 'vitest';
import frequent from '#content/frequent.json' with { type: 'json' };
import { keywords as said } from '#content/keywords/index.ts';
import { starterProcedures } from '#content/starter/index.ts';
import { createKeywords, createNeed, toIndexEntry, type IndexEntry } from '#lib/catalogue/index.ts';
import { createSearchIndex, type SearchIndex } from '#lib/search/index.ts';
import { fold } from '#lib/vietnamese/index.ts';
import {
	hasRealCatalogue,
	readRealEntries,
	realCatalogueMissing,
} from '../../../tests/support/real-catalogue.ts';
import { synonyms } from './index.ts';
import { sentences } from './sentences.fixture.ts';
import { tradeSentences } from './trade-sentences.fixture.ts';

const skipped = hasRealCatalogue ? '' : ` (${realCatalogueMissing})`;
const wordsOf = (text: string) =>
	fold(text)
		.split(/[^a-z0-9]+/)
		.filter(Boolean);
/** A line's meaning may be shorter or looser than any name by so much. */
const nearly = 0.6;

/** As a phone has them: the real records, how often people need them, our own words for some. */
function entriesOfPhone(): IndexEntry[] {
	const known = { need: createNeed(frequent), keywords: createKeywords(said) };
	const own = new Map(starterProcedures.map((one) => [one.code, toIndexEntry(one, 0, known)]));
	return readRealEntries().map((entry) => {
		const { keywords = known.keywords(entry.name), priority = 0 } = own.get(entry.code) ?? {};
		return { ...entry, keywords, priority: Math.max(priority, known.need(entry.name)) };
	});
}

/** How much of a meaning stands in a name, word after word. */
function shareIn(name: readonly string[], meaning: readonly string[]): number {
	let at = -1;
	let found = 0;
	for (const word of meaning) {
		const next = name.indexOf(word, at + 1);
		if (next < 0) continue;
		at = next;
		found++;
	}
	return found / meaning.length;
}

/** The first phrase that a `say` stands for. */
const spelled = (say: string) =>
	say
		.split('+')
		.map((part) => part.split('|')[0]!.trim())
		.map((text) => synonyms.words?.[/^<(.+)>$/.exec(text)?.[1] ?? '']?.[0] ?? text)
		.join(' ');

describe.skipIf(!hasRealCatalogue)(`everyday words in the real catalogue${skipped}`, () => {
	let entries: IndexEntry[];
	let index: SearchIndex;
	beforeAll(() => {
		entries = entriesOfPhone();
		index = createSearchIndex(entries, { synonyms });
	});
	const first = (query: string, limit: number) => index.search(query, { limit }).hits;

	it('mean words that stand in names, in that order or nearly', () => {
		const names = entries.map(({ name }) => wordsOf(name));
		const strangers = synonyms.synonyms
			.flatMap(({ mean }) => mean)
			.filter((mean) => !names.some((name) => shareIn(name, wordsOf(mean)) >= nearly));
		expect(strangers).toEqual([]);
	});

	it('find, said alone, a name that holds what they mean among the first three', () => {
		let said = 0;
		const lost: string[] = [];
		for (const { say, mean } of synonyms.synonyms) {
			const meanings = mean.map(wordsOf);
			for (const phrase of say.map(spelled)) {
				said++;
				const names = first(phrase, 3).map(({ name }) => wordsOf(name));
				const found = names.some((name) => meanings.some((one) => shareIn(name, one) >= nearly));
				if (!found) lost.push(phrase);
			}
		}
		expect(lost.length / said, lost.join('\n')).toBeLessThan(0.03);
	});

	it.each([
		['of personal life', 'as they are typed', sentences, (text: string) => text],
		['of personal life', 'without marks', sentences, fold],
		['of work, land and business', 'as they are typed', tradeSentences, (text: string) => text],
		['of work, land and business', 'without marks', tradeSentences, fold],
	] as const)('in sentences %s %s find what people want', (_, __, sentences, type) => {
		const core = (name: string) => name.replace(/^thủ tục /i, '').replace(/ \(.*$/, '');
		const places = sentences.map(([said, wanted]) =>
			first(type(said), 5).findIndex(({ name }) => wanted.test(name) || wanted.test(core(name))),
		);
		const missed = sentences.filter((_, at) => places[at] !== 0).map(([said]) => said);
		const share = (count: number) => count / sentences.length;
		expect(share(sentences.length - missed.length), missed.join('\n')).toBeGreaterThan(0.9);
		expect(share(places.filter((place) => place >= 0).length)).toBeGreaterThan(0.95);
	});

	it('leave official names what they are', () => {
		const plain = createSearchIndex(entries);
		const itself = (one: SearchIndex, { code, name }: IndexEntry) => {
			const hit = one.search(name, { limit: 1 }).hits[0];
			return hit !== undefined && (hit.code === code || fold(hit.name) === fold(name));
		};
		const some = entries.filter((_, at) => at % 7 === 0);
		const hijacked = some.filter((entry) => !itself(index, entry) && itself(plain, entry));
		expect(hijacked.map(({ name }) => name).slice(1)).toEqual([]);
	});
});
