import type { Topic } from './agenda.ts';
import type { Talk } from './exchange.ts';
import { miss } from './misses.ts';
import { ask as promptFor, choicesAt } from './prompts.ts';

/** The next open question, those put off once more, then the review. */
export function next(talk: Talk) {
	const { passed, recalled } = talk.state;
	const open = talk.topics.filter(({ answered }) => !answered);
	const wrong = talk.agenda.problems(talk.dossier);
	const isMissing = (path: string) => wrong.some((problem) => problem.path === path);
	const coming =
		open.find(({ path }) => !passed.includes(path)) ??
		talk.topics.find(({ path }) => isMissing(path) && !recalled.includes(path));
	if (!coming) return review(talk);
	const isAgain = passed.includes(coming.path) || coming.answered;
	if (isAgain) {
		talk.set({ recalled: [...recalled, coming.path] });
		const message = wrong.find(({ path }) => path === coming.path)?.message;
		talk.speak(coming.answered && message ? message : talk.words.recall);
	}
	goTo(talk, coming.path);
}

export function goTo(talk: Talk, path: string) {
	talk.set({ phase: 'asking', at: path, pending: [], offers: [], misses: 0, page: 0 });
	ask(talk);
}

export function ask(talk: Talk) {
	const topic = talk.topic;
	if (!topic) return review(talk);
	talk.set({ phase: 'asking' });
	const prompt = promptFor(topic, talk.state, talk.dossier, talk.agenda, talk.words);
	talk.meet(prompt.met);
	talk.speak(...prompt.say);
}

export function skip(talk: Talk, topic: Topic) {
	const isFirst = !talk.state.passed.includes(topic.path);
	if (topic.answered && topic.kind !== 'more') {
		// Come back to it and nothing to change.
		return next(talk);
	}
	if (topic.required && !isFirst) return miss(talk, 'dont-know');
	talk.progress ||= isFirst;
	talk.set({ passed: [...talk.state.passed, topic.path], folded: [] });
	talk.speak(topic.required ? talk.words.later : talk.words.skipped);
	next(talk);
}

export function previous(talk: Talk) {
	const at = talk.topics.findIndex(({ path }) => path === talk.state.at);
	const before = talk.topics
		.slice(0, at === -1 ? undefined : at)
		.findLast(({ kind }) => kind !== 'more');
	if (!before) {
		talk.speak(talk.words.atFirst);
		return ask(talk);
	}
	talk.set({ folded: [] });
	goTo(talk, before.path);
}

export function moreChoices(talk: Talk, topic: Topic) {
	talk.set({ page: talk.state.page + 1 });
	talk.speak(...choicesAt(topic.choices, talk.state.page, talk.words));
}

export function review(talk: Talk) {
	const sections = talk.agenda.review(talk.dossier);
	const problems = talk.agenda.problems(talk.dossier).map(({ message }) => message);
	talk.set({ phase: 'reviewing', at: '', pending: [], offers: [], misses: 0, page: 0 });
	talk.speak(talk.words.reviewOpen(talk.topics.filter(({ answered }) => answered).length));
	for (const { title, lines } of sections) talk.speak(`${title}.`, ...lines);
	if (problems.length > 0) talk.speak(talk.words.problems(problems));
	talk.speak(talk.words.reviewHow);
}
