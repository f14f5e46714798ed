import { isAnswered, ownAnswer, type Answer, type Answers, type Path } from './answers.ts';
import { holds, type Scope } from './conditions.ts';
import type { FormDefinition, PlainQuestion, Question, Repeat, Section } from './definition.ts';

/** One question at its place among the answers; a repeat comes after the questions of its persons. */
export interface Step {
	readonly path: Path;
	readonly section: Section;
	readonly question: Question;
	/** the question in the wording that fits the answers so far */
	readonly label: string;
	/** inside a repeat: whose question it is */
	readonly item?: {
		readonly repeat: Repeat;
		readonly index: number;
		readonly of: number;
		/** false for a person who must be named but of whom nothing was said yet */
		readonly found: boolean;
	};
}

export interface Walked extends Step {
	/** is it asked at all? */
	readonly asked: boolean;
	/** as found, of whatever type; `undefined` where there is none */
	readonly value: unknown;
	/** what a condition sees at this place */
	readonly scope: Scope;
}

/**
 * Goes through the form once, in order. Takes answers of any content (they may come from a stranger): looks only at the
 * form's own questions, and no further than a repeat's `max`.
 */
export function walk(form: FormDefinition, answers: Answers): { walked: Walked[]; scope: Scope } {
	const given = new Map<string, Answer>();
	const persons = new Map<string, Scope[]>();
	const scope: Scope = {
		answer: (id) => given.get(id),
		items: (repeat) => persons.get(repeat) ?? [],
	};
	const walked: Walked[] = [];

	for (const section of form.sections) {
		const open = holds(section.when, scope);
		for (const question of section.questions) {
			const asked = open && holds(question.when, scope);
			const value = ownAnswer(answers, question.id);
			if (question.kind === 'repeat') {
				const items = walkItems(section, question, value, asked, scope);
				walked.push(...items.flatMap((item) => item.walked));
				if (asked)
					persons.set(
						question.id,
						items.map((item) => item.scope),
					);
			} else if (asked && isAnswered(value)) given.set(question.id, value as Answer);
			walked.push({ ...step(question.id, section, question, scope), asked, value, scope });
		}
	}
	return { walked, scope };
}

function walkItems(
	section: Section,
	repeat: Repeat,
	value: unknown,
	repeatAsked: boolean,
	shared: Scope,
) {
	const found: readonly unknown[] = Array.isArray(value) ? value.slice(0, repeat.max) : [];
	const of = Math.max(found.length, repeat.min);
	return Array.from({ length: of }, (_, index) => {
		const answers = isAnswers(found[index]) ? found[index] : {};
		const given = new Map<string, Answer>();
		const own = new Set(repeat.questions.map(({ id }) => id));
		const scope: Scope = {
			answer: (id) => (own.has(id) ? given.get(id) : shared.answer(id)),
			items: (id) => shared.items(id),
		};
		const walked = repeat.questions.map((question): Walked => {
			const asked = repeatAsked && holds(question.when, scope);
			const own = ownAnswer(answers, question.id);
			if (asked && isAnswered(own)) given.set(question.id, own as Answer);
			const path = `${repeat.id}.${index}.${question.id}`;
			const item = { repeat, index, of, found: isAnswers(found[index]) };
			return { ...step(path, section, question, scope), item, asked, value: own, scope };
		});
		return { walked, scope };
	});
}

function step(path: Path, section: Section, question: PlainQuestion | Repeat, scope: Scope): Step {
	const wording = question.wordings?.find(({ when }) => holds(when, scope));
	return { path, section, question, label: wording?.label ?? question.label };
}

/** An object that is no list; what it holds is not known yet. */
export const isAnswers = (value: unknown): value is Answers =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
