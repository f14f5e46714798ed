import { describe, expect, test } from 'vitest';
import { checkAnswer } from './check-answer.ts';
import { crossChecks } from './cross-checks.ts';
import type { FormDefinition, PlainQuestion } from './definition.ts';
import { describeAnswer } from './describe-answer.ts';
import { deriveDocuments } from './documents.ts';
import { context } from './fixture.ts';
import { parseAnswer } from './parse-answer.ts';
import { validateAnswers } from './validate.ts';

const common = { label: 'Gì?', short: 'Gì', required: false } as const;
const account: PlainQuestion = {
	...common,
	id: 'account',
	kind: 'digits',
	minLength: 6,
	maxLength: 20,
};
const time: PlainQuestion = { ...common, id: 'time', kind: 'time' };
const capital: PlainQuestion = {
	...common,
	id: 'capital',
	kind: 'number',
	min: 0,
	max: 1e13,
	unit: 'đồng',
};
const parse = (question: PlainQuestion, typed: string) => parseAnswer(question, typed, context);
const shown = (question: PlainQuestion, value: unknown) =>
	describeAnswer(question, value, { ...context, unitName: () => undefined });

describe('digits', () => {
	test.each([
		['0101 234 567', '0101234567'],
		['không một không một hai ba bốn', '0101234'],
	])('“%s” keeps its zeros', (typed, value) => {
		expect(parse(account, typed)).toMatchObject({ ok: true, value });
	});

	test('are refused where they are words, too few or too many', () => {
		expect(parse(account, 'ngân hàng')).toMatchObject({ ok: false, reason: 'notDigits' });
		expect(checkAnswer(account, '12a456', context)?.reason).toBe('notDigits');
		for (const digits of ['12345', '1'.repeat(21)])
			expect(checkAnswer(account, digits, context)).toEqual({
				reason: 'outOfRange',
				message: context.messages.digits(6, 20),
			});
	});
});

describe('a time of day', () => {
	test.each([
		['8 giờ 30 sáng', '08:30'],
		['23 giờ kém 15 phút', '22:45'],
		['21:05', '21:05'],
	])('“%s” is %s', (typed, value) => {
		expect(parse(time, typed)).toMatchObject({ ok: true, value });
	});

	test.each(['24:00', '8:30', '08:60', 'sáng'])('“%s” is not stored', (value) => {
		expect(checkAnswer(time, value, context)?.reason).toBe('notATime');
	});
});

describe('money', () => {
	test.each([
		['50 triệu', 50_000_000],
		['năm mươi triệu đồng', 50_000_000],
		['50.000.000 đồng', 50_000_000],
		['hai tỷ rưỡi', 2_500_000_000],
	])('“%s” is so many đồng', (typed, value) => {
		expect(parse(capital, typed)).toMatchObject({ ok: true, value });
	});

	test('another currency is no answer, and what is shown can be typed again', () => {
		expect(parse(capital, '50 đô la')).toMatchObject({ ok: false, reason: 'notANumber' });
		expect(shown(capital, 50_000_000)).toBe('50.000.000 đồng');
		expect(shown({ ...capital, unit: 'người' }, 9999)).toBe('9999 người');
	});
});

const form = (more: object): FormDefinition => ({
	id: 'x',
	version: 1,
	title: 'X',
	procedures: [],
	intro: { text: 'X', needs: [], minutes: 1 },
	sections: [
		{
			id: 'all',
			title: 'X',
			questions: [
				{ ...common, id: 'name', kind: 'name' },
				{ ...common, id: 'born', kind: 'birthDate' },
				{ ...common, id: 'day', kind: 'date' },
				{ ...common, id: 'poor', kind: 'yesNo', consent: true },
			],
		},
	],
	checks: [],
	papers: [],
	documents: [],
	...more,
});

describe('a check of age', () => {
	const remarks = (check: object, answers: Record<string, string | boolean>) =>
		crossChecks(
			form({
				checks: [{ kind: 'age', level: 'warning', question: 'born', message: 'm', ...check }],
			}),
			answers,
			'warning',
			'2026-11-25',
		).length;

	test('counts whole years on today’s date, or on a day that was answered', () => {
		expect(remarks({ from: 18 }, { born: '2008-11-26' })).toBe(1);
		expect(remarks({ from: 18 }, { born: '2008-11-25' })).toBe(0);
		expect(remarks({ from: 18, on: 'day' }, { born: '2008-11-25', day: '2026-01-01' })).toBe(1);
		expect(remarks({ below: 75 }, { born: '1951-11-25' })).toBe(1);
		expect(remarks({ below: 75 }, { born: '1951-11-26' })).toBe(0);
	});

	test('says nothing of a day that is not known, or outside its condition', () => {
		expect(remarks({ from: 18 }, { born: '2020' })).toBe(0);
		expect(remarks({ from: 18, on: 'day' }, { born: '2020-01-01' })).toBe(0);
		const when = { question: 'poor', is: true };
		expect(remarks({ from: 18, when }, { born: '2020-01-01', poor: false })).toBe(0);
		expect(remarks({ from: 18, when }, { born: '2020-01-01', poor: true })).toBe(1);
	});
});

test('a consent is taken either way, and nobody answers it for the person', () => {
	const required = form({});
	const [section] = required.sections;
	const consent = { ...common, id: 'agree', kind: 'yesNo', consent: true, required: true } as const;
	const asking = form({ sections: [{ ...section, questions: [consent] }] });
	expect(validateAnswers(asking, {}, context)).toHaveLength(1);
	for (const agree of [true, false])
		expect(validateAnswers(asking, { agree }, context)).toEqual([]);
});

test('a document writes a name in capitals where the model wants it', () => {
	const printed = form({
		documents: [
			{ id: 'd', title: 'D', lines: [{ kind: 'row', label: 'Tên', value: '{name|upper}' }] },
		],
	});
	const [document] = deriveDocuments(
		printed,
		{ name: 'Lò Thị Hoa' },
		{
			...context,
			unitName: () => undefined,
			procedure: '',
			unit: '',
			dateInWords: (iso) => iso,
		},
	);
	expect(document?.lines).toEqual([{ kind: 'row', label: 'Tên', value: 'LÒ THỊ HOA' }]);
});
