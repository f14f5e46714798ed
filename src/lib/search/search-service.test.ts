import { describe, expect, it } from 'vitest';
import { encodeIndex, encodeWords } from '#lib/catalogue/index.ts';
import { entry } from '../../../tests/support/index-entry.ts';
import { createSearchService } from './search-service.ts';

const marriage = entry('1.000894', 'Thủ tục đăng ký kết hôn');
const birth = entry('1.001193', 'Thủ tục đăng ký khai sinh');
const everyday = { synonyms: [{ say: ['cưới'], mean: ['đăng ký kết hôn'] }] };
const service = () => createSearchService(() => 0);
const codes = ({ answer }: ReturnType<ReturnType<typeof service>['search']>) =>
	answer.hits.map(({ code }) => code);

it('answers names before the everyday words have come, slips after', async () => {
	const search = service();
	await search.load([marriage, birth]);
	expect(codes(search.search(1, 'dang ky ket hon'))[0]).toBe(marriage.code);
	expect(codes(search.search(2, 'kwt hon'))).toEqual([]);
	await search.load([marriage, birth], everyday);
	expect(codes(search.search(3, 'kwt hon'))).toEqual([marriage.code]);
	expect(codes(search.search(4, 'cưới'))).toEqual([marriage.code]);
});

it('keeps the newer catalogue where an older one is still waited for', async () => {
	const search = service();
	const older = search.load([marriage], everyday);
	const newer = search.load([marriage, birth]);
	await Promise.all([older, newer]);
	expect(codes(search.search(1, 'khai sinh'))).toEqual([birth.code]);
});

describe('what an earlier visit kept', () => {
	const kept = {
		version: 7,
		index: encodeIndex([marriage, birth]),
		words: encodeWords([], everyday),
		hasOwnWords: true,
	};
	const reading = (stored: typeof kept | undefined) =>
		createSearchService(
			() => 0,
			() => Promise.resolve(stored),
		);

	it('is read and used, and it says which release it is', async () => {
		const search = reading(kept);
		expect(await search.loadStored()).toEqual({ count: 2, ms: 0, version: 7, hasOwnWords: true });
		expect(codes(search.search(1, 'cưới'))).toEqual([marriage.code]);
	});

	it.each([
		['nothing', undefined],
		['a spoilt index', { ...kept, index: '{"format":1}' }],
	])('is left to the page where it is %s', async (_, stored) => {
		expect(await reading(stored).loadStored()).toBeUndefined();
	});

	it('does not replace what came from the line meanwhile', async () => {
		const search = reading(kept);
		const stored = search.loadStored();
		await search.load([birth]);
		expect(await stored).toBeUndefined();
		expect(codes(search.search(1, 'đăng ký'))).toEqual([birth.code]);
	});
});

it('searches without everyday words where they are of a shape it does not know', async () => {
	const search = service();
	await search.load(encodeIndex([marriage]), encodeWords([], { synonyms: [{ say: 'cưới' }] }));
	expect(codes(search.search(1, 'ket hon'))).toEqual([marriage.code]);
});
