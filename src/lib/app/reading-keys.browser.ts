import { actionOf, type ReadingAction } from '#lib/reading/index.ts';
import { readingChoices } from './reading-choices.svelte.ts';
import { reader } from './reader.svelte.ts';

readingChoices.start();

const acts: Readonly<Record<ReadingAction, () => unknown>> = {
	toggle: () => reader.toggle(),
	next: () => reader.move((player) => player.next()),
	previous: () => reader.move((player) => player.previous()),
	repeat: () => reader.move((player) => player.repeat()),
	nextSection: () => reader.move((player) => player.nextSection()),
	previousSection: () => reader.move((player) => player.previousSection()),
	faster: reader.faster,
	slower: reader.slower,
	stop: () => reader.stop(),
};

/** What this person's keys do, on every screen. */
export function readingKey(event: KeyboardEvent): void {
	const action = actionOf(event, readingChoices.shortcuts);
	if (!action) return;
	event.preventDefault();
	// A held key is one press: ten sentences in a second help nobody.
	if (!event.repeat) void acts[action]();
}
