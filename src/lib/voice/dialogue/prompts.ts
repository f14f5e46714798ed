import type { Agenda, Change, Offer, Topic } from './agenda.ts';
import type { DialogueState, Expect } from './state.ts';
import type { DialogueWords } from './words.ts';

/** So many choices an ear keeps. */
export const atOnce = 3;

const silence = 5000;
/** Somebody may be looking for a paper. */
const longSilence = 12_000;

/** The same question for another person is known by then. */
const known = (topic: Topic) => `asked:${topic.path.replace(/\.\d+\./, '.')}`;

export interface Prompt {
	readonly say: readonly string[];
	/** what has been explained with it */
	readonly met: readonly string[];
}

/** A question as it is put: with everything the first time, short after. */
export function ask<Dossier>(
	topic: Topic,
	state: DialogueState,
	dossier: Dossier,
	agenda: Agenda<Dossier>,
	words: DialogueWords,
): Prompt {
	const say: string[] = [];
	const met: string[] = [];
	const once = (key: string, ...sentences: readonly (string | undefined)[]) => {
		if (state.met.includes(key) || met.includes(key)) return;
		met.push(key);
		say.push(...sentences.filter((one) => one !== undefined));
	};
	if (topic.heading) once(`part:${topic.heading}`, `${topic.heading}.`);
	say.push(words.progress(topic.number, topic.of));
	if (topic.private) once(`private:${topic.private}`, words.warning[topic.private]);
	const value = topic.answered ? agenda.valueAt(dossier, topic.path) : undefined;
	if (value !== undefined) say.push(words.current(agenda.sayValue(topic, value, 'masked')));
	say.push(topic.question);
	const manner = topic.private || topic.kind === 'digits' ? 'masked' : 'plain';
	if (topic.known !== undefined) say.push(words.known(agenda.sayValue(topic, topic.known, manner)));
	const isNew = !state.met.includes(known(topic));
	met.push(known(topic));
	if (isNew && topic.hint) say.push(topic.hint);
	if (isNew && topic.kind === 'choice') say.push(...choicesAt(topic.choices, 0, words));
	if (topic.example) once(`kind:${topic.kind}`, words.example(topic.example));
	// Many hints say it themselves.
	const isSaid = topic.hint?.includes(words.skipWord);
	if (!topic.required && topic.kind !== 'more' && !isSaid) once('optional', words.optional);
	return { say, met };
}

/** Phrase first, number after; three at a time. */
export function choicesAt(
	choices: readonly string[],
	page: number,
	words: DialogueWords,
): readonly string[] {
	const pages = Math.max(1, Math.ceil(choices.length / atOnce));
	const from = (page % pages) * atOnce;
	const shown = choices.slice(from, from + atOnce);
	return [
		...shown.map((label, at) => words.choice(label, from + at + 1)),
		...(pages > 1 ? [words.moreChoices] : []),
	];
}

export const offerChoices = (offers: readonly Offer[], page: number, words: DialogueWords) =>
	choicesAt(
		offers.map(({ label }) => label),
		page,
		words,
	);

/** What was heard, said back to be confirmed. */
export function confirmation<Dossier>(
	changes: readonly Change[],
	topics: readonly Topic[],
	agenda: Agenda<Dossier>,
	words: DialogueWords,
	manner: 'masked' | 'careful',
): string {
	const parts = changes.flatMap(({ path, value }) => {
		const topic = topics.find((one) => one.path === path);
		if (!topic || value === null) return [];
		const how = topic.risk === 'high' || manner === 'careful' ? manner : 'plain';
		return [words.kept(topic.name, agenda.sayValue(topic, value, how))];
	});
	return words.confirm(parts);
}

/** What can be said now: a closed list where there is one, so that a small recogniser serves. */
export function expectation(
	state: DialogueState,
	topic: Topic | undefined,
	words: DialogueWords,
): Expect {
	const closed = (phrases: readonly string[]): Expect => ({
		mode: 'closed',
		phrases: [...phrases, ...words.commands],
		silence,
	});
	switch (state.phase) {
		case 'paused':
		case 'left':
		case 'submitted':
			return { mode: 'none', phrases: words.commands, silence };
		case 'confirming':
		case 'submitting':
			return closed(words.yesNo);
		case 'choosing':
			return closed(state.offers.map(({ label }) => label));
		case 'asking':
			if (topic?.kind === 'choice') return closed(topic.choices);
			if (topic?.kind === 'yesNo' || topic?.kind === 'more') return closed(words.yesNo);
			return {
				mode: topic?.kind === 'digits' ? 'digits' : 'free',
				phrases: [...(topic?.known === undefined ? [] : [words.reuse]), ...words.commands],
				silence: topic?.kind === 'digits' || topic?.private ? longSilence : silence,
			};
		default:
			return closed([]);
	}
}
