import { expect, test } from 'vitest';
import type { Question } from './definition.ts';
import { describeAnswer } from './describe-answer.ts';
import { context, enough, form, units } from './fixture.ts';
import { papersFor } from './papers.ts';
import { reviewSections } from './review.ts';

const describing = { ...context, unitName: (code: string) => units.get(code) };
const questions = form.sections.flatMap((section): readonly Question[] => section.questions);

test.each<[string, unknown, string]>([
	['birthDate', '2026-04-12', '12/04/2026'],
	['roughDate', '1990-04', 'tháng 4 năm 1990'],
	['roughDate', '1990', '1990'],
	['idNumber', '001190012345', '001 190 012 345'],
	['phone', '0912345678', '0912 345 678'],
	['phone', '+33612345678', '+33612345678'],
	['role', 'owner', 'Chủ nhà'],
	['married', false, 'Không'],
	['count', 2, '2 bản'],
	['commune', '00004', 'Phường Ba Đình'],
	['commune', '99999', '99999'],
	['name', 'Lê Hoa', 'Lê Hoa'],
	['name', undefined, ''],
	['birthDate', 'hôm qua', 'hôm qua'],
	['people', [{}, {}], '2'],
])('%s %j is shown as “%s”', (id, value, shown) => {
	const question = questions.find((one) => one.id === id) as Question;
	expect(describeAnswer(question, value, describing)).toBe(shown);
});

test('a review has each section, and each person as one, by name where it is known', () => {
	const review = reviewSections(form, { ...enough, people: [...enough.people, {}] }, describing);
	expect(review.map(({ id, title, item }) => [id, title, item])).toEqual([
		['first', 'Phần một', undefined],
		['people.0', 'Người thứ 1: Trần Văn Bảy', { repeat: 'people', index: 0 }],
		['people.1', 'Người thứ 2', { repeat: 'people', index: 1 }],
	]);
	expect(review[2]?.rows[0]).toEqual({
		path: 'people.1.fullName',
		label: 'Họ tên',
		value: '',
		missing: true,
	});
});

test('a review shows what was asked, answered or not, and nothing that was hidden', () => {
	const rows = (answers: object) =>
		reviewSections(form, { ...enough, ...answers }, describing)[0]?.rows.map(({ path }) => path);
	expect(rows({})).toContain('email');
	expect(rows({ married: true })).not.toContain('married');
	expect(rows({ role: 'owner' })).toContain('married');
});

test('papers follow the answers, those of any one person too', () => {
	const ids = (answers: object) => papersFor(form, { ...enough, ...answers }).map(({ id }) => id);
	expect(ids({})).toEqual([]);
	expect(ids({ role: 'owner' })).toEqual(['proof']);
	const child = { fullName: 'An', born: '2015-01-01', guardian: 'Hoa' };
	expect(ids({ roughDate: '2026-01-01', people: [...enough.people, child] })).toEqual(['consent']);
});
