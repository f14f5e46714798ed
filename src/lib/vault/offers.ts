import {
	answerAt,
	describeAnswer,
	isAnswered,
	parseAnswer,
	type Answer,
	type Answers,
	type DescribeContext,
	type FormContext,
	type PlainQuestion,
	type Step,
} from '#lib/forms/index.ts';
import { nameOf, type KeptField, type Role, type Subject } from './entries.ts';
import { differ } from './identity.ts';
import { prefillKey, roleOfGroup } from './prefill.ts';

/** A kept value that answers the question. */
export interface Offer {
	readonly subject: string;
	/** whose it is; empty where the value says so itself */
	readonly of: string;
	/** what would stand in the field */
	readonly typed: string;
	/** as a person reads it */
	readonly shown: string;
}

export type OfferContext = DescribeContext & FormContext;

/** So many stand beside a question; a landlord's other tenants are chosen from the list of persons. */
const most = 3;

/**
 * What the vault knows for one question: the one whose group it is first. Nobody who contradicts what was already
 * answered in the same group is offered, so that the answers about one person stay one person's.
 * @param steps the form's questions as they are asked now
 */
export function offersFor(
	step: Step,
	steps: readonly Step[],
	answers: Answers,
	subjects: readonly Subject[],
	context: OfferContext,
): Offer[] {
	const { question } = step;
	const key = prefillKey(question.prefill);
	if (!key || question.kind === 'repeat') return [];
	const known = knownOf(step, steps, answers);
	const role = roleOfGroup(key.group);
	const fitting = subjects
		.filter((one) => (one.role === 'place') === (role === 'place'))
		.filter((one) => role !== 'child' || childlike.includes(one.role))
		.filter((one) => !differ(one.fields, known))
		.sort((a, b) => Number(b.role === role) - Number(a.role === role));
	const offers = new Map<string, Offer>();
	for (const one of fitting) {
		const field = one.fields[key.field];
		const typed = field && typedFor(question, field.value, context);
		if (!typed || offers.has(typed)) continue;
		const shown = question.kind === 'unit' ? (context.unitName(typed) ?? typed) : typed;
		const name = nameOf(one);
		offers.set(typed, { subject: one.id, of: name === shown ? '' : name, typed, shown });
	}
	return [...offers.values()].slice(0, most);
}

/** Who a child may be kept as; one's own mother is never offered for a newborn. */
const childlike: readonly Role[] = ['child', 'other'];

/** What was answered so far about the one this question is about. */
function knownOf(step: Step, steps: readonly Step[], answers: Answers) {
	const group = groupOf(step);
	const known: Record<string, Pick<KeptField, 'value'>> = {};
	for (const other of steps) {
		const field = prefillKey(other.question.prefill)?.field;
		const value = answerAt(answers, other.path);
		if (!field || other.path === step.path || groupOf(other) !== group || !isAnswered(value))
			continue;
		if (typeof value !== 'object') known[field] = { value: value as KeptField['value'] };
	}
	return known;
}

/** The questions about one and the same: a group of the form, within one person of a repeat. */
export const groupOf = ({ question, item }: Step): string =>
	`${item ? `${item.repeat.id}.${item.index}.` : ''}${prefillKey(question.prefill)?.group ?? ''}`;

/** @returns what to put into the field; empty where the value is no answer to this question any more */
export function typedFor(question: PlainQuestion, value: Answer, context: OfferContext): string {
	const typed = question.kind === 'unit' ? String(value) : describeAnswer(question, value, context);
	const parsed = parseAnswer(question, typed, context);
	return parsed.ok && parsed.value === value ? typed : '';
}
