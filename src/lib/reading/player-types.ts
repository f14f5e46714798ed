import type { SpeakFailure, SpeakResult } from '#lib/speech/index.ts';
import type { PlayableScript } from './player-items.ts';

/** `skim`: headings and what leads each paragraph, without brackets and the numbers of legal texts. */
export type ReadingPace = 'full' | 'skim';

export interface PlayerState {
	readonly status: 'idle' | 'playing' | 'paused' | 'failed';
	/** where reading is, or begins at the next `play`; `null` only when there is nothing to read */
	readonly sentenceId: string | null;
	/** `null` for the title */
	readonly sectionId: string | null;
	/** 0.5…4 */
	readonly rate: number;
	readonly pace: ReadingPace;
	/** skimming leaves something of this paragraph out: `readInFull` says it */
	readonly abridged?: true;
	/** reading pauses where this section ends */
	readonly sleeping?: true;
	/** why it failed, or why it paused by itself */
	readonly reason?: SpeakFailure;
}

export interface PlayerOptions {
	/** Says words; settles when they were heard, soon after `signal` aborts. */
	speak(
		words: string,
		options: {
			rate: number;
			signal: AbortSignal;
			/** place in the whole of `words` */
			onWord: (charIndex: number, length: number) => void;
			/** place in `words` to begin at */
			from?: number;
			/** what is likely to come after */
			next?: string;
		},
	): Promise<SpeakResult>;
	/** A sentence as written → the words to say; none at all where skimming leaves the whole of it out. */
	toWords(text: string, pace: ReadingPace): string;
	/** Told after every change of the state. */
	onChange(state: PlayerState): void;
	/** A word begins to sound: its place in what `toWords` gave for that sentence, in UTF-16 units. */
	onWord?(sentenceId: string, charIndex: number, length: number): void;
	rate?: number;
	pace?: ReadingPace;
}

export interface Player {
	readonly state: PlayerState;
	/** Puts in another script, silent, at its beginning. */
	load(script: PlayableScript): void;
	/** Reads on from where it is, or from that sentence; from the beginning when the script no longer has it. */
	play(fromSentenceId?: string): void;
	/** Silence; the word is kept, where the voice tells them, else the sentence. */
	pause(): void;
	/** Goes on after `pause` or a failure, at the word that was cut off. */
	resume(): void;
	/** Moving reads aloud, also after a pause: to somebody who listens a silent move is no move. */
	next(): void;
	/** The sentence before; the first one again when there is none. */
	previous(): void;
	/** The sentence again, from its beginning. */
	repeat(): void;
	/** To the next section's heading; after the last section reading is over. */
	nextSection(): void;
	/** To the heading of this section, from there to the one before. */
	previousSection(): void;
	/** To that section's heading; nothing when the script has none. */
	toSection(sectionId: string): void;
	/** Clamped to 0.5…4; what sounds goes on at the new rate from the last word. */
	setRate(rate: number): void;
	/** The sentence that sounds begins again at the new pace. */
	setPace(pace: ReadingPace): void;
	/** While skimming: this paragraph with all that was left out, then skimming goes on. */
	readInFull(): void;
	/** Whether to pause where this section ends; it counts once. */
	sleepAtSectionEnd(sleep: boolean): void;
	/**
	 * Says something else as soon as the sentence that sounds is over, then reads on.
	 * @returns whether it was heard; `false` at once while nothing is being read
	 */
	interject(words: string): Promise<boolean>;
	/** Begins the utterance anew at its last word: the device is about to silence the voice that speaks. */
	renew(): void;
	/** Silence, back to the beginning. */
	stop(): void;
}
