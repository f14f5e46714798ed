import * as v from 'valibot';

/** Words for people. */
export const text = (about: string) => v.pipe(v.string(), v.minLength(1), v.description(about));
/** A whole number, 0 or more. */
export const count = (about: string) =>
	v.pipe(v.number(), v.integer(), v.minValue(0), v.description(about));

/** Name of a question, a section, a paper or a document: `fullName`. Part of every stored answer, never changed. */
const idPattern = /^[a-z][A-Za-z0-9]*$/;
export const id = v.pipe(v.string(), v.regex(idPattern), v.maxLength(40));

/**
 * When something is asked, over the answers to *earlier* questions. Inside a repeat the same person's answers are looked
 * at first, then the shared ones. The answer to a question that is not asked counts as not given.
 */
export type Condition =
	| { readonly question: string; readonly is: string | number | boolean }
	| { readonly question: string; readonly in: readonly (string | number)[] }
	| { readonly question: string; readonly answered: boolean }
	/** younger than `ageUnder` years on the day answered to the first answered question of `on` */
	| { readonly question: string; readonly ageUnder: number; readonly on: readonly string[] }
	/** at least one person of a repeat */
	| { readonly some: string; readonly where: Condition }
	| { readonly all: readonly Condition[] }
	| { readonly any: readonly Condition[] }
	| { readonly not: Condition };

export const conditionSchema: v.GenericSchema<Condition> = v.lazy(() =>
	v.union([
		v.strictObject({ question: id, is: v.union([v.string(), v.number(), v.boolean()]) }),
		v.strictObject({ question: id, in: v.array(v.union([v.string(), v.number()])) }),
		v.strictObject({ question: id, answered: v.boolean() }),
		v.strictObject({ question: id, ageUnder: count('years'), on: v.array(id) }),
		v.strictObject({ some: id, where: conditionSchema }),
		v.strictObject({ all: v.array(conditionSchema) }),
		v.strictObject({ any: v.array(conditionSchema) }),
		v.strictObject({ not: conditionSchema }),
	]),
);
