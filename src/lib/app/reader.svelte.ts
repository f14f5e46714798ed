/**
 * Reads the screen that is open. A screen offers its script; the voice and the language rules are fetched
 * when someone first wants to listen, so that a first search costs none of their bytes.
 */
import type { Place, PlayableScript, Player, PlayerState } from '#lib/reading/index.ts';
import { settings, type VoiceChoice } from './settings.svelte.ts';
import type { Voice } from './voice.browser.ts';
import { words } from './words.ts';

type MakeScript = () => PlayableScript | Promise<PlayableScript>;
type Reasons = typeof words.reading.reasons;

const slowest = 0.5;
const fastest = 4;
const step = 0.15;

class Reader {
	status = $state<PlayerState['status'] | 'loading'>('idle');
	/** id of the sentence being read, or where reading was paused */
	sentence = $state<string>();
	/** the word that sounds: its place in the sentence as shown */
	word = $state.raw<Place>();
	/** all there is to know of reading; absent until somebody listens */
	state = $state.raw<PlayerState>();
	/** the screen moves along with what is read, until the person moves it */
	following = $state(true);
	reason = $state<keyof Reasons>();
	/** someone has listened or spoken in this visit: the app may speak up by itself */
	used = $state(false);
	/** the script that is read or was read last */
	script = $state.raw<PlayableScript>();

	/** Ends listening: an iPhone plays at a whisper while a microphone is open. Set by the listener. */
	closeMicrophone: (() => unknown) | undefined;
	/** Somebody is speaking to the app just now. Set by the listener. */
	isHeard = () => false;
	/** the device's own voice has spoken: is it understood? (`VoiceQuestion.svelte`) */
	asks = $state(false);

	/** rises at every wish to hear something: a slow voice serves the last one */
	#asked = 0;
	#make: MakeScript | undefined;
	#code: string | undefined;
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

	/**
	 * The open screen's script. What is being read goes on unless it was another screen's: see `leave`.
	 * @param code of the procedure, where it is one: the place is kept for another day
	 */
	offer(make: MakeScript, code?: string) {
		this.#make = make;
		this.#code = code;
	}

	/** The screen is left: its reading ends, and what it offered is no more. */
	leave() {
		this.stop();
		this.#make = undefined;
		this.#code = undefined;
	}

	/** Nghe / Tạm dừng. Called inside a tap, which unlocks the sound. */
	async toggle() {
		this.used = true;
		this.#voice?.unlock();
		if (this.status === 'playing') return this.#voice?.player.pause();
		if (this.status === 'loading') return this.stop();
		this.following = true;
		if (this.status === 'paused' && this.#held === this.#make) return this.#voice?.player.resume();
		await this.#play();
	}

	/** Reads from that sentence on: tapped, jumped to, or left there another day. */
	async playFrom(sentenceId: string) {
		this.used = true;
		this.#voice?.unlock();
		this.following = true;
		if (this.active && this.status !== 'loading' && this.#held === this.#make)
			return this.#voice?.player.play(sentenceId);
		await this.#play(sentenceId);
	}

	/** For somebody who speaks: what is still on its way would begin over them. */
	pause() {
		if (this.status === 'loading') this.stop();
		else if (this.status === 'playing') this.#voice?.player.pause();
	}

	stop() {
		this.status = 'idle';
		this.sentence = undefined;
		this.word = undefined;
		this.reason = undefined;
		this.#voice?.stop();
		this.#voice?.hush();
	}

	/** What the reading controls and keys do with the player; nothing before somebody has listened. */
	move(act: (player: Player) => void) {
		this.following = true;
		if (this.#voice) act(this.#voice.player);
	}

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
	 * Says one sentence outside the script; while one is read, between two of its sentences.
	 * @returns whether it was heard
	 */
	async say(text: string): Promise<boolean> {
		if (this.status === 'loading') return false;
		const voice = await this.#load();
		// Nobody is interrupted by news: the microphone would close on them.
		return voice && !this.isHeard() ? voice.say(text, settings.rate) : false;
	}

	/** Ends what `say` says. */
	hush() {
		this.#voice?.hush();
	}

	/** Fetches the voice before it is needed, so that a tap on Nghe is answered at once. */
	prepare() {
		void this.#load();
	}

	async #play(from?: string): Promise<void> {
		const make = this.#make;
		const code = this.#code;
		const mine = ++this.#asked;
		this.status = 'loading';
		this.reason = undefined;
		const waits = () => mine === this.#asked && this.active && this.status !== 'paused';
		const loading = this.#load();
		// Over a thin line a greeting says that the voice is on its way; it is the smaller file.
		import('./greeting.browser.ts').then(
			({ greet }) => greet(loading, waits),
			() => undefined,
		);
		const voice = await loading;
		if (!voice) {
			this.status = 'failed';
			this.reason = 'unavailable';
			return;
		}
		const script = voice.wholeScreen(await make?.());
		// Meanwhile the person may have left the screen or changed their mind.
		if (mine !== this.#asked || this.status !== 'loading') return;
		// Results came while the voice did: the newer text is what the screen shows.
		if (make !== this.#make) return this.#play(from);
		voice.unlock();
		voice.hush();
		voice.player.setRate(settings.rate);
		this.script = script;
		voice.load(script, code);
		this.#held = make;
		voice.player.play(from);
	}

	#follow(state: PlayerState) {
		const { status, sentenceId, reason } = state;
		const sentence = status === 'idle' ? undefined : (sentenceId ?? undefined);
		if (sentence !== this.sentence) this.word = undefined;
		this.state = state;
		this.status = status;
		this.sentence = sentence;
		this.reason = reason && reason in words.reading.reasons ? (reason as keyof Reasons) : undefined;
	}

	/** @returns undefined while the voice is not on this device and cannot be fetched; the next tap tries again */
	async #load(): Promise<Voice | undefined> {
		this.#loading ??= import('./voice.browser.ts').then(({ createVoice }) => {
			this.#voice = createVoice({
				choice: settings.voice,
				brand: words.brand,
				onChange: (state) => this.#follow(state),
				onWord: (id, place) => {
					if (id === this.sentence) this.word = place;
				},
				onDoubt: () => (this.asks = true),
				closeMicrophone: () => this.closeMicrophone?.(),
			});
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
