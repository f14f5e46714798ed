import { expect, it } from 'vitest';
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
