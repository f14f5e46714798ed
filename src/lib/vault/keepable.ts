import {
	answerAt,
	describeAnswer,
	isAnswered,
	questionFlow,
	type Answers,
	type DescribeContext,
	type FormDefinition,
	type Step,
} from '#lib/forms/index.ts';
import type { KeptField, Role, Subject } from './entries.ts';
import { whose } from './identity.ts';
import { groupOf } from './offers.ts';
import { prefillKey, roleOfGroup } from './prefill.ts';

/** One person or place of a dossier that was handed in, with what could be kept of it. */
export interface Keepable {
	/** unique among the keepables */
	readonly id: string;
	readonly role: Role;
	/** whose kept fields these would join; absent: somebody new */
	readonly subject?: string;
	readonly name: string;
	/** those not kept yet, or kept otherwise */
	readonly fields: Readonly<Record<string, Omit<KeptField, 'savedAt'>>>;
	/** what is known of the one in all, to find whose it is */
	readonly known: Readonly<Record<string, Omit<KeptField, 'savedAt'>>>;
}

/** What of a dossier's answers the vault could keep, person by person. Nothing is kept by this. */
export function keepable(
	form: FormDefinition,
	answers: Answers,
	subjects: readonly Subject[],
	context: DescribeContext,
): Keepable[] {
	const groups = new Map<string, { role: Role; steps: Step[] }>();
	for (const step of questionFlow(form, answers)) {
		const key = prefillKey(step.question.prefill);
		if (!key || step.question.kind === 'repeat' || !isAnswered(answerAt(answers, step.path)))
			continue;
		const id = groupOf(step);
		const group = groups.get(id) ?? { role: roleOfGroup(key.group), steps: [] };
		groups.set(id, { ...group, steps: [...group.steps, step] });
	}
	return [...groups].flatMap(([id, { role, steps }]) => {
		const known = fieldsOf(steps, answers, context);
		const subject = whose(role, known, subjects);
		const fields = Object.fromEntries(
			Object.entries(known).filter(([name, { value }]) => subject?.fields[name]?.value !== value),
		);
		if (Object.keys(fields).length === 0) return [];
		const name = known.fullName?.shown ?? known.address?.shown ?? '';
		const theirs = subject ? { subject: subject.id } : {};
		return [{ id, role: freeRole(role, subject, subjects), ...theirs, name, fields, known }];
	});
}

/** A second "tôi" would be somebody else: the phone was lent, or a helper's. */
function freeRole(role: Role, subject: Subject | undefined, subjects: readonly Subject[]): Role {
	if (subject) return subject.role;
	return role === 'self' && subjects.some((one) => one.role === 'self') ? 'other' : role;
}

function fieldsOf(steps: readonly Step[], answers: Answers, context: DescribeContext) {
	return Object.fromEntries(
		steps.map(({ question, path }) => {
			const value = answerAt(answers, path) as KeptField['value'];
			const shown = describeAnswer(question, value, context);
			return [prefillKey(question.prefill)?.field ?? '', { value, shown, label: question.short }];
		}),
	);
}

/**
 * The subjects that change when the person keeps what they ticked.
 * @param ticked by keepable: names of fields
 * @param newId a fresh random id at each call
 * @param now milliseconds since 1970
 */
export function keep(
	keepables: readonly Keepable[],
	ticked: Readonly<Record<string, readonly string[]>>,
	subjects: readonly Subject[],
	newId: () => string,
	now: number,
): Subject[] {
	const changed = new Map<string, Subject>();
	for (const one of keepables) {
		const names = (ticked[one.id] ?? []).filter((name) => Object.hasOwn(one.fields, name));
		if (names.length === 0) continue;
		const all = [...changed.values(), ...subjects.filter(({ id }) => !changed.has(id))];
		const found = whose(one.role, one.known, all);
		const before = found ?? { id: newId(), kind: 'subject', role: one.role, fields: {} };
		const added = names.flatMap((name) => {
			const field = one.fields[name];
			return field ? [[name, { ...field, savedAt: now }] as const] : [];
		});
		const fields = { ...before.fields, ...Object.fromEntries(added) };
		changed.set(before.id, { ...before, kind: 'subject', fields });
	}
	return [...changed.values()];
}
