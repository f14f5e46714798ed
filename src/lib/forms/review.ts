import type { Answers, Path } from './answers.ts';
import { isAnswered } from './answers.ts';
import type { FormDefinition, Question, Repeat } from './definition.ts';
import { describeAnswer, type DescribeContext } from './describe-answer.ts';
import { walk, type Walked } from './walk.ts';

export interface ReviewRow {
	readonly path: Path;
	readonly label: string;
	/** empty: not answered */
	readonly value: string;
	/** required and not answered */
	readonly missing: boolean;
	/** as in the form: a warning before it is spoken aloud */
	readonly private?: 'identity' | 'health' | 'record';
}

export interface ReviewSection {
	readonly id: string;
	readonly title: string;
	readonly rows: readonly ReviewRow[];
	/** one person of a repeat */
	readonly item?: { readonly repeat: string; readonly index: number };
}

/** Everything asked and answered, section by section, each person a section of their own: to read, hear and correct. */
export function reviewSections(
	form: FormDefinition,
	answers: Answers,
	context: DescribeContext,
): ReviewSection[] {
	const asked = walk(form, answers).walked.filter((step) => step.asked);
	return form.sections.flatMap((section) => {
		const own = asked.filter((step) => step.section === section);
		const shared = own.filter(({ item, question }) => !item && question.kind !== 'repeat');
		const repeats = own.flatMap(({ question }) => (question.kind === 'repeat' ? [question] : []));
		return [
			...(shared.length > 0
				? [{ id: section.id, title: section.title, rows: shared.map((step) => row(step, context)) }]
				: []),
			...repeats.flatMap((repeat) => persons(repeat, own, context)),
		];
	});
}

function persons(repeat: Repeat, steps: readonly Walked[], context: DescribeContext) {
	const of = steps.filter(({ item }) => item?.repeat === repeat);
	const count = of[0]?.item?.of ?? 0;
	return Array.from({ length: count }, (_, index): ReviewSection => {
		const own = of.filter(({ item }) => item?.index === index);
		return {
			id: `${repeat.id}.${index}`,
			title: itemTitle(repeat, index, own, context),
			rows: own.map((step) => row(step, context)),
			item: { repeat: repeat.id, index },
		};
	});
}

function itemTitle(
	repeat: Repeat,
	index: number,
	own: readonly Walked[],
	{ messages }: DescribeContext,
) {
	const item = repeat.item.replace('{n}', String(index + 1));
	const name = own.find(({ question }) => question.id === repeat.itemName)?.value;
	return typeof name === 'string' && isAnswered(name) ? messages.named(item, name) : item;
}

const row = ({ path, question, value }: Walked, context: DescribeContext): ReviewRow => ({
	path,
	label: question.short,
	value: describeAnswer(question, value, context),
	missing: question.required && !isAnswered(value),
	...privacy(question),
});

const privacy = (question: Question) => (question.private ? { private: question.private } : {});
