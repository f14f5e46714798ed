import { expect, it } from 'vitest';
import { someProcedures } from '../../../tests/support/procedures.ts';
import { procedureScript, withWarning } from './procedure-script.ts';

const [procedure] = someProcedures(1);
if (!procedure) throw new Error('no procedure');
const script = procedureScript(procedure, '2026-11-26');
const kinds = (of: typeof script) => of.sections[0]?.blocks.map(({ kind }) => kind) ?? [];

it('a warning stands, and is read, right after the facts of the summary', () => {
	const lines = ['Nội dung này là bản ngày 01/11/2026.', 'Đã có bản mới, chưa về tới máy này.'];
	const warned = withWarning(script, lines);
	const blocks = warned.sections[0]?.blocks ?? [];
	const at = blocks.findIndex(({ kind }) => kind === 'warning');
	expect(blocks[at]?.sentences.map(({ text }) => text)).toEqual(lines);
	expect(blocks.slice(0, at).every(({ kind }) => kind === 'text')).toBe(true);
	expect(kinds(warned)).toHaveLength(kinds(script).length + 1);
	const ids = warned.sections.flatMap(({ blocks }) =>
		blocks.flatMap(({ sentences }) => sentences.map(({ id }) => id)),
	);
	expect(new Set(ids).size).toBe(ids.length);
});

it('without a warning the script is the same', () => {
	expect(withWarning(script, [])).toBe(script);
});
