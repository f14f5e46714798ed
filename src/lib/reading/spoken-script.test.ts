import Ajv from 'ajv';
import { expect, test } from 'vitest';
import { toWords } from '#lib/vietnamese/index.ts';
import { someProcedures } from '../../../tests/support/procedures.ts';
import { reading } from '../../../tests/support/reading-words.ts';
import { readProcedure } from './read-procedure.ts';
import schema from './script.schema.json' with { type: 'json' };
import { sectionText, spokenScript } from './spoken-script.ts';

const [made] = someProcedures(1);
const script = readProcedure(
	{
		...made!,
		steps: ['Bước 1: Nộp 02 bản. Chờ 5 ngày.', '+ Nhận biên nhận.', 'Bước 2: Nhận kết quả.'],
		requiredDocuments: [{ name: '- Tờ khai', originals: 1 }],
	},
	reading,
	'2026-11-23',
);
const spoken = spokenScript(script, (text) => toWords(text).words);
const section = (id: string) => spoken.sections.find((each) => each.id === id)!;

test('says words where the text has numbers and list signs', () => {
	expect(section('documents').sentences.map((each) => [each.text, each.spoken])).toEqual([
		['Có một loại giấy tờ.', 'Có một loại giấy tờ.'],
		['- Tờ khai', 'một: Tờ khai'],
		['1 bản chính.', 'một bản chính.'],
	]);
	expect(section('steps').title).toBe('Các bước thực hiện');
});

test('a place counts in the texts with one character between two, a line feed where a line begins', () => {
	expect(sectionText(script.sections.find(({ id }) => id === 'steps')!)).toBe(
		'Có hai bước.\nBước 1: Nộp 02 bản. Chờ 5 ngày.\n+ Nhận biên nhận.\nBước 2: Nhận kết quả.',
	);
	expect(section('steps').sentences.map(({ start, end }) => [start, end])).toEqual([
		[0, 12],
		[13, 32],
		[33, 44],
		[45, 62],
		[63, 84],
	]);
});

test('is of the schema, which refuses a digit among the words', () => {
	const isValid = new Ajv().compile(schema);
	expect([isValid(spoken), isValid.errors]).toEqual([true, null]);
	const bad = spokenScript(script, (text) => text);
	expect(isValid(bad)).toBe(false);
});
