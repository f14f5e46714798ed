import { readdirSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { formDefinitionSchema } from '#lib/forms/definition.ts';
import {
	generalApplication,
	validateAnswers,
	type FormDefinition,
	type Question,
} from '#lib/forms/index.ts';
import { hasRealCatalogue, realProcedures } from '../../../tests/support/real-catalogue.ts';
import { formMessages } from '../messages/forms.vi.ts';
import { formFor, forms } from './index.ts';
import { formEntries } from './on-demand.ts';
import { brokenReferences } from './references.ts';

const context = { messages: formMessages, isUnit: () => true };

const questionsOf = (form: FormDefinition) =>
	form.sections
		.flatMap((section): readonly Question[] => section.questions)
		.flatMap((question) =>
			question.kind === 'repeat' ? [question, ...question.questions] : [question],
		);

/** Fields that no answer is refused for; the questions of a repeat are listed by themselves. */
const wording = [
	...[
		'label',
		'wordings',
		'short',
		'hint',
		'example',
		'private',
		'prefill',
		'suggestions',
		'spelled',
	],
	...['item', 'itemName', 'more', 'questions'],
];

/** What decides whether answers are accepted, without the wording. */
function contract(form: FormDefinition): string[] {
	const about = (question: Question): string =>
		JSON.stringify(question, (key, value: unknown) =>
			wording.includes(key) || (key === 'unit' && question.kind === 'number') ? undefined : value,
		);
	const consents = questionsOf(form).filter((one) => one.kind === 'yesNo' && one.consent);
	const errors = form.checks.filter(({ level }) => level === 'error');
	return [
		...form.sections.map(({ id, when }) => JSON.stringify({ section: id, when })),
		...questionsOf(form).map(about),
		...consents.map(({ id, label }) => JSON.stringify({ consent: id, label })),
		...errors.map(({ message: _, ...check }) => JSON.stringify(check)),
	];
}

describe.each(forms.map((form) => [`${form.id}.v${form.version}`, form] as const))(
	'%s',
	(name, form) => {
		test('fits the schema', () => {
			const { issues } = v.safeParse(formDefinitionSchema, form);
			expect(issues?.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`)).toBeUndefined();
		});

		test('names only questions, options and persons that are there', () => {
			expect(brokenReferences(form)).toEqual([]);
		});

		test('asks in one short sentence that can be spoken', () => {
			for (const { label, short } of questionsOf(form)) {
				expect(label).toMatch(/\?$/);
				expect(label.length).toBeLessThanOrEqual(150);
				expect(short.length).toBeLessThanOrEqual(60);
				expect(label).toBe(label.normalize('NFC'));
			}
		});

		test('still accepts what it accepted when it was published (a stricter form is a new version)', async () => {
			await expect(`${contract(form).join('\n')}\n`).toMatchFileSnapshot(`published/${name}.txt`);
		});
	},
);

test('what is kept from one form fits the others: one field, one kind of question', () => {
	const kinds = new Map<string, string>();
	for (const { prefill, kind } of forms.flatMap(questionsOf)) {
		if (prefill === undefined) continue;
		const [group, field = ''] = prefill.split('.');
		expect(prefillGroups, prefill).toContain(group);
		const known = kinds.get(field) ?? kind;
		expect(kind, prefill).toBe(known);
		kinds.set(field, known);
	}
	expect([...kinds.keys()]).toContain('fullName');
});

test('a phone knows which form is for what without its questions, and gets the same form', async () => {
	expect(formEntries.map(({ load: _, ...entry }) => entry)).toEqual(
		forms.map(({ id, version, procedures }) => ({ id, version, procedures })),
	);
	for (const [at, { load }] of formEntries.entries()) expect(await load()).toEqual(forms[at]);
});

test('every version ever published is still there', () => {
	const names = forms.map(({ id, version }) => `${id}.v${version}.txt`);
	expect(new Set(names).size).toBe(names.length);
	expect(names.sort()).toEqual(readdirSync(new URL('published', import.meta.url)).sort());
});

test('a name that leads nowhere is found', () => {
	const [general] = forms;
	const broken = {
		...general,
		papers: [{ id: 'x', name: 'X', required: true, when: { question: 'nobody', is: 1 } }],
		documents: [{ id: 'd', title: 'D', lines: [{ kind: 'text', text: '{fullName} {nothing}' }] }],
	} as FormDefinition;
	expect(brokenReferences(broken)).toEqual([
		'x: no earlier question “nobody”',
		'd: no answer “nothing”',
	]);
});

test('every procedure has a form: its own, or the general one', () => {
	expect(formFor('1.001193').id).toBe('birth-registration');
	expect(formFor('1.004194').id).toBe('temporary-residence');
	expect(formFor('1.001699').id).toBe('disability-assessment');
	expect(formFor('9.999999')).toMatchObject({ id: 'general', version: 1 });
});

/** Whom or what kept fields may be about. */
const prefillGroups = [
	...['self', 'person', 'child', 'mother', 'father', 'spouse'],
	...['head', 'bride', 'groom', 'owner', 'place'],
];

/** What the official name of a form's procedures has in it. */
const named: Readonly<Record<string, RegExp>> = {
	'birth-registration': /^Thủ tục đăng ký khai sinh$/,
	'death-registration': /^Thủ tục đăng ký khai tử( lưu động)?$/,
	'marriage-registration': /^Thủ tục đăng ký kết hôn( lưu động)?$/,
	'marital-status': /^Thủ tục cấp Giấy xác nhận tình trạng hôn nhân$/,
	'civil-status-extract': /^Cấp bản sao Trích lục hộ tịch/,
	'temporary-residence': /^Đăng ký tạm trú$/,
	'residence-extension': /^Gia hạn tạm trú$/,
	'stay-notice': /^Thông báo lưu trú$/,
	'disability-assessment': /^Xác định, xác định lại mức độ khuyết tật/,
	'disability-certificate': /^Đổi, cấp lại Giấy xác nhận khuyết tật$/,
	'social-allowance': /trợ cấp xã hội hàng tháng/,
	'social-pension': /trợ cấp hưu trí xã hội$/,
	'pension-funeral': /^Hỗ trợ chi phí mai táng .*hưu trí xã hội$/,
	'allowance-funeral': /^Hỗ trợ chi phí mai táng cho đối tượng bảo trợ xã hội$/,
	'household-business': /^Đăng ký thành lập hộ kinh doanh$/,
	'criminal-record': /^Cấp Phiếu Lý lịch tư pháp cho công dân Việt Nam/,
};

describe.skipIf(!hasRealCatalogue)(
	'with ../shared/data/catalogue.jsonl.gz (skipped where it is missing)',
	() => {
		const procedures = [...realProcedures()];

		test('each form’s codes are procedures of that name', () => {
			const name = (code: string) => procedures.find((one) => one.code === code)?.name;
			const names = forms.flatMap((form) =>
				form.procedures.map((code) => [form.id, code, name(code) ?? ''] as const),
			);
			const pairs = new Set(names.map(([id, code]) => `${id} ${code}`));
			expect(new Set(names.map(([, code]) => code)).size).toBe(pairs.size);
			for (const [id, code, official] of names) {
				expect(official, code).toMatch(named[id] ?? 'no such form');
			}
		});

		test('each form goes to the level that the procedure names', () => {
			for (const form of forms)
				for (const code of form.procedures) {
					const level = procedures.find((one) => one.code === code)?.agency ?? '';
					const province = /tỉnh/i.test(level);
					const expected = { province, commune: /xã/i.test(level), either: true };
					expect(expected[form.receiver?.level ?? 'either'], `${code} ${level}`).toBe(true);
				}
		});

		test('every procedure can be applied for, and whoever must bring papers is told which', () => {
			expect(procedures).toHaveLength(4437);
			for (const procedure of procedures) {
				const { form, papers } = generalApplication(procedure, formFor('9.999999'));
				expect(form.id).toBe('general');
				expect(papers.length > 0).toBe(procedure.requiredDocuments.length > 0);
				expect(new Set(papers.map(({ id }) => id)).size).toBe(papers.length);
			}
		});
	},
);

describe('the general form', () => {
	const general = formFor('9.999999');
	const enough = { fullName: 'Lê Thị Hoa', phone: '0912345678', request: 'Xin xác nhận.' };

	test('asks exactly what its contract names, and three of it always', () => {
		const asked = questionsOf(general).map(({ id, required }) => `${id}${required ? '*' : ''}`);
		expect(asked.sort()).toEqual(
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
