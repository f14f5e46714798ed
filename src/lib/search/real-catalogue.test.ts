import { beforeAll, describe, expect, it } from 'vitest';
import {
	hasRealCatalogue,
	readRealEntries,
	realCatalogueMissing,
} from '../../../tests/support/real-catalogue.ts';
import { createWholeIndex as createSearchIndex } from './whole-index.ts';
import type { SearchIndex } from './types.ts';

const skipped = hasRealCatalogue ? '' : ` (${realCatalogueMissing})`;

describe.skipIf(!hasRealCatalogue)(`search in the real catalogue${skipped}`, () => {
	let index: SearchIndex;
	beforeAll(() => {
		index = createSearchIndex(readRealEntries());
	});

	it.each([
		['lam giay khai sinh', '1.001193', 'Thủ tục đăng ký khai sinh'],
		['đăng ký khai sinh', '1.001193', 'Thủ tục đăng ký khai sinh'],
		['khaisinh', '1.001193', 'Thủ tục đăng ký khai sinh'],
		['ddawng kys khai sinh', '1.001193', 'Thủ tục đăng ký khai sinh'],
		['một chấm không không một một chín ba', '1.001193', 'Thủ tục đăng ký khai sinh'],
		['dang ky ket hon', '1.000894', 'Thủ tục đăng ký kết hôn'],
		['tạm trú', '1.004194', 'Đăng ký tạm trú'],
		['đăng kí thường chú', '1.004222', 'Đăng ký thường trú'],
	])('%s finds %s', (query, code, name) => {
		expect(index.search(query).hits[0]).toMatchObject({ code, name });
	});

	it('shows a procedure of three levels once', () => {
		const hits = index.search('cấp đổi thẻ căn cước').hits;
		expect([hits[0]?.code, ...(hits[0]?.variants ?? [])].sort()).toEqual([
			'1.000889',
			'1.014063',
			'2.001195',
		]);
	});
});
