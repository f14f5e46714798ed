import { expect, it } from 'vitest';
import { importRecord } from './import-record.ts';
import { mergeCatalogue, withPlainLayer } from './plain-layer.ts';
import type { PlainLayer, Procedure } from './procedure.ts';

function procedureOf(record: { code: string; name?: string; [field: string]: unknown }): Procedure {
	const imported = importRecord({ name: `Thủ tục ${record.code}`, ...record });
	if (!imported.ok) throw new Error(imported.reason);
	return imported.procedure;
}

const plain: PlainLayer = {
	summary: 'Ghi tên con vào sổ.',
	keywords: ['giấy khai sinh'],
	lifeEvent: 'birth',
	priority: 1,
	reviewedOn: '2026-05-01',
};
const starterOf = (code: string): Procedure => ({
	...procedureOf({ code, name: 'Của mình' }),
	origin: 'starter',
	plain,
});

it('keeps the official text and adds our words', () => {
	const official = procedureOf({ code: '1.001193', name: 'Chính thức' });
	expect(withPlainLayer(official, starterOf('1.001193'))).toEqual({ ...official, plain });
	expect(withPlainLayer(official, undefined)).toBe(official);
});

it('publishes what only the starter has as the starter has it', () => {
	const merged = mergeCatalogue(
		[procedureOf({ code: '1.000001' }), procedureOf({ code: '1.000002' })],
		[starterOf('1.000002'), starterOf('1.000003')],
	);
	expect(merged.map(({ code, origin, plain }) => [code, origin, Boolean(plain)])).toEqual([
		['1.000001', 'official', false],
		['1.000002', 'official', true],
		['1.000003', 'starter', true],
	]);
});
