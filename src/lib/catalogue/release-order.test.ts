import { expect, it } from 'vitest';
import { importRecord } from './import-record.ts';
import type { PlainLayer, Procedure } from './procedure.ts';
import { planChunks } from './release-order.ts';

function procedureOf(number: number, audience: string, field: string): Procedure {
	const code = `1.${String(number).padStart(6, '0')}`;
	const imported = importRecord({ code, name: 'Thủ tục', audience, field });
	if (!imported.ok) throw new Error(imported.reason);
	return imported.procedure;
}
const company = (number: number) => procedureOf(number, 'Doanh nghiệp', 'A');
const many = Array.from({ length: 2000 }, (_, i) => company(i * 7));
const codes = (chunks: readonly (readonly Procedure[])[]) =>
	chunks.map((chunk) => chunk.map(({ code }) => code).join());

it('puts plain words first, then fields of citizens, then the rest, and tears no field', () => {
	const plain: PlainLayer = { summary: '', keywords: [], lifeEvent: 'other', reviewedOn: '2026' };
	const ours: Procedure = { ...company(9), plain };
	const chunks = planChunks([
		company(1),
		procedureOf(2, 'Công dân Việt Nam', 'B'),
		procedureOf(5, 'Doanh nghiệp', 'C'),
		procedureOf(4, 'Công dân Việt Nam', 'A'),
		procedureOf(3, 'Công dân Việt Nam', 'A'),
		ours,
	]);
	expect(codes(chunks)).toEqual(['1.000009', '1.000001,1.000003,1.000004,1.000002', '1.000005']);
});

it('puts what has like names side by side', () => {
	const named = (number: number, name: string): Procedure => ({ ...company(number), name });
	const chunks = planChunks([named(1, 'Cấp'), named(2, 'Thu hồi'), named(3, 'Cấp')]);
	expect(codes(chunks)).toEqual(['1.000001,1.000003,1.000002']);
});

it('cuts about a hundred at a time and loses none', () => {
	const chunks = planChunks(many);
	expect(chunks.flat()).toHaveLength(many.length);
	expect(Math.max(...chunks.map(({ length }) => length))).toBeLessThanOrEqual(150);
	expect(many.length / chunks.length).toBeGreaterThan(90);
	expect(many.length / chunks.length).toBeLessThan(140);
});

it('leaves all other chunks as they were when a procedure comes or goes', () => {
	const before = new Set(codes(planChunks(many)));
	for (const after of [[...many, company(5003)], many.toSpliced(500, 1)]) {
		const changed = codes(planChunks(after)).filter((chunk) => !before.has(chunk));
		expect(changed.length).toBeLessThanOrEqual(3);
	}
});

it('plans the same whatever order the procedures come in', () => {
	expect(codes(planChunks(many.toReversed()))).toEqual(codes(planChunks(many)));
	expect(planChunks([])).toEqual([]);
});
