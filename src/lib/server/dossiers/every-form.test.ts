import { describe, expect, it } from 'vitest';
import { forms } from '#content/forms/index.ts';
import { formMessages } from '#content/messages/forms.vi.ts';
import { intakeMessages } from '#content/messages/intake.vi.ts';
import { packedUnits } from '#content/units/index.ts';
import type { DossierBody } from '#lib/dossiers/index.ts';
import { decodeUnits, validateAnswers, type Answers } from '#lib/forms/index.ts';
import { examples } from '../../../../tests/support/form-examples.ts';
import { checkContent } from './check-content.ts';

const units = decodeUnits(packedUnits);
const formContext = {
	messages: formMessages,
	isUnit: (code: string) => units.byCode.has(code),
};
const check = (form: (typeof forms)[number], unit: string, answers: unknown) =>
	checkContent(
		{
			procedure: form.procedures[0] ?? '1.001022',
			unit,
			form: { id: form.id, version: form.version },
			answers,
		} as DossierBody,
		{ forms, formContext, isProcedure: async () => true, words: intakeMessages },
	);

describe.each(examples.map((one) => [`${one.form.id}.v${one.form.version}`, one] as const))(
	'%s',
	(_, { form, cases, faults }) => {
		it.each(cases.map((one) => [one.name, one] as const))('is taken: %s', async (_name, one) => {
			expect(await check(form, one.unit, one.answers)).toEqual([]);
		});

		it('is refused for the same reasons, in the same words, as on the phone', async () => {
			for (const fault of faults) {
				const one = cases[fault.case ?? 0];
				const all = Object.entries({ ...one?.answers, ...fault.set });
				const answers = Object.fromEntries(all.filter(([, value]) => value !== null)) as Answers;
				const onPhone = validateAnswers(form, answers, formContext);
				expect(await check(form, one?.unit ?? '', answers)).toEqual(
					onPhone.map(({ path, message }) => ({ path: `answers.${path}`, message })),
				);
			}
		});
	},
);
