/** A voice as the browser lists it. */
export const voice = (
	lang: string,
	more: Partial<SpeechSynthesisVoice> = {},
): SpeechSynthesisVoice => ({
	lang,
	localService: true,
	default: false,
	name: lang,
	voiceURI: lang,
	...more,
});

/** A real utterance takes no voice but a real one, and the browser of these tests has none. */
export class ScriptedUtterance {
	volume = 1;
	rate = 1;
	pitch = 1;
	lang = '';
	voice: SpeechSynthesisVoice | null = null;
	onstart?: (event: object) => void;
	onboundary?: (event: object) => void;
	onend?: (event: object) => void;
	onerror?: (event: object) => void;
	readonly text: string;
	constructor(text: string) {
		this.text = text;
	}
}

export type Script = (utterance: ScriptedUtterance, fake: ScriptedSynthesis) => void;
export const fire = (
	utterance: ScriptedUtterance,
	type: 'start' | 'boundary' | 'end' | 'error',
	data: object = {},
) => utterance[`on${type}`]?.(data);

/** Starts at once and takes 250 ms a syllable. */
export const speaks: Script = (utterance, fake) => {
	fake.later(50, () => {
		fire(utterance, 'start');
		fake.later(utterance.text.split(' ').length * 250, () => fake.end(utterance));
	});
};

/** A `speechSynthesis` that holds one utterance at a time, like Android's, and swallows what comes right after a cancel. */
export class ScriptedSynthesis extends EventTarget {
	spoken: ScriptedUtterance[] = [];
	cancels = 0;
	speaking = false;
	pending = false;
	paused = false;
	resumed = 0;
	onvoiceschanged = null;
	voices: SpeechSynthesisVoice[] = [voice('en-US'), voice('vi-VN')];
	#script: Script;
	#cancelledAt = -Infinity;
	#timers = new Set<ReturnType<typeof setTimeout>>();

	constructor(script: Script = speaks) {
		super();
		this.#script = script;
	}
	getVoices() {
		return this.voices;
	}
	speak(utterance: ScriptedUtterance) {
		if (Date.now() - this.#cancelledAt < 100) return;
		if (this.speaking) throw new Error('two at once');
		this.speaking = true;
		this.spoken.push(utterance);
		this.#script(utterance, this);
	}
	end(utterance: ScriptedUtterance) {
		this.speaking = false;
		fire(utterance, 'end');
	}
	cancel() {
		this.cancels += 1;
		this.#cancelledAt = Date.now();
		this.speaking = false;
		for (const timer of this.#timers) clearTimeout(timer);
	}
	pause() {
		throw new Error('Android would cancel');
	}
	resume() {
		this.resumed += 1;
		this.paused = false;
	}
	later(ms: number, act: () => void) {
		this.#timers.add(setTimeout(act, ms));
	}
}
