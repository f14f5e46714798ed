import { describe, expect, it } from 'vitest';
import { createKeywords } from './keywords.ts';
import { toIndexEntry } from './index-entry.ts';
import { importRecord } from './import-record.ts';

const keywords = createKeywords({
	'cấp giấy phép bán lẻ rượu': ['bán rượu'],
	'cấp giấy phép bán…': ['giấy phép bán hàng'],
	'cấp giấy phép bán buôn…': ['bán sỉ'],
});

describe('what people call a procedure', () => {
	it('is told by its whole name before beginnings of it', () => {
		expect(keywords('Thủ tục cấp Giấy phép bán lẻ rượu (thực hiện tại cấp xã)')).toEqual([
			'bán rượu',
		]);
		expect(keywords('Cấp giấy phép bán buôn rượu')).toEqual(['giấy phép bán hàng', 'bán sỉ']);
		expect(keywords('Cấp lại giấy phép bán lẻ rượu')).toEqual([]);
	});

	it('comes to search once, after the words of its own plain layer', () => {
		const imported = importRecord({ code: '1.000001', name: 'Cấp giấy phép bán lẻ rượu' });
		if (!imported.ok) throw new Error(imported.reason);
		const known = { keywords: () => ['bán rượu', 'mở quán', 'bán rượu'], need: () => 0.7 };
		expect(toIndexEntry(imported.procedure, 0, known)).toMatchObject({
			keywords: ['bán rượu', 'mở quán'],
			priority: 0.7,
		});
	});
});
