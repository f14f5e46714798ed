/** The microphone: pressed to talk, open for one utterance, shown while it is open. */
import type { Recognizer } from '#lib/speech/index.ts';
import { reader } from './reader.svelte.ts';
import { settings } from './settings.svelte.ts';
import { announcer } from './announcer.svelte.ts';
import { words } from './words.ts';

export type ListenerStatus = 'idle' | 'asking' | 'starting' | 'listening';
type Reason = keyof typeof words.listening.reasons;

/** Reasons that will not change in this visit: said once, after that the keyboard is offered without a word. */
const lasting: readonly Reason[] = ['unavailable', 'language-not-supported', 'no-microphone'];

class Listener {
	status = $state<ListenerStatus>('idle');
	partial = $state('');
	/** what was understood last */
	heard = $state('');
	/** why nothing was understood: a key of `words.listening.reasons` */
	reason = $state<Reason>();

	#recognizer: Promise<Recognizer> | undefined;
	#abort: AbortController | undefined;
	#told = new Set<Reason>();

	get active() {
		return this.status === 'starting' || this.status === 'listening';
	}

	/**
	 * Listens for one utterance.
	 * @returns what was understood; undefined when nothing was, with `reason` set
	 */
	async listen(): Promise<string | undefined> {
		if (this.active) {
			this.stop();
			return undefined;
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
		const outcome = await this.#listen(this.#abort.signal);
		this.partial = '';
		if (outcome.ok) {
			this.status = 'idle';
			this.heard = outcome.text;
			return outcome.text;
		}
		this.status = outcome.reason === 'needs-consent' ? 'asking' : 'idle';
		if (outcome.reason !== 'aborted' && outcome.reason !== 'needs-consent')
			this.#tell(outcome.reason);
		return undefined;
	}

	stop() {
		this.#abort?.abort();
	}

	/** Another way was taken: what was heard, or not, is past. */
	forget() {
		this.heard = '';
		this.reason = undefined;
	}

	/** The answer to "may speech leave the device?". */
	answerConsent(yes: boolean) {
		settings.choose({ remoteSpeech: yes ? 'yes' : 'no' });
		this.status = 'idle';
	}

	#tell(reason: Reason) {
		if (lasting.includes(reason) && this.#told.has(reason)) return;
		this.#told.add(reason);
		this.reason = reason;
		void announcer.say(words.listening.reasons[reason]);
	}

	async #listen(
		signal: AbortSignal,
	): Promise<{ ok: true; text: string } | { ok: false; reason: Reason }> {
		try {
			this.#recognizer ??= import('./recognizer.browser.ts').then((m) => m.createAppRecognizer());
			const recognizer = await this.#recognizer;
			const answer = await recognizer.listen({
				lang: 'vi-VN',
				signal,
				onAudioStart: () => (this.status = 'listening'),
				onPartial: (text) => (this.partial = text),
			});
			if (!answer.ok) return { ok: false, reason: answer.reason };
			const text = answer.alternatives[0]?.text.trim() ?? '';
			return text ? { ok: true, text } : { ok: false, reason: 'no-speech' };
		} catch {
			// The recogniser's own code could not be fetched.
			this.#recognizer = undefined;
			return { ok: false, reason: 'unavailable' };
		}
	}
}

export const listener = new Listener();
