import type { SpeakFailure, SpeakResult } from '#lib/speech/index.ts';
import { playerItems, type PlayableScript, type PlayerItem } from './player-items.ts';

/** Sentences in a row that may fail before the voice itself is taken to be broken. */
const errorCap = 3;
/** The sound was taken away or is not allowed yet: the sentence waits, it has not failed. */
const pausing: ReadonlySet<SpeakFailure> = new Set<SpeakFailure>([
	'aborted',
	'interrupted',
	'needs-gesture',
]);
/** No sentence would fare better. */
const hopeless: ReadonlySet<SpeakFailure> = new Set<SpeakFailure>(['no-voice', 'unavailable']);

export interface PlayerState {
	readonly status: 'idle' | 'playing' | 'paused' | 'failed';
	/** where reading is, or begins at the next `play`; `null` only when there is nothing to read */
	readonly sentenceId: string | null;
	/** `null` for the title */
	readonly sectionId: string | null;
	/** 0.5…2.5 */
	readonly rate: number;
	/** why it failed, or why it paused by itself */
	readonly reason?: SpeakFailure;
}

export interface PlayerOptions {
	/** Says words; settles when they were heard, soon after `signal` aborts. `next`: what is likely to come after. */
	speak(
		words: string,
		options: {
			rate: number;
			signal: AbortSignal;
			onWord: (charIndex: number, length: number) => void;
			next?: string;
		},
	): Promise<SpeakResult>;
	/** A sentence as written → the words to say. */
	toWords(text: string): string;
	/** Told after every change of the state. */
	onChange(state: PlayerState): void;
	/** A word begins to sound: its place in what `toWords` gave for that sentence, in UTF-16 units. */
	onWord?(sentenceId: string, charIndex: number, length: number): void;
	rate?: number;
}

export interface Player {
	readonly state: PlayerState;
	/** Puts in another script, silent, at its beginning. */
	load(script: PlayableScript): void;
	/** Reads on from where it is, or from that sentence; from the beginning when the script no longer has it. */
	play(fromSentenceId?: string): void;
	/** Silence; the sentence is kept and read again from its beginning, since Android cannot halt inside one. */
	pause(): void;
	/** Goes on after `pause` or a failure. */
	resume(): void;
	/** Moving reads aloud, also after a pause: to somebody who listens a silent move is no move. */
	next(): void;
	/** The sentence before; the first one again when there is none. */
	previous(): void;
	/** To the next section's heading; after the last section reading is over. */
	nextSection(): void;
	/** Clamped to 0.5…2.5; the sentence that sounds begins again at the new rate. */
	setRate(rate: number): void;
	/** Silence, back to the beginning. */
	stop(): void;
}

const clampRate = (rate: number) => Math.min(2.5, Math.max(0.5, rate));

/**
 * Reads a script sentence by sentence. Never asks for two utterances at once, and never passes a sentence over
 * unless it was told to or the sentence could not be said. A voice that fails three times in a row
 * stops it at the first sentence that was not heard.
 */
export function createPlayer({
	speak,
	toWords,
	onChange,
	onWord,
	...options
}: PlayerOptions): Player {
	let items: readonly PlayerItem[] = [];
	let index = 0;
	let rate = clampRate(options.rate ?? 1);
	let status: PlayerState['status'] = 'idle';
	let reason: SpeakFailure | undefined;
	/** place of the first of the sentences that failed in a row, and how many they are */
	let failedAt = 0;
	let failures = 0;
	/** rises at every start and stop, so that what an earlier utterance still reports is ignored */
	let generation = 0;
	let controller = new AbortController();
	let speaking: Promise<unknown> | undefined;

	const state = (): PlayerState => ({
		status,
		sentenceId: items[index]?.sentenceId ?? null,
		sectionId: items[index]?.sectionId ?? null,
		rate,
		...(reason && { reason }),
	});

	const silence = () => {
		generation += 1;
		controller.abort();
	};

	const rest = (as: PlayerState['status'], at = index, why?: SpeakFailure) => {
		silence();
		status = as;
		index = at;
		reason = why;
		failures = 0;
		onChange(state());
	};

	const start = (at: number) => {
		failures = 0;
		if (items.length === 0) return;
		if (at >= items.length) rest('idle', 0);
		else say(at);
	};

	const say = (at: number) => {
		silence();
		controller = new AbortController();
		index = at;
		status = 'playing';
		reason = undefined;
		const mine = generation;
		onChange(state());
		// Told of the change, the listener may have paused or moved on already.
		if (mine === generation) void utter(mine, controller.signal);
	};

	const utter = async (mine: number, signal: AbortSignal) => {
		// The first utterance is asked for at once, inside the tap that iOS insists on.
		while (speaking) await speaking;
		if (mine !== generation) return;
		const item = items[index]!;
		const following = items[index + 1];
		const asked = attempt(() =>
			speak(toWords(item.text), {
				rate,
				signal,
				onWord: (charIndex, length) => {
					if (mine === generation) onWord?.(item.sentenceId, charIndex, length);
				},
				...(following && { next: toWords(following.text) }),
			}),
		);
		speaking = asked;
		const result = await asked;
		speaking = undefined;
		if (mine === generation) heard(result);
	};

	const heard = (result: SpeakResult) => {
		if (!result.ok && pausing.has(result.reason)) return rest('paused', index, result.reason);
		if (result.ok) failures = 0;
		else if (result.reason !== 'nothing-to-say') {
			if (failures === 0) failedAt = index;
			failures += 1;
			const last = index + 1 >= items.length;
			if (failures >= errorCap || last || hopeless.has(result.reason)) {
				return rest('failed', failedAt, result.reason);
			}
		}
		if (index + 1 >= items.length) rest('idle', 0);
		else say(index + 1);
	};

	return {
		get state() {
			return state();
		},
		load(script) {
			items = playerItems(script);
			rest('idle', 0);
		},
		play(fromSentenceId) {
			if (fromSentenceId !== undefined) {
				start(
					Math.max(
						0,
						items.findIndex(({ sentenceId }) => sentenceId === fromSentenceId),
					),
				);
			} else if (status !== 'playing') start(index);
		},
		pause() {
			if (status === 'playing') rest('paused');
		},
		resume() {
			if (status === 'paused' || status === 'failed') start(index);
		},
		next: () => start(index + 1),
		previous: () => start(Math.max(0, index - 1)),
		nextSection() {
			const here = items[index]?.sectionId;
			const ahead = items.findIndex(
				({ sectionId }, at) => at > index && sectionId !== undefined && sectionId !== here,
			);
			start(ahead === -1 ? items.length : ahead);
		},
		setRate(wanted) {
			const before = rate;
			rate = clampRate(wanted);
			if (rate === before) return;
			if (status === 'playing') say(index);
			else onChange(state());
		},
		stop: () => rest('idle', 0),
	};
}

/** A voice that throws has a bug, which must not leave the listener in silence for ever. */
async function attempt(run: () => Promise<SpeakResult>): Promise<SpeakResult> {
	try {
		return await run();
	} catch (error) {
		return { ok: false, reason: 'error', detail: String(error) };
	}
}
