import { hearYesNo } from '#lib/vietnamese/index.ts';
import { hearCorrection } from './corrections.ts';
import { edit } from './editing.ts';
import type { Talk } from './exchange.ts';
import { topicsNamed } from './find-topic.ts';
import { miss, oneTooMany } from './misses.ts';
import { askToSubmit, obey } from './orders.ts';

export function hearAtReview(talk: Talk, text: string) {
	const order = talk.order(text);
	if (order) return obey(talk, order);
	const correction = hearCorrection(text);
	if (correction) {
		if (oneTooMany(talk)) return;
		return talk.speak(talk.words.whichField);
	}
	const yes = hearYesNo(text);
	if (yes.ok && yes.value) return askToSubmit(talk);
	// "ngày sinh": the name of a field is enough.
	if (topicsNamed(text, talk.topics).length > 0) return edit(talk, text);
	miss(talk, 'not-understood');
}

export function hearBeforeSubmitting(talk: Talk, text: string) {
	const order = talk.order(text);
	const yes = hearYesNo(text);
	// Said twice, it is meant.
	if ((yes.ok && yes.value && !yes.confirm) || order?.command === 'submit') {
		talk.progress = true;
		talk.set({ phase: 'submitted' });
		talk.speak(talk.words.submitted);
		return void talk.effects.push({ do: 'submit' });
	}
	if (yes.ok && !yes.value) {
		talk.set({ phase: 'reviewing' });
		return talk.speak(talk.words.notSubmitted, talk.words.reviewHow);
	}
	if (order) return obey(talk, order);
	miss(talk, 'not-understood');
}
