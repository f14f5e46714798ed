import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lengths } from './check-answer.ts';
import type { PlainQuestion } from './definition.ts';
import { context, enough, form } from './fixture.ts';
import { answerWarnings, mostErrors, validateAnswers } from './validate.ts';

const { wrong } = context.messages;
const errors = (answers: unknown) => validateAnswers(form, answers, context);
const messageFor = (id: string, value: unknown) =>
	errors({ ...enough, [id]: value }).find(({ path }) => path === id)?.message;
const warnings = (answers: object) =>
	answerWarnings(form, { ...enough, ...answers }, context, '2026-07-01');

test('the least that is asked for is enough', () => {
	expect(errors(enough)).toEqual([]);
});

test('what is missing is named by its path', () => {
	expect(errors({ people: [{}] })).toEqual([
		{ path: 'name', message: wrong.required },
		{ path: 'role', message: wrong.required },
		{ path: 'people.0.fullName', message: wrong.required },
	]);
});

test('blank text is no answer: missing where it is required, nothing elsewhere', () => {
	expect(messageFor('name', ' \u00A0 ')).toBe(wrong.required);
	expect(messageFor('name', ' '.repeat(150))).toBe(wrong.required);
	expect(messageFor('email', '')).toBeUndefined();
	expect(messageFor('email', ' '.repeat(5000))).toBe(context.messages.tooLong(lengths.email));
});

test.each<[string, unknown, string | undefined]>([
	['text', 'Đường 3/2', undefined],
	['text', 'hai\ndòng', wrong.oddCharacters],
	['text', 'x'.repeat(21), context.messages.tooLong(20)],
	['text', 5, wrong.wrongKind],
	['text', null, wrong.wrongKind],
	['text', ['a'], wrong.wrongKind],
	['text', 'a\u0000b', wrong.oddCharacters],
	['text', 'nửa \uD83D', wrong.oddCharacters],
	['text', '👩‍👧 vui', undefined],
	['text', 'số \u202E21', wrong.oddCharacters],
	['text', 'x\uFFFE', wrong.oddCharacters],
	['name', 'Y Ê-ban H’Bia', undefined],
	['name', 'Công ty 1/5', undefined],
	['name', '12 34', wrong.notAName],
	['longText', 'một\nhai\tba\r\n', undefined],
	['longText', 'x'.repeat(10_001), context.messages.tooLong(10_000)],
	['address', 'Thôn 3\nXã A', undefined],
	['phone', '0912345678', undefined],
	['phone', '+84 912 345 678', undefined],
	['phone', '024.3825.5555', undefined],
	['phone', '+33 6 12 34 56 78', undefined],
	['phone', '12345', wrong.notAPhone],
	['phone', 912345678, wrong.wrongKind],
	['idNumber', '001190012345', undefined],
	['idNumber', '00119001234', wrong.notAnIdNumber],
	['idNumber', '٠٠١١٩٠٠١٢٣٤٥', wrong.notAnIdNumber],
	['birthDate', '2024-02-29', undefined],
	['birthDate', '2026-02-29', wrong.noSuchDay],
	['birthDate', '1990', wrong.notADate],
	['birthDate', '12/04/1990', wrong.notADate],
	['birthDate', '0026-04-12', context.messages.outOfRange(1850, 2199)],
	['roughDate', '1990', undefined],
	['roughDate', '1990-13', wrong.notADate],
	['email', 'hoa@gmail.com', undefined],
	['email', 'hoa@gmail', wrong.notAnEmail],
	['email', '@@..', wrong.notAnEmail],
	['commune', '00004', undefined],
	['commune', '01', wrong.notAUnit],
	['commune', '99999', wrong.notAUnit],
	['count', 20, undefined],
	['count', 0, context.messages.outOfRange(1, 20)],
	['count', 1.5, wrong.notANumber],
	['count', '2', wrong.notANumber],
	['role', 'owner', undefined],
	['role', 'Chủ nhà', wrong.notAnOption],
	['role', 'toString', wrong.notAnOption],
	['people', 'Hoa', wrong.wrongKind],
	['people', [], context.messages.tooFew(1)],
	['people', [1, 2, 3, 4].map(() => ({ fullName: 'A' })), context.messages.tooMany(3)],
])('%s: %j', (id, value, message) => {
	expect(messageFor(id, value)).toBe(message);
});

test('decomposed writing is accepted, measured as composed, and left as it is', () => {
	const answers = { ...enough, text: 'ế'.repeat(20).normalize('NFD') };
	const before = JSON.stringify(answers);
	expect(errors(answers)).toEqual([]);
	expect(JSON.stringify(answers)).toBe(before);
});

test('what no question asked for is an error each, in persons too', () => {
	const answers = JSON.parse(
		'{"name":"Hoa","role":"tenant","__proto__":1,"constructor":{},"people":[{"fullName":"A","x":[]}]}',
	) as unknown;
	expect(errors(answers)).toEqual([
		{ path: '__proto__', message: wrong.unknown },
		{ path: 'constructor', message: wrong.unknown },
		{ path: 'people.0.x', message: wrong.unknown },
	]);
});

test('a person who is no object is an error at that person', () => {
	expect(errors({ ...enough, people: [{ fullName: 'A' }, 7, null] })).toEqual([
		{ path: 'people.1', message: wrong.wrongKind },
		{ path: 'people.2', message: wrong.wrongKind },
	]);
});

test('answers that are no object are one error', () => {
	for (const answers of [null, [], 'x', 1, undefined])
		expect(errors(answers)).toEqual([{ path: '', message: wrong.wrongKind }]);
});

test('a question that is not asked is not required, but its answer is of its kind', () => {
	expect(messageFor('married', undefined)).toBeUndefined();
	expect(messageFor('married', true)).toBeUndefined();
	expect(messageFor('married', 'có')).toBe(wrong.notYesOrNo);
	expect(errors({ ...enough, role: 'owner' })).toEqual([
		{ path: 'married', message: wrong.required },
	]);
});

test('the answer to a hidden question opens no other', () => {
	expect(errors({ ...enough, married: true })).toEqual([]);
	expect(errors({ ...enough, role: 'owner', married: true })).toEqual([
		{ path: 'marriedOn', message: wrong.required },
	]);
});

test('age on a day that was answered decides whether a guardian is asked for', () => {
	const child = { fullName: 'Bé An', born: '2010-01-02' };
	const on = (roughDate: string) => errors({ ...enough, roughDate, people: [child] });
	expect(on('2028-01-01')).toEqual([{ path: 'people.0.guardian', message: wrong.required }]);
	expect(on('2028-01-02')).toEqual([]);
	expect(on('2028')).toEqual([]);
});

test('dates in the wrong order and too far apart are errors at the later one', () => {
	const married = { ...enough, role: 'owner', married: true };
	const at = (more: object) => errors({ ...married, ...more });
	expect(at({ birthDate: '1990-05-02', marriedOn: '1990-05-01' })).toEqual([
		{ path: 'marriedOn', message: 'Cưới trước khi sinh.' },
	]);
	expect(at({ roughDate: '2024-05-01', marriedOn: '2026-05-01' })).toEqual([]);
	expect(at({ roughDate: '2024-05-01', marriedOn: '2026-05-02' })).toEqual([
		{ path: 'marriedOn', message: 'Quá hai năm.' },
	]);
});

test('two persons with one number are told at the second', () => {
	const number = '001190012345';
	const people = ['A', 'B', 'C'].map((fullName) => ({ fullName, number }));
	expect(errors({ ...enough, people }).map(({ path }) => path)).toEqual([
		'people.1.number',
		'people.2.number',
	]);
});

test('the clock only warns', () => {
	expect(warnings({ birthDate: '2026-07-02' })).toEqual([
		{ path: 'birthDate', message: 'Chưa tới.' },
	]);
	expect(warnings({ birthDate: '2026-07-01' })).toEqual([]);
	expect(errors({ ...enough, birthDate: '2199-07-02' })).toEqual([]);
});

test('what is unusual is a warning, never an error', () => {
	expect(warnings({ name: 'Hoa 2' })).toEqual([
		{ path: 'name', message: context.messages.unusual.digitsInName },
	]);
	expect(warnings({ phone: '0123456789' })).toEqual([
		{ path: 'phone', message: context.messages.unusual.phonePrefix },
	]);
	expect(warnings({ idNumber: '001190012345', birthDate: '1990-12-31' })).toEqual([]);
	expect(warnings({ idNumber: '001190012345', birthDate: '1991-01-01' })).toEqual([
		{ path: 'idNumber', message: 'Không khớp.' },
	]);
});

test('any JSON gets an answer: a bounded list of paths and plain messages', () => {
	const json = fc.oneof(
		fc.jsonValue({ maxDepth: 6 }),
		fc.record(
			{
				name: fc.jsonValue(),
				people: fc.oneof(fc.jsonValue(), fc.array(fc.jsonValue(), { maxLength: 80 })),
				role: fc.constantFrom('owner', 'tenant', 1),
				married: fc.jsonValue(),
				marriedOn: fc.string({ unit: 'binary' }),
			},
			{ requiredKeys: [] },
		),
	);
	fc.assert(
		fc.property(json, (answers) => {
			const before = JSON.stringify(answers);
			const found = errors(answers);
			expect(found.length).toBeLessThanOrEqual(mostErrors);
			for (const { path, message } of found) {
				expect(path.length).toBeLessThan(100);
				expect(message).toMatch(/\.$/);
			}
			expect(JSON.stringify(answers)).toBe(before);
		}),
		{ numRuns: 300 },
	);
});

test('any text in any question is refused or harmless, and never an exception', () => {
	const questions = form.sections[0]?.questions as PlainQuestion[];
	fc.assert(
		fc.property(
			fc.constantFrom(...questions),
			fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', maxLength: 30 })),
			({ id }, text) => {
				const message = messageFor(id, text);
				if (message === undefined) expect(text.isWellFormed()).toBe(true);
			},
		),
		{ numRuns: 1000 },
	);
});

// Were it not linear, the test would not end in its time.
test('huge answers are refused', () => {
	const deep = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`) as unknown;
	const many = Object.fromEntries(Array.from({ length: 100_000 }, (_, n) => [`x${n}`, n]));
	expect(errors({ ...enough, text: 'ế'.normalize('NFD').repeat(2_000_000) })).toHaveLength(1);
	expect(errors({ ...enough, people: Array.from({ length: 500_000 }, () => ({})) })).toHaveLength(
		4,
	);
	expect(errors({ ...enough, text: deep })).toHaveLength(1);
	expect(errors({ ...enough, ...many })).toHaveLength(mostErrors);
	expect(errors({ ...enough, email: `${'a@'.repeat(100)}.` })).toHaveLength(1);
});
