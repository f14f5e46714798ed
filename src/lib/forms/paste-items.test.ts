import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkAnswer } from './check-answer.ts';
import type { PlainQuestion, Repeat } from './definition.ts';
import { context } from './fixture.ts';
import { pasteItems } from './paste-items.ts';

const ask = (id: string, kind: string, short: string, more: object = {}) =>
	({ id, kind, label: `${short}?`, short, required: false, ...more }) as PlainQuestion;
const options = [
	{ value: 'male', label: 'Nam' },
	{ value: 'female', label: 'Nữ' },
];
const repeat: Repeat = {
	id: 'people',
	kind: 'repeat',
	label: 'Những ai?',
	short: 'Người',
	item: 'Người thứ {n}',
	more: 'Còn ai nữa không?',
	min: 1,
	max: 50,
	required: true,
	questions: [
		ask('fullName', 'name', 'Họ và tên'),
		ask('born', 'birthDate', 'Ngày sinh'),
		ask('sex', 'choice', 'Giới tính', { options }),
		ask('number', 'idNumber', 'Số định danh'),
		ask('phone', 'phone', 'Số điện thoại'),
		ask('from', 'date', 'Từ ngày'),
		ask('reason', 'text', 'Lý do'),
	],
};
const paste = (text: string) => pasteItems(repeat, text, context);
const an = { fullName: 'Trần Văn An', born: '1998-04-12', sex: 'male', number: '001098001234' };

test.each([
	['tabs', 'Trần Văn An\t12/4/1998\tNam\t001098001234'],
	['commas, in another order', 'trần văn an, nam, 001098001234, 12/4/1998'],
	['semicolons and a number before', '1; Trần Văn An; 12/4/1998; Nam; 001 098 001 234'],
	['a numbered line', '1. Trần Văn An | Nam | 12-04-1998 | 001098001234'],
	['zeros that a spreadsheet dropped', 'Trần Văn An\t12/4/1998\tNam\t1098001234'],
])('a line is a person by the shape of its cells: %s', (_, line) => {
	expect(paste(line)).toEqual({ items: [an], faults: [] });
});

test('a heading says which column is which, in whatever words lists use', () => {
	const text = [
		'STT\tHọ tên\tSĐT\tNgày sinh\tCCCD\tGhi chú',
		'1\tTrần Văn An\t912345678\t12/4/1998\t001098001234\tphòng 3',
		'2\tLê Thị Bé\t\t1/2/2000\t\t',
	].join('\n');
	expect(paste(text)).toEqual({
		items: [
			{
				fullName: 'Trần Văn An',
				born: '1998-04-12',
				number: '001098001234',
				phone: '0912345678',
			},
			{ fullName: 'Lê Thị Bé', born: '2000-02-01' },
		],
		faults: [],
	});
});

test('the day of birth comes before another day, and words of their own after the name', () => {
	expect(paste('Lê Bé; 1/2/2000; 1/7/2026; đi làm').items).toEqual([
		{ fullName: 'Lê Bé', born: '2000-02-01', from: '2026-07-01', reason: 'đi làm' },
	]);
});

test('a cell that is no answer is told with its line, and the rest is kept', () => {
	const { items, faults } = paste('Trần Văn An\t12/4/1998\n\nLê Bé\t31/2/2000\t12345');
	expect(items).toEqual([{ fullName: 'Trần Văn An', born: '1998-04-12' }, { fullName: 'Lê Bé' }]);
	expect(faults).toEqual([
		{ line: 3, text: '31/2/2000' },
		{ line: 3, text: '12345' },
	]);
	const headed = paste('Họ tên\tCCCD\nLê Bé\t123');
	expect(headed.faults).toMatchObject([{ line: 2, text: '123', question: { id: 'number' } }]);
});

test('nothing is nobody', () => {
	expect(paste(' \n\t\n')).toEqual({ items: [], faults: [] });
});

test('whatever is pasted, what comes out is valid, and a fault names its line', () => {
	const cell = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 20 }),
		fc.constantFrom('Trần An', '12/4/1998', 'Nữ', '001098001234', '0912345678', '7', ''),
	);
	fc.assert(
		fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 6 }), (rows) => {
			const { items, faults } = paste(rows.map((cells) => cells.join('\t')).join('\n'));
			for (const item of items)
				for (const [id, value] of Object.entries(item)) {
					const question = repeat.questions.find((one) => one.id === id) as PlainQuestion;
					expect(checkAnswer(question, value, context)).toBeUndefined();
				}
			for (const { line, text } of faults) {
				expect(line).toBeGreaterThan(0);
				expect(text).not.toBe('');
			}
		}),
		{ numRuns: 60 },
	);
});
