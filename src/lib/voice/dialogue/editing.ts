import type { Change, Offer, Topic, Value } from './agenda.ts';
import { goTo } from './asking.ts';
import type { Correction } from './corrections.ts';
import type { Talk } from './exchange.ts';
import { splitEdit, topicsNamed } from './find-topic.ts';
import { keepOrConfirm } from './keeping.ts';
import { oneTooMany } from './misses.ts';
import { offerChoices } from './prompts.ts';

/** To a question by its name, with its answer if that was said along. */
export function edit(talk: Talk, field: string) {
	const { name, value } = splitEdit(field);
	const found = topicsNamed(name, talk.topics);
	const [only, other] = found;
	talk.set({ folded: [] });
	if (!only) {
		if (oneTooMany(talk)) return;
		return talk.speak(talk.words.noSuchField);
	}
	if (other) {
		const offers = found.map((topic): Offer => ({
			label: topic.name,
			changes: [],
			to: topic.path,
		}));
		talk.set({ phase: 'choosing', offers, page: 0 });
		return talk.speak(talk.words.whichField, ...offerChoices(offers, 0, talk.words));
	}
	const at = { phase: 'asking', at: only.path, pending: [], offers: [], page: 0 } as const;
	const understood = value ? talk.agenda.hear(talk.dossier, only, value) : undefined;
	if (understood?.ok) {
		talk.set(at);
		return keepOrConfirm(talk, understood.changes, understood.sure);
	}
	goTo(talk, only.path);
}

/** @returns the answer put right, if the correction fits it */
export function corrected(
	talk: Talk,
	topic: Topic,
	value: Value | undefined,
	correction: Exclude<Correction, { is: 'wrong' }>,
): readonly Change[] | undefined {
	if (correction.is === 'swap' && value !== undefined) {
		const repaired = talk.agenda.repair(topic, value, correction.wrong, correction.right);
		if (repaired !== undefined) return [{ path: topic.path, value: repaired }];
	}
	const heard = talk.agenda.hear(talk.dossier, topic, correction.right);
	return heard.ok ? heard.changes : undefined;
}
