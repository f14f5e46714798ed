/** The microphone: opened by a tap, for one utterance or hands-free, and shown whatever it does. */
import { fail } from '#lib/base/index.ts';
import type { Expected, Heard, ListenFailure, ListenResult } from '#lib/speech/index.ts';
import { reader } from './reader.svelte.ts';
import { settings } from './settings.svelte.ts';
import { announcer } from './announcer.svelte.ts';
import type { FormSession } from './form/session.svelte.ts';
import type * as listening from './listening.browser.ts';
import { words } from './words.ts';

type Listening = typeof listening;

/** `between`: hands-free, and it is the app's turn; the microphone is closed. */
export type ListenerStatus =
	'idle' | 'asking' | 'starting' | 'listening' | 'understanding' | 'between';
type Reason = ListenFailure;

/** Reasons that will not change in this visit: said once, after that the keyboard is offered without a word. */
const lasting: readonly Reason[] = ['unavailable', 'language-not-supported', 'no-microphone'];

/** A form being filled in: what is said on its screens is a conversation about it. */
export interface Subject {
	readonly session: FormSession;
	place(): string;
	go(place: string): Promise<void>;
	submitted(): Promise<void>;
}

/** What a conversation asks about again itself. */
const asked: readonly Reason[] = ['no-speech', 'no-match', 'network'];

class Listener {
	status = $state<ListenerStatus>('idle');
	partial = $state('');
	/** how loud it is, 0…1; undefined where the recogniser does not tell */
	level = $state<number>();
	/** what was understood last */
	heard = $state('');
	/** why nothing was understood, in words */
	notice = $state('');

	#code: Promise<Listening> | undefined;
	#talk = new AbortController();
	#utterance = new AbortController();
	/** the utterance being heard, or the one before */
	#listening: Promise<unknown> | undefined;
	#told = new Set<Reason>();

	/** This browser has a recogniser of its own: known once the app runs. */
	possible = $state(false);

	start() {
		reader.isHeard = () => this.active && this.status !== 'between';
		reader.closeMicrophone = () => {
			this.#utterance.abort();
			return this.#listening;
		};
		this.possible = 'SpeechRecognition' in window || 'webkitSpeechRecognition' in window;
	}

	/** the open screen's way to take what is said as an answer; none: what is said is searched for */
	answer = $state.raw<(heard: string) => void>();

	/** what the open screen talks about; none: orders and searches */
	subject = $state.raw<Subject>();

	/** @returns give the microphone back to the search */
	answerWith(answer: (heard: string) => void): () => void {
		this.answer = answer;
		return () => {
			if (this.answer === answer) this.answer = undefined;
		};
	}

	get active() {
		return this.status !== 'idle' && this.status !== 'asking';
	}

	/**
	 * A tap on Nói: hears one utterance and has it answered; hands-free, the next one too. A tap while it listens means
	 * "I am done", one while the app answers interrupts the answer.
	 * @param expected what may be said next, asked before each turn; undefined: anything
	 * @returns the last utterance; `aborted` for a tap that only ended or interrupted something
	 */
	async converse(
		answer: (heard: Heard) => Promise<unknown>,
		expected: () => Promise<Expected | undefined>,
	): Promise<ListenResult> {
		if (this.active) {
			if (this.status === 'between') reader.hush();
			else this.finish();
			return fail('aborted');
		}
		this.#talk = new AbortController();
		const { signal } = this.#talk;
		this.status = 'starting';
		const code = await this.#load();
		if (!code) return this.#settle(fail('unavailable'));
		if (signal.aborted) return this.#settle(fail('aborted'));
		const last = await code.converse(
			async () => this.listen(await expected()),
			(heard, goesOn) => {
				if (goesOn) this.status = 'between';
				return answer(heard);
			},
			signal,
		);
		// Hands-free, the last answer may have ended it; or somebody has spoken into it, and a new talk began.
		if (this.active && signal === this.#talk.signal) this.status = 'idle';
		return last;
	}

	/** Hears one utterance: anything, or one of a list. */
	async listen(expected: Expected = { mode: 'free' }): Promise<ListenResult> {
		this.notice = '';
		this.heard = '';
		this.status = 'starting';
		this.#utterance = new AbortController();
		const listening = this.#hear(expected, this.#utterance.signal);
		this.#listening = listening;
		return this.#settle(await listening, await this.#load());
	}

	/** The person is done: what was heard is the answer. */
	finish() {
		void this.#code?.then(({ finish }) => finish());
	}

	/** Drops what is being heard, and ends hands-free listening. */
	stop() {
		this.#talk.abort();
		this.#utterance.abort();
		if (this.status === 'between') reader.hush();
	}

	/** Another way was taken: what was heard, or not, is past. */
	forget() {
		this.heard = '';
		this.notice = '';
	}

	/** Asks whether speech may leave the device, where no press on the button has answered it. */
	ask() {
		this.status = 'asking';
	}

	/** The answer to "may speech leave the device?". */
	answerConsent(yes: boolean) {
		settings.choose({ remoteSpeech: yes ? 'yes' : 'no' });
		this.status = 'idle';
	}

	#settle(outcome: ListenResult, code?: Listening): ListenResult {
		this.partial = '';
		this.level = undefined;
		this.status = 'idle';
		if (outcome.ok) {
			this.heard = outcome.value.text;
			void announcer.sound('listened');
		} else if (outcome.reason === 'needs-consent') this.status = 'asking';
		else if (outcome.reason !== 'aborted' && !(this.subject && asked.includes(outcome.reason)))
			this.#tell(outcome.reason, code?.reasons);
		return outcome;
	}

	#tell(reason: Reason, reasons?: Partial<Record<Reason, string>>) {
		void announcer.sound('error');
		if (lasting.includes(reason) && this.#told.has(reason)) return;
		this.#told.add(reason);
		this.notice = reasons?.[reason] ?? words.listening.unavailable;
		void announcer.aloud(this.notice);
	}

	async #hear(expected: Expected, signal: AbortSignal): Promise<ListenResult> {
		const code = await this.#load();
		if (!code) return fail('unavailable');
		return code.hearOnce({
			...expected,
			signal,
			onAudioStart: () => (this.status = 'listening'),
			onAudioEnd: () => (this.status = 'understanding'),
			onPartial: (text) => (this.partial = text),
			onLevel: (level) => (this.level = level),
		});
	}

	/** @returns undefined while the recogniser's own code cannot be fetched; the next tap tries again */
	async #load() {
		this.#code ??= import('./listening.browser.ts');
		try {
			return await this.#code;
		} catch {
			this.#code = undefined;
			return undefined;
		}
	}
}

export const listener = new Listener();
