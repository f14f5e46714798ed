import type { Change } from './agenda.ts';
import { next } from './asking.ts';
import type { Talk } from './exchange.ts';
import { confirmation } from './prompts.ts';

export function keepOrConfirm(talk: Talk, changes: readonly Change[], sure: boolean) {
	const isHigh = changes.some(({ path }) => talk.at(path)?.risk === 'high');
	if (!isHigh && sure)
		return keep(
			talk,
			changes,
			changes.map(({ path }) => path),
		);
	talk.set({ phase: 'confirming', pending: changes });
	talk.speak(confirmation(changes, talk.topics, talk.agenda, talk.words, 'masked'));
	if (talk.state.met.includes('confirm')) return;
	talk.meet(['confirm']);
	talk.speak(talk.words.confirmHow);
}

/** @param folded said back with the next question */
export function keep(talk: Talk, changes: readonly Change[], folded: readonly string[]) {
	const named = folded.flatMap((path) => {
		const topic = talk.at(path);
		const value = changes.find((change) => change.path === path)?.value;
		if (!topic || topic.kind === 'more' || value === null || value === undefined) return [];
		return [
			topic.private
				? talk.words.keptSilently(topic.name)
				: talk.words.kept(topic.name, talk.agenda.sayValue(topic, value, 'plain')),
		];
	});
	const isAll = changes.filter(
		({ path, value }) => value === false && talk.at(path)?.kind === 'more',
	);
	const changed = changes.some(
		({ path, value }) => talk.agenda.valueAt(talk.dossier, path) !== (value ?? undefined),
	);
	talk.put(changes);
	// Refused before, it may be refused again: a circle, were it counted.
	const isFresh = changes.every(({ path }) => !talk.state.refused[path]);
	talk.progress ||= changed && isFresh;
	talk.set({
		folded: named.length > 0 ? folded : [],
		passed: [...talk.state.passed, ...isAll.map(({ path }) => path)],
	});
	talk.speak(...named);
	next(talk);
}
