/**
 * Reads the screen that is open. A screen offers its script; the voice and the language rules are fetched
 * when someone first wants to listen, so that a first search costs none of their bytes.
 */
import type { PlayableScript, PlayerState } from '#lib/reading/index.ts';
import { settings, type VoiceChoice } from './settings.svelte.ts';
import type { Voice } from './voice.browser.ts';
import { words } from './words.ts';

type MakeScript = () => PlayableScript | Promise<PlayableScript>;
type Reasons = typeof words.reading.reasons;

const slowest = 0.5;
const fastest = 2.5;
const step = 0.15;

class Reader {
	status = $state<PlayerState['status'] | 'loading'>('idle');
	/** id of the sentence being read, or where reading was paused */
	sentence = $state<string>();
	reason = $state<keyof Reasons>();
	/** someone has listened or spoken in this visit: the app may speak up by itself */
	used = $state(false);

	#make: MakeScript | undefined;
	/** the script the player holds */
	#held: MakeScript | undefined;
	#loading: Promise<Voice> | undefined;
	#voice: Voice | undefined;

	/** True while the dock shows the reading controls. */
	get active() {
		return this.status === 'playing' || this.status === 'paused' || this.status === 'loading';
	}

	get rate() {
		return settings.rate;
	}

	/** What the dock says about reading, when it does not go well. */
	get notice(): string | undefined {
		return this.reason && words.reading.reasons[this.reason];
	}

	/** The open screen's script. What is being read goes on unless it was another screen's: see `leave`. */
	offer(make: MakeScript) {
		this.#make = make;
	}

	/** The screen is left: its reading ends. */
	leave() {
		this.stop();
		this.#make = undefined;
	}

	/** Nghe / Tạm dừng. Called inside a tap, which unlocks the sound. */
	async toggle() {
		this.used = true;
		this.#voice?.unlock();
		if (this.status === 'playing') return this.#voice?.player.pause();
		if (this.status === 'loading') return this.stop();
		if (this.status === 'paused' && this.#held === this.#make) return this.#voice?.player.resume();
		await this.#play();
	}

	pause() {
		if (this.status === 'playing') this.#voice?.player.pause();
	}

	stop() {
		this.status = 'idle';
		this.sentence = undefined;
		this.reason = undefined;
		this.#voice?.player.stop();
		this.#voice?.hush();
	}

	next = () => this.#voice?.player.next();
	previous = () => this.#voice?.player.previous();
	nextSection = () => this.#voice?.player.nextSection();
	slower = () => this.setRate(settings.rate - step);
	faster = () => this.setRate(settings.rate + step);

	/** @param rate 1 is normal; takes effect in the sentence being read */
	setRate(rate: number) {
		const bounded = Math.round(Math.min(fastest, Math.max(slowest, rate)) * 100) / 100;
		settings.choose({ rate: bounded });
		this.#voice?.player.setRate(bounded);
	}

	chooseVoice(choice: VoiceChoice) {
		settings.choose({ voice: choice });
		this.#voice?.choose(choice);
	}

	/**
	 * Says one sentence outside the script, never over a running reading.
	 * @returns whether it was heard
	 */
	async say(text: string): Promise<boolean> {
		if (this.status === 'playing' || this.status === 'loading') return false;
		const voice = await this.#load();
		return voice ? voice.say(text, settings.rate) : false;
	}

	/** Ends what `say` says. */
	hush() {
		this.#voice?.hush();
	}

	/** Fetches the voice before it is needed, so that a tap on Nghe is answered at once. */
	prepare() {
		void this.#load();
	}

	async #play() {
		const make = this.#make;
		if (!make) return;
		this.status = 'loading';
		this.reason = undefined;
		const voice = await this.#load();
		if (!voice) {
			this.status = 'failed';
			this.reason = 'unavailable';
			return;
		}
		const script = await make();
		// Meanwhile the person may have left the screen or changed their mind.
		if (make !== this.#make || this.status !== 'loading') return;
		voice.unlock();
		voice.hush();
		voice.player.setRate(settings.rate);
		voice.player.load(script);
		this.#held = make;
		voice.player.play();
	}

	#follow({ status, sentenceId, reason }: PlayerState) {
		this.status = status;
		this.sentence = status === 'idle' ? undefined : (sentenceId ?? undefined);
		this.reason = reason && reason in words.reading.reasons ? (reason as keyof Reasons) : undefined;
	}

	/** @returns undefined while the voice is not on this device and cannot be fetched; the next tap tries again */
	async #load(): Promise<Voice | undefined> {
		this.#loading ??= import('./voice.browser.ts').then(({ createVoice }) => {
			this.#voice = createVoice(settings.voice, (state) => this.#follow(state));
			return this.#voice;
		});
		try {
			return await this.#loading;
		} catch {
			this.#loading = undefined;
			return undefined;
		}
	}
}

export const reader = new Reader();
