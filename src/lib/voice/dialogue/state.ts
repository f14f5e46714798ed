import type { Change, Offer } from './agenda.ts';

/** Where a dialogue stands. Plain data: it is kept with the draft and taken up another day. */
export interface DialogueState {
	readonly phase:
		| 'asking'
		| 'confirming'
		| 'choosing'
		| 'reviewing'
		| 'submitting'
		/** the draft is safe; a person, the keyboard or another day is offered */
		| 'offering'
		| 'paused'
		/** nothing is asked any more until somebody speaks */
		| 'left'
		| 'submitted';
	/** path of the question; empty: the review */
	readonly at: string;
	/** heard, not yet confirmed */
	readonly pending: readonly Change[];
	/** several meanings, of which one is to be chosen */
	readonly offers: readonly Offer[];
	/** kept without asking and said back in the last prompt: "sai rồi" means these */
	readonly folded: readonly string[];
	/** not to be asked again by itself: skipped, or said to be all */
	readonly passed: readonly string[];
	/** asked once more at the end */
	readonly recalled: readonly string[];
	/** in a row at this question */
	readonly misses: number;
	/** how often an answer at a place was heard and refused: another one there is no progress */
	readonly refused: Readonly<Record<string, number>>;
	/** turns since the dossier last grew */
	readonly idle: number;
	/** what was explained in full: kinds of question, the warning, the beginning */
	readonly met: readonly string[];
	/** the last prompt, for "nhắc lại" */
	readonly said: readonly string[];
	/** how far choices or help were heard */
	readonly page: number;
	/** milliseconds since 1970 */
	readonly time: number;
}

export type DialogueEvent =
	| { readonly type: 'begin' }
	| { readonly type: 'heard'; readonly text: string }
	| { readonly type: 'silence' }
	/** something was said that no recogniser could make out */
	| { readonly type: 'noise' }
	/** the recogniser needs a network that is not there */
	| { readonly type: 'offline' }
	/** the person went elsewhere by touch or keys, or typed the answer */
	| { readonly type: 'moved'; readonly path: string }
	/** instantly quiet */
	| { readonly type: 'stop' };

/** What the microphone should be ready for. */
export interface Expect {
	/** `closed`: one of `phrases`; `none`: the microphone stays shut until it is pressed */
	readonly mode: 'free' | 'closed' | 'digits' | 'none';
	readonly phrases: readonly string[];
	/** so much silence is no answer, in ms */
	readonly silence: number;
}

export type Effect =
	| { readonly do: 'submit' | 'human' | 'keyboard' | 'silence' }
	/** an order that is not the dialogue's: slower, home… */
	| { readonly do: 'command'; readonly command: string; readonly slots: Slots };
export type Slots = Readonly<Record<string, string | number>>;

export interface Reply<Dossier> {
	readonly state: DialogueState;
	readonly dossier: Dossier;
	/** sentences to say, in order; none: keep quiet */
	readonly say: readonly string[];
	readonly expect: Expect;
	readonly effects: readonly Effect[];
}

export const beginning: DialogueState = {
	phase: 'asking',
	at: '',
	pending: [],
	offers: [],
	folded: [],
	passed: [],
	recalled: [],
	misses: 0,
	refused: {},
	idle: 0,
	met: [],
	said: [],
	page: 0,
	time: 0,
};
