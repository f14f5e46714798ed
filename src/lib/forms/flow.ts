import { isAnswered, itemsOf, type Answers, type Path } from './answers.ts';
import type { FormDefinition } from './definition.ts';
import { walk, type Step } from './walk.ts';

/**
 * The questions that are asked, in order: one for each screen, one for each turn of a dialogue. A repeat's own step
 * stands after its persons and asks for one more; it shows the list where persons are removed or moved.
 */
export const questionFlow = (form: FormDefinition, answers: Answers): Step[] =>
	walk(form, answers)
		.walked.filter(({ asked }) => asked)
		.map(({ path, section, question, label, item }) => ({
			path,
			section,
			question,
			label,
			...(item ? { item } : {}),
		}));

/** The first question, or the one after `path`; `undefined` after the last. A path that is not asked leads on to the next that is. */
export function nextQuestion(
	form: FormDefinition,
	answers: Answers,
	path?: Path,
): Step | undefined {
	const { walked } = walk(form, answers);
	const from = path === undefined ? -1 : walked.findIndex((step) => step.path === path);
	return walked.find(({ asked }, at) => asked && at > from);
}

/** The question before `path`; `undefined` before the first. */
export function previousQuestion(
	form: FormDefinition,
	answers: Answers,
	path: Path,
): Step | undefined {
	const { walked } = walk(form, answers);
	const from = walked.findIndex((step) => step.path === path);
	return walked.findLast(({ asked }, at) => asked && at < from);
}

/** "Câu 3 trên 9": `number` counts from 1; 0 for a question that is not asked. */
export function progress(
	form: FormDefinition,
	answers: Answers,
	path: Path,
): { number: number; of: number } {
	const flow = questionFlow(form, answers);
	return { number: flow.findIndex((step) => step.path === path) + 1, of: flow.length };
}

/** What must still be answered before handing in, in order. */
export function missing(form: FormDefinition, answers: Answers): Step[] {
	return walk(form, answers).walked.filter(
		({ asked, question, value }) =>
			asked &&
			question.required &&
			(question.kind === 'repeat'
				? itemsOf(answers, question.id).length < question.min
				: !isAnswered(value)),
	);
}

/**
 * The answers to hand in: without those to questions no longer asked, without blanks, without persons of whom nothing is
 * known. Finalising uses it; validation never changes anything.
 */
export function answersToSend(form: FormDefinition, answers: Answers): Answers {
	const { walked } = walk(form, answers);
	const sent: Record<string, Answers[string]> = {};
	for (const { question, asked, value, item } of walked) {
		if (!asked || item || !isAnswered(value)) continue;
		if (question.kind !== 'repeat') sent[question.id] = value as Answers[string];
		else {
			const of = walked.filter((step) => step.item?.repeat === question);
			const items = itemsOf(answers, question.id).map((_, index) => {
				const own = of.filter((step) => step.item?.index === index && step.asked);
				const known = own.filter((step) => isAnswered(step.value));
				return Object.fromEntries(known.map((step) => [step.question.id, step.value]));
			});
			sent[question.id] = items.filter((one) => Object.keys(one).length > 0) as Answers[];
		}
	}
	return sent;
}
