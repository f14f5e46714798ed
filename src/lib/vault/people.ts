import { isAnswered, type Answers, type Repeat } from '#lib/forms/index.ts';
import { nameOf, type Subject } from './entries.ts';
import { differ } from './identity.ts';
import { typedFor, type OfferContext } from './offers.ts';
import { prefillKey } from './prefill.ts';

/** Someone kept who can be put into a form's list of persons. */
export interface KnownPerson {
	readonly subject: string;
	readonly name: string;
	/** the answers they would bring */
	readonly answers: Answers;
}

/** Those kept who are not in the list yet, with what the vault knows of each that the form asks. */
export function knownPersons(
	repeat: Repeat,
	listed: readonly Answers[],
	subjects: readonly Subject[],
	context: OfferContext,
): KnownPerson[] {
	const questions = repeat.questions.flatMap((question) => {
		const key = prefillKey(question.prefill);
		return key ? [{ question, ...key }] : [];
	});
	const group = questions.find(({ question }) => question.id === repeat.itemName)?.group;
	if (!group || group === 'place') return [];
	const theirs = questions.filter((one) => one.group === group);
	const known = listed.map((answers) =>
		Object.fromEntries(
			theirs.flatMap(({ question, field }) => {
				const value = answers[question.id];
				return isAnswered(value) && typeof value !== 'object' && value !== undefined
					? [[field, { value }] as const]
					: [];
			}),
		),
	);
	return subjects.flatMap((one) => {
		const isListed = known.some(
			(other) => Object.keys(other).length > 0 && !differ(other, one.fields),
		);
		if (one.role === 'place' || isListed) return [];
		const answers = Object.fromEntries(
			theirs.flatMap(({ question, field }) => {
				const value = one.fields[field]?.value;
				const fits = value !== undefined && typedFor(question, value, context) !== '';
				return fits ? [[question.id, value] as const] : [];
			}),
		);
		const named = repeat.itemName !== undefined && Object.hasOwn(answers, repeat.itemName);
		return named ? [{ subject: one.id, name: nameOf(one), answers }] : [];
	});
}
