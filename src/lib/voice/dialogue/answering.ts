import { certain, type Interpretation } from '../interpret.ts';
import type { Topic, Understood } from './agenda.ts';
import { goTo, moreChoices, next, skip } from './asking.ts';
import { hearCorrection, type Correction } from './corrections.ts';
import { corrected } from './editing.ts';
import type { Talk } from './exchange.ts';
import { keep, keepOrConfirm } from './keeping.ts';
import { handOver, miss, oneTooMany } from './misses.ts';
import { obey } from './orders.ts';
import { isKeep, isMore, isReuse } from './phrases.ts';
import { offerChoices } from './prompts.ts';

/** So often one answer may be heard wrong. */
const mostRefused = 3;

/** While a question is open: a correction, an order, or the answer. */
export function hearAnswer(talk: Talk, topic: Topic, text: string) {
	if (topic.known !== undefined && isReuse(text))
		return keep(talk, [{ path: topic.path, value: topic.known }], [topic.path]);
	const correction = hearCorrection(text);
	if (correction && takeCorrection(talk, topic, correction, text)) return;
	const order = talk.order(text);
	const understood = talk.agenda.hear(talk.dossier, topic, text);
	if (order && goesFirst(order, topic, understood)) return obey(talk, order);
	if (isMore(text) && topic.choices.length > 0 && !understood.ok) return moreChoices(talk, topic);
	if (topic.answered && isKeep(text)) {
		talk.progress = !talk.state.passed.includes(`kept:${topic.path}`);
		talk.set({ passed: [...talk.state.passed, `kept:${topic.path}`] });
		return next(talk);
	}
	take(talk, topic, understood);
}

/** Said to a question with few answers, these are none of them, whatever else they are like. */
const beforeAnswers = ['help', 'repeat', 'skip', 'previous-question', 'human', 'keyboard'];

/** An order, unless it is an answer: "khỏi" to a question with yes and no, "đổi nơi ở" to one that any words answer. */
function goesFirst(
	{ command, confidence }: Interpretation,
	topic: Topic,
	understood: Understood,
): boolean {
	if (!understood.ok) return true;
	if (topic.kind === 'free' && confidence < certain) return false;
	return ['free', 'name'].includes(topic.kind) || beforeAnswers.includes(command);
}

function take(talk: Talk, topic: Topic, understood: Understood) {
	if (understood.ok) return keepOrConfirm(talk, understood.changes, understood.sure);
	switch (understood.reason) {
		case 'ambiguous':
			talk.set({ phase: 'choosing', offers: understood.offers, page: 0 });
			if (oneTooMany(talk)) return;
			return talk.speak(talk.words.whichOne, ...offerChoices(understood.offers, 0, talk.words));
		case 'invalid':
			return miss(talk, understood.message);
		case 'none':
		case 'skip':
			return skip(talk, topic);
		case 'dont-know':
			return topic.required ? miss(talk, 'dont-know') : skip(talk, topic);
		case 'not-understood':
			return miss(talk, 'not-understood');
	}
}

/** "Không thuộc hộ nào": to that question "không" is an answer. */
const isNo = (label: string) => /^không(?: |$)/iu.test(label);

/** @returns whether it was one of what was said back last, or of the answer that is asked for */
function takeCorrection(talk: Talk, topic: Topic, correction: Correction, text: string): boolean {
	const folded = talk.state.folded.flatMap((path) => talk.at(path) ?? []);
	const [first] = folded;
	if (correction.is === 'wrong') {
		const isAnswer = ['yesNo', 'more'].includes(topic.kind) || topic.choices.some(isNo);
		if (isAnswer && !/sai|nhầm|lộn|trật/u.test(text.toLowerCase())) return false;
		if (!first) return false;
		talk.set({ folded: [] });
		// What was heard is not what was said: the place is empty again.
		talk.put([{ path: first.path, value: null }]);
		talk.refuse(first.path);
		if ((talk.state.refused[first.path] ?? 0) > mostRefused) handOver(talk);
		else goTo(talk, first.path);
		return true;
	}
	for (const one of folded) {
		const changed = corrected(talk, one, talk.agenda.valueAt(talk.dossier, one.path), correction);
		if (!changed) continue;
		talk.set({ at: one.path });
		keepOrConfirm(talk, changed, true);
		return true;
	}
	if (correction.is === 'swap') return false;
	take(talk, topic, talk.agenda.hear(talk.dossier, topic, correction.right));
	return true;
}
