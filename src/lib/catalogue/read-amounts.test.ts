import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAmounts } from './read-amounts.ts';

const read = (text: string) => readAmounts(text)?.map(({ value, currency }) => [value, currency]);

describe('readAmounts', () => {
	it.each([
		['10,000 đồng', 10_000, 'VND'],
		['10.000đ/giấy', 10_000, 'VND'],
		['5000000 Đồng', 5_000_000, 'VND'],
		['1,5 triệu', 1_500_000, 'VND'],
		['05 triệu đồng/Giấy chứng nhận', 5_000_000, 'VND'],
		['20 nghìn đồng', 20_000, 'VND'],
		['11.250.000đ', 11_250_000, 'VND'],
		['40.000đồng/lần', 40_000, 'VND'],
		['30 USD', 30, 'USD'],
		['10USD/giấy', 10, 'USD'],
		['1.5 USD', 1.5, 'USD'],
		['500.000/lần', 500_000, 'VND'],
	])('reads "%s"', (text, value, currency) => {
		expect(read(text)).toEqual([[value, currency]]);
	});

	it('takes no number of a legal text, day or year for money', () => {
		const text =
			'Thông tư số 156/2025/TT-BTC ngày 31/12/2025, Nghị định 31.1/2024/NĐ-CP ngày 11 tháng 11 năm 2016, khoản 2 Điều 24';
		expect(read(text)).toEqual([]);
	});

	it.each(['15.000.0000 đồng/lần', '100.000 nghìn đồng', '1.00.000 đồng'])(
		'does not guess what "%s" was to be',
		(text) => {
			expect(read(text)).toBeUndefined();
		},
	);

	it('reads every amount however it is grouped', () => {
		const amount = fc.integer({ min: 1000, max: 2_000_000_000 });
		fc.assert(
			fc.property(amount, fc.constantFrom('.', ','), (value, mark) => {
				const text = String(value).replace(/\B(?=(\d{3})+$)/g, mark);
				expect(read(`Lệ phí: ${text} đồng/lần`)).toEqual([[value, 'VND']]);
			}),
		);
	});
});
