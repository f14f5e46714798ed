/** Listening itself, fetched when someone first presses Nói: the recognisers, and what comes before the microphone opens. */
import { listening } from '#content/messages/listening.vi.ts';
import { systemClock } from '#lib/base/index.browser.ts';
import { fail } from '#lib/base/index.ts';
import {
	beforeListening,
	takeTurns,
	type Heard,
	type ListenFailure,
	type ListenRequest,
	type ListenResult,
} from '#lib/speech/index.ts';
import { announcer } from './announcer.svelte.ts';
import { reader } from './reader.svelte.ts';
import { createAppRecognizer } from './recognizer.browser.ts';
import { settings } from './settings.svelte.ts';
import { words } from './words.ts';

/** Why nothing was understood, in words. */
export const reasons: Readonly<Partial<Record<ListenFailure, string>>> = listening.reasons;

const recognizer = createAppRecognizer();

/** Long enough for a screen reader to say “Đang nghe” before the microphone hears it. */
const announcedMs = 800;

const sleep = (ms: number) => systemClock.sleep(ms);

/** Falls silent, says that it listens, and hears one utterance. */
export async function hearOnce(request: ListenRequest): Promise<ListenResult> {
	await beforeListening({
		hush() {
			reader.pause();
			reader.hush();
			const spoke = reader.used;
			reader.used = true;
			return spoke;
		},
		sleep,
		async signal() {
			announcer.show(words.listening.title);
			if (settings.mode === 'screen-reader') await sleep(announcedMs);
			await announcer.sound('listening');
		},
	});
	if (request.signal.aborted) return fail('aborted');
	const result = await recognizer.listen(request);
	return result.ok && result.value.text.trim() === '' ? fail('no-speech') : result;
}

/** The person is done: what was heard is the answer. */
export const finish = () => recognizer.stop();

/** On Android each opening of the microphone sounds and flashes: there it opens on a tap alone. */
const opensByItself = () =>
	settings.handsFree && !/Android/.test(navigator.userAgent) && !document.hidden;

/** One turn, or hands-free turn after turn; see `takeTurns`. */
export const converse = (
	listen: () => Promise<ListenResult>,
	answer: (heard: Heard, goesOn: boolean) => Promise<unknown>,
	signal: AbortSignal,
) =>
	takeTurns({
		listen,
		answer: (heard) => answer(heard, opensByItself()),
		mayGoOn: () => opensByItself() && !signal.aborted,
	});
