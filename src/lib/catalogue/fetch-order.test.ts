import fc from 'fast-check';
import { expect, it } from 'vitest';
import { entry } from '../../../tests/support/index-entry.ts';
import { chunksOf, fetchOrder } from './fetch-order.ts';

const nobody = { fields: new Set<string>() };

it('keeps the release’s order for whom nothing is known of', () => {
	const entries = [0, 1, 2].map((chunk) => entry(`1.00000${chunk}`, 'Thủ tục', { chunk }));
	expect(fetchOrder(entries, 3, nobody)).toEqual([0, 1, 2]);
});

it('fetches what everybody needs, the person’s province, opened fields, then the rest', () => {
	const entries = [
		entry('1.000001', 'Cấp phép nổ mìn', { chunk: 0, field: 'Hóa chất' }),
		entry('1.000002', 'Cấp phép nuôi ong', { chunk: 1, field: 'Chăn nuôi' }),
		entry('1.000003', 'Hỗ trợ', { chunk: 2, agency: 'Ủy ban nhân dân tỉnh Điện Biên' }),
		entry('1.000004', 'Hỗ trợ', { chunk: 3, agency: 'Ủy ban nhân dân tỉnh Lào Cai' }),
		entry('1.000005', 'Khai sinh', { chunk: 4, lifeEvent: 'birth' }),
	];
	const leaning = { province: 'Điện Biên', fields: new Set(['Chăn nuôi']) };
	expect(fetchOrder(entries, 5, leaning)).toEqual([4, 2, 1, 0, 3]);
});

it('names every chunk of the release once, whatever the index says of them', () => {
	const anyEntry = fc.record({
		chunk: fc.nat(12),
		field: fc.constantFrom('A', 'B'),
		agency: fc.constantFrom('X', 'Tỉnh Lào Cai'),
	});
	fc.assert(
		fc.property(fc.array(anyEntry), fc.nat(10), (some, chunks) => {
			const entries = some.map((more, at) => entry(`1.${at}`, 'Thủ tục', more));
			const order = fetchOrder(entries, chunks, { province: 'Lào Cai', fields: new Set(['B']) });
			const named = order.filter((at) => at < chunks);
			expect([...named].sort((a, b) => a - b)).toEqual([...Array(chunks).keys()]);
		}),
	);
});

it('knows which chunks hold some procedures', () => {
	const entries = [entry('1.1', 'a', { chunk: 3 }), entry('1.2', 'b', { chunk: 5 })];
	expect(chunksOf(entries, ({ code }) => code === '1.2')).toEqual(new Set([5]));
});
