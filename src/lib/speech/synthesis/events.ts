import type { OnSpeechEvent } from './engine.ts';

const ignore: OnSpeechEvent = () => undefined;

/** Events of a part of a sentence, as events of the sentence: `offset` is where the part begins in it. */
export const movedBy =
	(offset: number, tell: OnSpeechEvent = ignore): OnSpeechEvent =>
	(event) =>
		tell(
			event.type === 'word'
				? { type: 'word', start: offset + event.start, end: offset + event.end }
				: event,
		);

/** A sentence starts once, in however many parts it is said. */
export function startingOnce(tell: OnSpeechEvent = ignore): OnSpeechEvent {
	let started = false;
	return (event) => {
		if (event.type === 'start' && started) return;
		started ||= event.type === 'start';
		tell(event);
	};
}
