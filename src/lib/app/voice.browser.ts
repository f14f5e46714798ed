/** The speaking half of the app, fetched when it is first needed: player, language rules, voices, lock screen. */
import {
	createPlayer,
	placeToKeep,
	shownPlace,
	wordPlaces,
	type Place,
	type PlayableScript,
	type Player,
	type PlayerState,
} from '#lib/reading/index.ts';
import { toWords } from '#lib/vietnamese/index.ts';
import { createMediaControls } from './media-controls.browser.ts';
import { createOneVoice } from './one-voice.browser.ts';
import { readingChoices } from './reading-choices.svelte.ts';
import { keepPlace } from './reading-places.browser.ts';
import type { VoiceChoice } from './settings.svelte.ts';
import { scriptOfScreen, withWholeScreen } from './screen-text.browser.ts';
import { createAppSpeaker } from './speaker.browser.ts';
import { voiceSettings } from './voice-settings.svelte.ts';
import { createWakeLock } from './wake-lock.browser.ts';

export interface Voice {
	readonly player: Player;
	/** What a screen offers to read, completed by what else it shows; without an offer, all that it shows. */
	wholeScreen(script: PlayableScript | undefined): PlayableScript;
	/** @param code of the procedure, under which the place is kept for another day */
	load(script: PlayableScript, code?: string): void;
	/**
	 * Says one sentence outside any script; while one is read, between two of its sentences.
	 * @returns whether it was heard to its end
	 */
	say(text: string, rate: number): Promise<boolean>;
	/** Settles when there is a voice on this device, or none can be had. */
	ready(): Promise<unknown>;
	/** What is to be said begins when this has settled. */
	after(greeted: Promise<void>): void;
	/** To be called inside a tap: browsers let nothing sound before one. */
	unlock(): void;
	/** Ends what `say` says. */
	hush(): void;
	/** Ends reading; the place is kept. */
	stop(): void;
	choose(choice: VoiceChoice): void;
}

export interface VoiceOptions {
	readonly choice: VoiceChoice;
	readonly brand: string;
	onChange(state: PlayerState): void;
	/** a word of that sentence sounds; its place in the text as shown */
	onWord(sentenceId: string, place: Place | undefined): void;
	/** the device's own voice has spoken, and nobody has said yet whether it speaks Vietnamese */
	onDoubt(): void;
	/** @returns when the microphone is closed */
	closeMicrophone(): unknown;
}

export function createVoice({
	choice,
	brand,
	onChange,
	onWord,
	onDoubt,
	closeMicrophone,
}: VoiceOptions): Voice {
	readingChoices.start();
	let greeted: Promise<void> | undefined;
	const speaker = createAppSpeaker(onDoubt, async () => {
		await closeMicrophone();
		await greeted;
	});
	if (choice === 'bundled') speaker.prefer('espeak');
	// Looks for the device's voices while the person still looks at the screen.
	void speaker.prepare();

	const wakeLock = createWakeLock();
	let script: PlayableScript | undefined;
	let code: string | undefined;
	let stopping = false;
	/** the sentence that sounds, and where its words stand in it */
	let sounding: { id: string; placeOf: (at: number) => Place | undefined } | undefined;

	const sentenceOf = (id: string) =>
		script?.sections
			.flatMap(({ blocks }) => blocks.flatMap(({ sentences }) => sentences))
			.find((sentence) => sentence.id === id);

	const placesIn = (id: string) => {
		if (sounding?.id === id) return sounding.placeOf;
		const sentence = sentenceOf(id);
		const { text = '', spoken = text } = sentence ?? {};
		const inSpoken = sentence
			? wordPlaces(toWords(spoken, { region: voiceSettings.now.region }))
			: () => undefined;
		const placeOf = (at: number) => {
			const place = inSpoken(at);
			return place && shownPlace(text, spoken, place);
		};
		sounding = { id, placeOf };
		return placeOf;
	};

	const follow = (state: PlayerState) => {
		const { status, sentenceId, sectionId } = state;
		const isReading = status === 'playing' || status === 'paused';
		if (status === 'playing') oneVoice.taken();
		wakeLock.keep(status === 'playing' && readingChoices.wakeLock);
		if (isReading && script) {
			const heading = script.sections.find(({ id }) => id === sectionId)?.heading;
			media.show(status, script.title.text, heading || undefined);
			if (code && sentenceId) keepPlace(code, placeToKeep(script, sentenceId));
		} else media.hide();
		// Over by itself: the next time begins at the beginning.
		if (status === 'idle' && code && !stopping && script) keepPlace(code, undefined);
		onChange(state);
	};

	const player = createPlayer({
		speak: (words, { signal, onWord: onPlace, ...utterance }) =>
			speaker.speak({ words, ...utterance }, signal, (event) => {
				if (event.type === 'word') onPlace(event.start, event.end - event.start);
			}),
		toWords: (text, mode) => toWords(text, { mode, region: voiceSettings.now.region }).words,
		pace: readingChoices.pace,
		onChange: (state) => follow(state),
		onWord: (id, at) => {
			// While skimming, words stand elsewhere: the sentence alone is marked.
			if (player.state.pace === 'full') onWord(id, placesIn(id)(at));
		},
	});
	const media = createMediaControls(
		{
			play: () => player.play(),
			pause: () => player.pause(),
			stop: () => stop(),
			nextSection: () => player.nextSection(),
			previousSection: () => player.previousSection(),
			next: () => player.next(),
			previous: () => player.previous(),
		},
		brand,
	);
	const oneVoice = createOneVoice(() => {
		player.pause();
		saying.abort();
	});
	// A voice of the system falls silent with the screen: the page's own takes over at the word that sounds.
	document.addEventListener('visibilitychange', () => {
		if (document.visibilityState !== 'hidden') return;
		const speaks = speaker.voices().find(({ id }) => id === speaker.voice());
		if (speaks && !speaks.capabilities.background) player.renew();
	});

	let saying = new AbortController();
	const stop = () => {
		stopping = true;
		player.stop();
		stopping = false;
	};

	return {
		player,
		wholeScreen(offered) {
			const main = document.querySelector('main') ?? document.body;
			return offered ? withWholeScreen(offered, main) : scriptOfScreen(main);
		},
		load(loaded, of) {
			stopping = true;
			player.load(loaded);
			stopping = false;
			script = loaded;
			code = of;
			sounding = undefined;
		},
		async say(text, rate) {
			const { words } = toWords(text, { region: voiceSettings.now.region });
			if (player.state.status === 'playing') return player.interject(words);
			saying.abort();
			saying = new AbortController();
			oneVoice.taken();
			return (await speaker.speak({ words, rate }, saying.signal)).ok;
		},
		ready: () => speaker.prepare(),
		after: (until) => (greeted = until),
		unlock: () => speaker.unlock(),
		hush: () => saying.abort(),
		stop,
		choose: (choice) => speaker.prefer(choice === 'bundled' ? 'espeak' : null),
	};
}
