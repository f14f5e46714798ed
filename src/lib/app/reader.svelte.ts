/**
 * Reads the screen that is open. A screen offers its script; the voice and the language rules are fetched
 * when someone first wants to listen, so that a first search costs none of their bytes.
 */
import type { Script } from '#lib/reading/index.ts';
import { settings } from './settings.svelte.ts';
import type { Voice } from './voice.browser.ts';

type MakeScript = () => Script | Promise<Script>;
export type ReaderStatus = 'idle' | 'loading' | 'playing' | 'paused' | 'failed';

export const slowest = 0.5;
export const fastest = 2.5;
const step = 0.15;

class Reader {
	status = $state<ReaderStatus>('idle');
	/** id of the sentence being read, or where reading stopped */
	sentence = $state<string>();
	/** why reading failed: a key of `words.reading.reasons` */
	reason = $state<string>();
	/** someone has listened or spoken in this visit: the app may speak up by itself */
	used = $state(false);

	#make: MakeScript | undefined;
	#loaded = false;
	#voice: Promise<Voice> | undefined;

	/** True while the dock offers the reading controls. */
	get active() {
		return this.status === 'playing' || this.status === 'paused' || this.status === 'loading';
	}

	/** The open screen's script; reading of the screen before ends. */
	offer(make: MakeScript) {
		this.stop();
		this.#make = make;
		this.#loaded = false;
	}

	/** Nghe / Tạm dừng. */
	async toggle() {
		this.used = true;
		if (this.status === 'playing') return (await this.#get())?.player.pause();
		if (this.status === 'loading') return this.stop();
		this.status = 'loading';
		this.reason = undefined;
		const make = this.#make;
		const voice = await this.#get();
		if (!voice || this.status !== 'loading') return;
		if (!this.#loaded && make) {
			const script = await make();
			// While the script was made the person may have left the screen or changed their mind.
			if (make !== this.#make || this.status !== 'loading') return;
			voice.player.load(script);
			this.#loaded = true;
		}
		voice.unlock();
		voice.player.setRate(settings.rate);
		if (voice.player.state.status === 'paused') voice.player.resume();
		else voice.player.play();
	}

	pause() {
		if (this.status === 'playing') void this.#get().then((voice) => voice?.player.pause());
	}

	stop() {
		this.status = 'idle';
		this.sentence = undefined;
		void this.#voice?.then((voice) => voice.player.stop()).catch(() => undefined);
	}

	next = () => void this.#get().then((voice) => voice?.player.next());
	previous = () => void this.#get().then((voice) => voice?.player.previous());
	nextSection = () => void this.#get().then((voice) => voice?.player.nextSection());

	slower = () => this.setRate(settings.rate - step);
	faster = () => this.setRate(settings.rate + step);

	/** @param rate 1 is normal; takes effect in the sentence being read */
	setRate(rate: number) {
		const bounded = Math.round(Math.min(fastest, Math.max(slowest, rate)) * 100) / 100;
		settings.choose({ rate: bounded });
		void this.#voice?.then((voice) => voice.player.setRate(bounded)).catch(() => undefined);
	}

	/**
	 * Says one sentence outside the script. Never over a running reading.
	 * @returns whether it was heard
	 */
	async say(text: string): Promise<boolean> {
		if (this.active) return false;
		const voice = await this.#get();
		return voice ? voice.say(text, settings.rate) : false;
	}

	/** Fetches the voice before it is needed. */
	prepare() {
		void this.#get();
	}

	#get(): Promise<Voice | undefined> {
		this.#voice ??= import('./voice.browser.ts').then(({ createVoice }) =>
			createVoice({
				choice: () => settings.voice,
				onChange: ({ status, sentenceId, reason }) => {
					this.status = status;
					this.sentence = status === 'idle' ? undefined : sentenceId;
					this.reason = reason;
				},
			}),
		);
		return this.#voice.catch(() => {
			// Not on this device yet, and no network: the next tap tries again.
			this.#voice = undefined;
			this.status = 'failed';
			this.reason = 'voice-not-here';
			return undefined;
		});
	}
}

export const reader = new Reader();
