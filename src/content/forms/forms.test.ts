import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { formDefinitionSchema } from '#lib/forms/definition.ts';
import { validateAnswers } from '#lib/forms/index.ts';
import { formMessages } from '../messages/forms.vi.ts';
import { formFor, forms } from './index.ts';

const context = { messages: formMessages, isUnit: () => true };

describe.each(forms.map((form) => [`${form.id} ${form.version}`, form] as const))(
	'%s',
	(_, form) => {
		test('fits the schema', () => {
			const { issues } = v.safeParse(formDefinitionSchema, form);
			expect(issues?.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`)).toBeUndefined();
		});
	},
);

test('no two forms have the same id and version', () => {
	expect(new Set(forms.map(({ id, version }) => `${id} ${version}`)).size).toBe(forms.length);
});

test('every procedure has a form: its own, or the general one', () => {
	expect(formFor('9.999999')).toMatchObject({ id: 'general', version: 1 });
});

describe('the general form', () => {
	const general = formFor('9.999999');
	const enough = { fullName: 'Lê Thị Hoa', phone: '0912345678', request: 'Xin xác nhận.' };

	test('asks exactly what its contract names, and three of it always', () => {
		const questions = general.sections.flatMap((section) => section.questions);
		const contract = questions.map(({ id, required }) => `${id}${required ? '*' : ''}`).sort();
		expect(contract).toEqual(
			['fullName*', 'phone*', 'request*', 'birthDate', 'idNumber', 'address', 'email'].sort(),
		);
	});

	test('takes the three, and all seven', () => {
		expect(validateAnswers(general, enough, context)).toEqual([]);
		const all = {
			...enough,
			birthDate: '1990-04-12',
			idNumber: '001190012345',
			address: 'Thôn 3, xã Mường Phăng',
			email: 'hoa@example.com',
		};
		expect(validateAnswers(general, all, context)).toEqual([]);
	});

	test('refuses an eighth', () => {
		expect(validateAnswers(general, { ...enough, sex: 'female' }, context)).toEqual([
			{ path: 'sex', message: 'Câu này không có trong mẫu.' },
		]);
	});
});
