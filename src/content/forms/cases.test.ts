import { describe, expect, test } from 'vitest';
import {
	answersToSend,
	answerWarnings,
	decodeUnits,
	deriveDocuments,
	describeAnswer,
	documentText,
	findUnit,
	papersFor,
	questionFlow,
	unitName,
	validateAnswers,
	type Answers,
	type FormDefinition,
} from '#lib/forms/index.ts';
import { toWords } from '#lib/vietnamese/index.ts';
import { formMessages as messages } from '../messages/forms.vi.ts';
import { packedUnits } from '../units/index.ts';
import { examples, type Fault } from '../../../tests/support/form-examples.ts';
import { forms } from './index.ts';

const today = '2026-11-25';
const units = decodeUnits(packedUnits);
const context = { messages, isUnit: (code: string) => findUnit(units, code) !== undefined };
const describing = { messages, unitName: (code: string) => unitName(units, code) };

const documents = (form: FormDefinition, answers: Answers, unit: string) =>
	deriveDocuments(form, answers, {
		...describing,
		procedure: form.title,
		unit: unitName(units, unit) ?? '',
		dateInWords: (iso) => toWords(`ngày ${iso.split('-').reverse().join('/')}`).words,
	});

/** Every answer at its place, in the words of the review. */
const answered = (form: FormDefinition, answers: Answers) =>
	questionFlow(form, answers).flatMap(({ path, question }) => {
		const [id = '', index, inner] = path.split('.');
		const value =
			inner === undefined
				? answers[id]
				: (answers[id] as readonly Answers[])[Number(index)]?.[inner];
		return value === undefined || Array.isArray(value)
			? []
			: [{ path, question, words: describeAnswer(question, value, describing) }];
	});

function changed(answers: Answers, set: Fault['set']): Answers {
	const all = { ...answers, ...set };
	return Object.fromEntries(
		Object.entries(all).filter((entry): entry is [string, Answers[string]] => entry[1] !== null),
	);
}

test('every form has examples', () => {
	const names = (list: readonly FormDefinition[]) =>
		list.map(({ id, version }) => `${id} ${version}`);
	expect(names(examples.map(({ form }) => form))).toEqual(names(forms as FormDefinition[]).sort());
});

describe.each(examples.map((one) => [`${one.form.id}.v${one.form.version}`, one] as const))(
	'%s',
	(id, { form, cases, faults }) => {
		describe.each(cases.map((one) => [one.name, one] as const))('%s', (name, one) => {
			test('is accepted without a remark, and nothing of it is lost', () => {
				expect(validateAnswers(form, one.answers, context)).toEqual([]);
				expect(answerWarnings(form, one.answers, context, today)).toEqual([]);
				expect(answersToSend(form, one.answers)).toEqual(one.answers);
			});

			test('asks for the papers of this case', () => {
				expect(papersFor(form, one.answers).map((paper) => paper.id)).toEqual(one.papers);
			});

			test('goes to a unit of the level that decides', () => {
				const level = one.unit.length === 2 ? 'province' : 'commune';
				expect(context.isUnit(one.unit)).toBe(true);
				expect([level, 'either']).toContain(form.receiver?.level ?? 'either');
				const from = form.receiver?.from;
				if (from !== undefined) expect(one.answers[from]).toBe(one.unit);
			});

			test('has every answer in its printed documents', async () => {
				const made = documents(form, one.answers, one.unit);
				const printed = made.map(documentText).join('\n');
				const upper = printed.toLocaleUpperCase('vi');
				const missing = answered(form, one.answers)
					.filter(({ question }) => question.kind !== 'choice' && question.kind !== 'yesNo')
					.filter(({ words }) => !upper.includes(words.toLocaleUpperCase('vi')))
					.map(({ path, words }) => `${path}: ${words}`);
				expect(missing).toEqual([]);
				await expect(printed).toMatchFileSnapshot(
					`printed/${id}-${name.replace(/[^a-z0-9]+/gi, '-')}.txt`,
				);
			});
		});

		test('every check finds its fault, leads there and says what to do', () => {
			const found = form.checks.map((check) => `${check.kind} ${check.question}`);
			expect(faults.map(({ check }) => check).sort()).toEqual([...found].sort());
			for (const fault of faults) {
				const alike = (one: { check: string }) => one.check === fault.check;
				const nth = faults.filter(alike).indexOf(fault);
				const check = form.checks.filter((_, at) => found[at] === fault.check)[nth];
				const answers = changed(cases[fault.case ?? 0]?.answers ?? {}, fault.set);
				const errors = validateAnswers(form, answers, context);
				const warnings = answerWarnings(form, answers, context, today);
				const remark = { path: fault.at, message: check?.message };
				expect(check?.level === 'error' ? errors : warnings, fault.check).toContainEqual(remark);
				expect(errors, fault.check).toHaveLength(check?.level === 'error' ? 1 : 0);
			}
		});

		test('every question is asked in some case, and every choice of it decides or is printed', () => {
			const all = form.sections
				.flatMap(({ questions }) => questions)
				.flatMap((one) => (one.kind === 'repeat' ? one.questions : [one]));
			const asked = new Set(
				cases.flatMap(({ answers }) => questionFlow(form, answers).map((step) => step.question.id)),
			);
			expect(all.map((one) => one.id).filter((one) => !asked.has(one))).toEqual([]);
			const used = JSON.stringify([
				form.sections.map(({ when, questions }) => [
					when,
					questions.map((one) => [
						one.when,
						one.wordings,
						'questions' in one ? one.questions.map((inner) => [inner.when]) : [],
					]),
				]),
				form.papers,
				form.documents,
			]);
			const idle = all.filter((one) => !new RegExp(`["{/]${one.id}["}/|]`).test(used));
			expect(idle.map((one) => one.id)).toEqual([]);
		});
	},
);
