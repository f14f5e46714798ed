import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkAnswer } from './check-answer.ts';
import type { PlainQuestion } from './definition.ts';
import { describeAnswer } from './describe-answer.ts';
import { context, form, units } from './fixture.ts';
import { parseAnswer } from './parse-answer.ts';

const questions = form.sections[0]?.questions as PlainQuestion[];
const question = (id: string) => questions.find((one) => one.id === id) as PlainQuestion;
const parse = (id: string, typed: string) => parseAnswer(question(id), typed, context);
const describing = { ...context, unitName: (code: string) => units.get(code) };

test.each<[string, string, unknown]>([
	['birthDate', '12/4/2026', '2026-04-12'],
	['birthDate', '12-04-2026', '2026-04-12'],
	['birthDate', '12042026', '2026-04-12'],
	['birthDate', ' 12 . 4 . 2026 ', '2026-04-12'],
	['birthDate', 'ngày 12 tháng 4 năm 2026', '2026-04-12'],
	['birthDate', 'mùng 2 tháng 9 năm 1945', '1945-09-02'],
	['birthDate', 'mùng hai tháng chín năm một chín bốn lăm', '1945-09-02'],
	['birthDate', '2026-04-12', '2026-04-12'],
	['birthDate', '20260412', '2026-04-12'],
	['birthDate', '29/2/2024', '2024-02-29'],
	['roughDate', '1990', '1990'],
	['roughDate', '4/1990', '1990-04'],
	['roughDate', 'tháng 4 năm 1990', '1990-04'],
	['phone', '0912 345 678', '0912345678'],
	['phone', '+84 912.345.678', '0912345678'],
	['phone', '84912345678', '0912345678'],
	['phone', 'không chín một hai, ba bốn năm, sáu bảy tám', '0912345678'],
	['phone', '(024) 3825-5555', '02438255555'],
	['phone', '０９１２３４５６７８', '0912345678'],
	['phone', '+33 6 12 34 56 78', '+33612345678'],
	['idNumber', '001 190 012 345', '001190012345'],
	['idNumber', '001190-012345', '001190012345'],
	['name', '  lê  thị hoa ', 'Lê Thị Hoa'],
	['name', 'y ê-ban', 'Y Ê-Ban'],
	['name', 'NGUYỄN VĂN A', 'NGUYỄN VĂN A'],
	['name', 'Lê Hoa'.normalize('NFD'), 'Lê Hoa'],
	['email', ' hoa @gmail.com', 'hoa@gmail.com'],
	['count', '2', 2],
	['count', '02 bản', 2],
	['count', 'hai', 2],
	['count', 'mười hai bản', 12],
	['married', 'Có', true],
	['married', 'CHƯA', false],
	['married', 'dạ đúng rồi ạ', true],
	['married', 'hổng phải', false],
	['role', 'Chủ nhà', 'owner'],
	['role', 'nguoi', 'tenant'],
	['role', '2', 'tenant'],
	['role', 'cái cuối', 'tenant'],
	['role', 'owner', 'owner'],
	['commune', '00004', '00004'],
	['text', 'a\u0007b', 'ab'],
	['longText', ' một \r\n\r\n hai\u2028ba ', 'một\n\nhai\nba'],
])('%s: “%s” is read as %j', (id, typed, value) => {
	expect(parse(id, typed)).toEqual({ ok: true, value });
});

test.each([
	['birthDate', '12/4/26', '2026-04-12'],
	['birthDate', '12/4/27', '1927-04-12'],
	['birthDate', '120490', '1990-04-12'],
	['idNumber', '999190012345', '999190012345'],
])('%s: “%s” is a guess or odd, and to be confirmed', (id, typed, value) => {
	expect(parse(id, typed)).toEqual({ ok: true, value, confirm: true });
});

test.each([
	['birthDate', '', 'required'],
	['birthDate', '31/2/2026', 'noSuchDay'],
	['birthDate', '4/1990', 'notADate'],
	['birthDate', '1990', 'notADate'],
	['birthDate', '12/4', 'notADate'],
	['birthDate', 'tháng giêng', 'notADate'],
	['birthDate', 'hôm qua', 'notADate'],
	['birthDate', 'mùng hai tháng chín', 'notADate'],
	['birthDate', '12/4/2026/1', 'notADate'],
	['birthDate', '12/4/0026', 'outOfRange'],
	['phone', '12345', 'notAPhone'],
	['idNumber', '00119001234', 'notAnIdNumber'],
	['count', 'vài', 'notANumber'],
	['count', 'hai ba', 'notANumber'],
	['count', '1.000', 'outOfRange'],
	['married', 'có lẽ', 'notYesOrNo'],
	['role', 'ai', 'notAnOption'],
	['role', '3', 'notAnOption'],
	['role', '0', 'notAnOption'],
	['commune', 'Ba Đình', 'notAUnit'],
	['name', '123', 'notAName'],
	['text', 'a'.repeat(21), 'tooLong'],
])('%s: “%s” is refused: %s', (id, typed, reason) => {
	expect(parse(id, typed)).toMatchObject({ ok: false, reason });
});

test('whatever is typed, what is read is valid', () => {
	const typed = fc.oneof(
		fc.string({ unit: 'binary' }),
		fc.stringMatching(/^[0-9 /.+-]{0,14}$/),
		fc.constantFrom('có', 'chủ nhà', 'a@b.vn'),
	);
	fc.assert(
		fc.property(fc.constantFrom(...questions), typed, (one, text) => {
			const read = parseAnswer(one, text, context);
			if (read.ok) expect(checkAnswer(one, read.value, context)).toBeUndefined();
			else expect(read.message).not.toBe('');
		}),
		{ numRuns: 2000 },
	);
});

test('what a review shows can be typed again and means the same', () => {
	const day = fc
		.date({ min: new Date('1850-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
		.map((date) => date.toISOString().slice(0, 10));
	const pairs = fc.oneof(
		fc.record({ id: fc.constantFrom('birthDate', 'roughDate'), value: day }),
		fc.record({ id: fc.constant('roughDate'), value: day.map((date) => date.slice(0, 7)) }),
		fc.record({ id: fc.constant('idNumber'), value: fc.stringMatching(/^001[0-3]\d{8}$/) }),
		fc.record({ id: fc.constant('phone'), value: fc.stringMatching(/^0[35789]\d{8}$/) }),
		fc.record({ id: fc.constant('count'), value: fc.integer({ min: 1, max: 20 }) }),
		fc.record({ id: fc.constant('role'), value: fc.constantFrom('owner', 'tenant') }),
		fc.record({ id: fc.constant('married'), value: fc.boolean() }),
	);
	fc.assert(
		fc.property(pairs, ({ id, value }) => {
			const shown = describeAnswer(question(id), value, describing);
			expect(parse(id, shown)).toEqual({ ok: true, value });
		}),
		{ numRuns: 500 },
	);
});
