/** The microphone: pressed to talk, open for one utterance, shown while it is open. */
import { fail, ok, type Result } from '#lib/base/index.ts';
import type { ListenFailure, Recognizer } from '#lib/speech/index.ts';
import { reader } from './reader.svelte.ts';
import { settings } from './settings.svelte.ts';
import { announcer } from './announcer.svelte.ts';
import { words } from './words.ts';
import type { FormSession } from './form/session.svelte.ts';

export type ListenerStatus = 'idle' | 'asking' | 'starting' | 'listening';
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
	/** what was understood last */
	heard = $state('');
	/** why nothing was understood, in words */
	reason = $state<string>();
	#reasons: Partial<Record<Reason, string>> = words.listening;

	#recognizer: Promise<Recognizer> | undefined;
	#abort: AbortController | undefined;
	/** the utterance being heard, or the one before */
	#listening: Promise<unknown> | undefined;
	#told = new Set<Reason>();

	/** This browser has a recogniser of its own: known once the app runs. */
	possible = $state(false);

	start() {
		reader.isHeard = () => this.active;
		reader.closeMicrophone = () => {
			this.stop();
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
		return this.status === 'starting' || this.status === 'listening';
	}

	/** Listens for one utterance; pressed again while it listens, it stops. */
	async listen(): Promise<Result<string, Reason>> {
		if (this.active) {
			this.stop();
			return fail('aborted');
		}
		// Never listen to our own voice.
		reader.pause();
		reader.hush();
		reader.used = true;
		this.reason = undefined;
		this.heard = '';
		this.partial = '';
		this.status = 'starting';
		this.#abort = new AbortController();
		const listening = this.#listen(this.#abort.signal);
		this.#listening = listening;
		const outcome = await listening;
		this.partial = '';
		this.status = 'idle';
		if (outcome.ok) {
			this.heard = outcome.value;
			void announcer.sound('listened');
		} else if (outcome.reason === 'needs-consent') this.status = 'asking';
		else if (outcome.reason !== 'aborted' && !(this.subject && asked.includes(outcome.reason)))
			this.#tell(outcome.reason);
		return outcome;
	}

	stop() {
		this.#abort?.abort();
	}

	/** Another way was taken: what was heard, or not, is past. */
	forget() {
		this.heard = '';
		this.reason = undefined;
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

	#tell(reason: Reason) {
		void announcer.sound('error');
		if (lasting.includes(reason) && this.#told.has(reason)) return;
		this.#told.add(reason);
		this.reason = this.#reasons[reason] ?? words.listening.unavailable;
		void announcer.aloud(this.reason);
	}

	async #listen(signal: AbortSignal): Promise<Result<string, Reason>> {
		try {
			this.#recognizer ??= import('./recognizer.browser.ts').then((loaded) => {
				this.#reasons = { ...words.listening, ...loaded.listeningReasons };
				return loaded.createAppRecognizer();
			});
			const recognizer = await this.#recognizer;
			const answer = await recognizer.listen({
				mode: 'free',
				signal,
				onAudioStart: () => {
					this.status = 'listening';
					void announcer.sound('listening');
				},
				onPartial: (text) => (this.partial = text),
			});
			if (!answer.ok) return answer;
			const text = answer.value.text.trim();
			return text ? ok(text) : fail('no-speech');
		} catch {
			// The recogniser's own code could not be fetched.
			this.#recognizer = undefined;
			return fail('unavailable');
		}
	}
}

export const listener = new Listener();
