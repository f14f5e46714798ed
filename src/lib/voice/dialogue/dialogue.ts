/**
 * A talk that fills in a dossier: asks, hears, confirms by risk, takes corrections, and gives up in good time. Pure: an
 * event and a state go in, the next state, the sentences to say and the dossier come out. It cannot go round in circles:
 * whatever does not bring the dossier forward is counted, and at the limit it keeps the draft and offers a person.
 */
import { hearYesNo, tidy } from '#lib/vietnamese/index.ts';
import { hearAnswer } from './answering.ts';
import { ask, next, review } from './asking.ts';
import { hearChosen } from './choosing.ts';
import { hearConfirmation } from './confirming.ts';
import { Exchange, type DialogueOptions, type Talk } from './exchange.ts';
import { handOver, miss } from './misses.ts';
import { hearAtOffer } from './offering.ts';
import { pass } from './orders.ts';
import { expectation } from './prompts.ts';
import { hearAtReview, hearBeforeSubmitting } from './reviewing.ts';
import type { DialogueEvent, DialogueState, Reply } from './state.ts';

export interface Dialogue<Dossier> {
	/** @param now milliseconds since 1970 */
	turn(state: DialogueState, dossier: Dossier, event: DialogueEvent, now: number): Reply<Dossier>;
}

/** Turns in a row that bring nothing. */
const mostIdle = 8;
/** After so long somebody has to be told where they are. */
const longAgo = 30 * 60_000;

export function createDialogue<Dossier>(options: DialogueOptions<Dossier>): Dialogue<Dossier> {
	return {
		turn(before, dossier, event, now) {
			const talk = new Exchange(options, before, dossier, now);
			// The question may be gone: another answer was changed by hand.
			if (before.at !== '' && !talk.topic) talk.set({ phase: 'asking', at: '', pending: [] });
			take(talk, event);
			settle(talk, event, before.idle);
			const { state, topic, words, say, effects } = talk;
			const expect = expectation(state, topic, words);
			return { state, dossier: talk.dossier, say, expect, effects };
		},
	};
}

function take(talk: Talk, event: DialogueEvent) {
	switch (event.type) {
		case 'begin':
			return begin(talk);
		case 'moved':
			return moved(talk, event.path);
		case 'stop':
			talk.set({ phase: 'paused', misses: 0 });
			return void talk.effects.push({ do: 'silence' });
		case 'heard':
			return tidy(event.text) === '' ? miss(talk, 'noise') : heard(talk, event.text);
		default:
			return miss(talk, event.type);
	}
}

/** Counts what brought nothing, and ends in good time. */
function settle(talk: Talk, { type }: DialogueEvent, idleBefore: number) {
	const counts = type !== 'moved' && type !== 'stop';
	const idle = talk.progress ? 0 : idleBefore + (counts ? 1 : 0);
	talk.set({ idle, time: talk.now });
	if (talk.progress) talk.set({ met: talk.state.met.filter((one) => one !== 'offered') });
	const isOpen = !['offering', 'paused', 'left', 'submitted'].includes(talk.state.phase);
	if (idle >= mostIdle && isOpen) handOver(talk);
	if (talk.say.length > 0) talk.set({ said: [...talk.say] });
}

function begin(talk: Talk) {
	const { time, met } = talk.state;
	talk.set({ phase: 'asking', misses: 0, pending: [], offers: [], folded: [], idle: 0 });
	const isNew = !met.includes('intro');
	const done = talk.topics.filter(({ answered }) => answered).length;
	if (isNew) {
		talk.speak(...talk.agenda.intro(talk.dossier));
		talk.meet(['intro']);
	}
	if (done > 0 && (isNew || talk.now - time > longAgo))
		talk.speak(talk.words.resumed(done, talk.topics.length));
	if (!isNew && talk.topic) ask(talk);
	else next(talk);
}

/** By touch or keys to another question: that is asked now, without a word until somebody speaks. */
function moved(talk: Talk, path: string) {
	if (path === talk.state.at && talk.state.phase === 'asking') return;
	const known = talk.at(path) !== undefined;
	talk.set({
		phase: known ? 'asking' : 'reviewing',
		at: known ? path : '',
		pending: [],
		offers: [],
		folded: [],
		misses: 0,
		page: 0,
	});
}

function heard(talk: Talk, text: string) {
	switch (talk.state.phase) {
		case 'paused':
		case 'left':
			return wake(talk, text);
		case 'submitted':
			return pass(talk, talk.order(text));
		case 'offering':
			return hearAtOffer(talk, text);
		case 'choosing':
			return hearChosen(talk, text);
		case 'confirming':
			return hearConfirmation(talk, text);
		case 'submitting':
			return hearBeforeSubmitting(talk, text);
		case 'reviewing':
			return hearAtReview(talk, text);
		case 'asking':
			return talk.topic ? hearAnswer(talk, talk.topic, text) : next(talk);
	}
}

/** Somebody speaks again: a person's act, so that counting begins anew. */
function wake(talk: Talk, text: string) {
	talk.set({ phase: talk.state.at === '' ? 'reviewing' : 'asking', misses: 0 });
	talk.progress = true;
	const order = talk.order(text);
	const isOnlyBack = order && ['resume', 'read', 'repeat'].includes(order.command);
	const yes = hearYesNo(text);
	if (isOnlyBack || (yes.ok && yes.value && !talk.topic?.kind.startsWith('yes'))) return goOn(talk);
	heard(talk, text);
}

function goOn(talk: Talk) {
	talk.speak(talk.words.goOn);
	if (talk.topic) ask(talk);
	else review(talk);
}
