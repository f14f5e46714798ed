import type { Talk } from './exchange.ts';
import { choicesAt, confirmation, offerChoices } from './prompts.ts';
import type { DialogueWords } from './words.ts';

type Trouble = keyof DialogueWords['why'];

/** Misses at one question before the draft is put aside. */
const mostMisses = 4;

/** Retry; then example and form; then another way; then the draft is kept and a person offered. */
export function miss(talk: Talk, why: Trouble | (string & {})) {
	const { phase } = talk.state;
	if (phase === 'paused' || phase === 'left' || phase === 'submitted') return;
	if (phase === 'offering') return leave(talk);
	talk.count();
	const isTrouble = why in talk.words.why;
	// Without a network the same would come again: the other way at once.
	if (why === 'offline' && talk.state.misses < 3) talk.set({ misses: 3 });
	const { misses } = talk.state;
	if (misses >= mostMisses) return handOver(talk);
	talk.speak(isTrouble ? talk.words.why[why as Trouble] : why);
	if (phase === 'choosing' && talk.state.phase === 'choosing')
		return talk.speak(...offerChoices(talk.state.offers, talk.state.page, talk.words));
	if (talk.state.phase === 'confirming') return sayPending(talk);
	if (talk.state.phase === 'submitting') return talk.speak(talk.words.submitAsk);
	const topic = talk.topic;
	if (!topic) return talk.speak(talk.words.reviewHow);
	if (misses === 1) return talk.speak(topic.question);
	if (misses === 2)
		return talk.speak(
			topic.question,
			topic.hint ?? '',
			topic.example ? talk.words.example(topic.example) : '',
			...(topic.kind === 'choice' ? choicesAt(topic.choices, 0, talk.words) : []),
		);
	const { otherWay } = talk.words;
	if (topic.choices.length > 0)
		return talk.speak(topic.question, ...choicesAt(topic.choices, talk.state.page, talk.words));
	const isClosed = topic.kind === 'yesNo' || topic.kind === 'more';
	talk.speak(
		topic.kind === 'digits' ? otherWay.digits : isClosed ? otherWay.closed : otherWay.free,
	);
	if (!isClosed) talk.effects.push({ do: 'keyboard' });
}

/** What waits to be confirmed, with nothing left to guess. */
export function sayPending(talk: Talk) {
	const { pending } = talk.state;
	talk.speak(confirmation(pending, talk.topics, talk.agenda, talk.words, 'careful'));
}

/** Counts a miss. @returns whether it was one too many: the talk has been handed over */
export function oneTooMany(talk: Talk): boolean {
	talk.count();
	if (talk.state.misses < mostMisses) return false;
	handOver(talk);
	return true;
}

/** The draft is safe; a person, the keyboard or another day is offered. Once: then it is left. */
export function handOver(talk: Talk) {
	if (talk.state.met.includes('offered')) return leave(talk);
	talk.meet(['offered']);
	talk.set({ phase: 'offering', pending: [], offers: [], folded: [] });
	talk.say = [...talk.words.handOver];
}

export function leave(talk: Talk) {
	talk.set({ phase: 'left', pending: [], offers: [], folded: [] });
	talk.say = [talk.words.left];
}
