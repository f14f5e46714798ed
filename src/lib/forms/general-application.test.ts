import { expect, test } from 'vitest';
import { form } from './fixture.ts';
import { generalApplication } from './general-application.ts';

const papers = (requiredDocuments: Parameters<typeof generalApplication>[0]['requiredDocuments']) =>
	generalApplication({ requiredDocuments }, form).papers;

test('each required paper is a prompt, in the order of the source, with its case', () => {
	expect(
		papers([
			{ name: '- Đơn đề nghị', originals: 1 },
			{ name: 'Giấy tờ khác (nếu có)', copies: 1 },
			{ case: 'Đối với tổ chức', name: 'Giấy phép', quantity: '02 bộ' },
			{ case: 'Thành phần hồ sơ gồm:', name: 'Bản vẽ' },
		]).map(({ id: _, ...rest }) => rest),
	).toEqual([
		{ name: 'Đơn đề nghị', optional: false },
		{ name: 'Giấy tờ khác (nếu có)', optional: true },
		{ name: 'Giấy phép', case: 'Đối với tổ chức', optional: true },
		{ name: 'Bản vẽ', case: 'Thành phần hồ sơ gồm:', optional: false },
	]);
});

test('a line that asks for no sheet is a note, not a paper', () => {
	const note = { case: 'Lưu ý:', name: 'Cán bộ phải tiếp nhận.', originals: 0 };
	const passport = { name: 'Bản sao hộ chiếu', originals: 0, copies: 1 };
	expect(papers([note, passport]).map(({ name }) => name)).toEqual([passport.name]);
});

test('where the source counted no sheet of anything, every line is a paper', () => {
	expect(
		papers([
			{ name: 'Đơn', originals: 0 },
			{ name: ' ', originals: 0 },
		]),
	).toHaveLength(1);
});

test('a paper keeps its id when others come and go, and stands only once', () => {
	const permit = { name: 'Giấy phép', originals: 1 };
	const [alone] = papers([permit]);
	expect(papers([{ name: 'Đơn' }, permit, permit]).at(-1)).toEqual(alone);
	expect(papers([permit, permit])).toHaveLength(1);
	expect(papers([{ ...permit, case: 'Đổi' }])[0]?.id).not.toBe(alone?.id);
});

test('a procedure without papers has the general questions all the same', () => {
	expect(generalApplication({ requiredDocuments: [] }, form)).toEqual({ form, papers: [] });
});
