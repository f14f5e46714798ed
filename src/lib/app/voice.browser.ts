/** The speaking half of the app, fetched when it is first needed: player, language rules, voices. */
import { createPlayer, type Player, type PlayerState } from '#lib/reading/index.ts';
import { createDeviceSpeaker } from '#lib/speech/index.browser.ts';
import { toWords } from '#lib/vietnamese/index.ts';
import type { VoiceChoice } from './settings.svelte.ts';

export interface Voice {
	readonly player: Player;
	/** Says one sentence outside any script. @returns whether it was heard to its end */
	say(text: string, rate: number): Promise<boolean>;
	/** To be called inside a tap: browsers let nothing sound before one. */
	unlock(): void;
	/** Ends what `say` says. */
	hush(): void;
	choose(choice: VoiceChoice): void;
}

const spoken = (text: string) => toWords(text).words;

export function createVoice(choice: VoiceChoice, onChange: (state: PlayerState) => void): Voice {
	const speaker = createDeviceSpeaker();
	if (choice === 'bundled') speaker.prefer('espeak');
	// Looks for the device's voices while the person still looks at the screen.
	void speaker.prepare();
	const player = createPlayer({
		speak: (words, { signal, onWord, ...utterance }) =>
			speaker.speak({ words, ...utterance }, signal, (event) => {
				if (event.type === 'word') onWord(event.start, event.end - event.start);
			}),
		toWords: spoken,
		onChange,
	});
	let saying = new AbortController();
	return {
		player,
		async say(text, rate) {
			saying.abort();
			saying = new AbortController();
			return (await speaker.speak({ words: spoken(text), rate }, saying.signal)).ok;
		},
		unlock: () => speaker.unlock(),
		hush: () => saying.abort(),
		choose: (choice) => speaker.prefer(choice === 'bundled' ? 'espeak' : null),
	};
}
