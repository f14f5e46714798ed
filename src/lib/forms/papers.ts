import type { Answers } from './answers.ts';
import { holds } from './conditions.ts';
import type { FormDefinition, Paper } from './definition.ts';
import { walk } from './walk.ts';

/** The papers to photograph or attach, by what was answered. Prompts, not conditions: a missing one stops nothing. */
export function papersFor(form: FormDefinition, answers: Answers): Paper[] {
	const { scope } = walk(form, answers);
	return form.papers.filter((paper) => holds(paper.when, scope));
}
