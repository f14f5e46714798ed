import { isAnswered, type Answer } from './answers.ts';
import { yearsBetween } from './dates.ts';
import type { Condition } from './condition-schema.ts';

/** The answers a condition may look at: those to questions that are asked. */
export interface Scope {
	answer(question: string): Answer | undefined;
	/** the persons of a repeat, each seeing its own answers first */
	items(repeat: string): readonly Scope[];
}

/** Does the condition hold? No condition always holds. */
export function holds(condition: Condition | undefined, scope: Scope): boolean {
	if (condition === undefined) return true;
	if ('all' in condition) return condition.all.every((part) => holds(part, scope));
	if ('any' in condition) return condition.any.some((part) => holds(part, scope));
	if ('not' in condition) return !holds(condition.not, scope);
	if ('some' in condition)
		return scope.items(condition.some).some((item) => holds(condition.where, item));

	const answer = scope.answer(condition.question);
	if ('is' in condition) return answer === condition.is;
	if ('in' in condition) return condition.in.some((value) => value === answer);
	if ('answered' in condition) return isAnswered(answer) === condition.answered;
	const on = condition.on.map((question) => scope.answer(question)).find(isAnswered);
	const years = yearsBetween(answer, on);
	return years !== undefined && years < condition.ageUnder;
}
