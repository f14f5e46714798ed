import type { AudioOut } from './audio-out.browser.ts';
import type { OnSpeechEvent, SpeakResult } from './engine.ts';

/** As much of an `AudioContext` as Azure's ponyfill plays on. */
export interface PageContext {
	readonly state: 'running';
	readonly destination: object;
	addEventListener(): void;
	removeEventListener(): void;
	decodeAudioData(bytes: ArrayBuffer): Promise<Blob>;
	createBufferSource(): {
		buffer: Blob | undefined;
		onended: (() => void) | undefined;
		connect(): void;
		start(): void;
		stop(): void;
	};
}

/**
 * Lets what would sound through an audio context sound through the page's `<audio>` element, which survives a locked
 * screen, and not at all once `signal` is aborted: the ponyfill plays what arrives after it was stopped.
 */
export function pageContext(
	out: AudioOut,
	signal: AbortSignal,
	ended: (result: SpeakResult) => void,
	onEvent: OnSpeechEvent,
): PageContext {
	const nothing = () => undefined;
	return {
		state: 'running',
		destination: {},
		addEventListener: nothing,
		removeEventListener: nothing,
		decodeAudioData: (bytes) =>
			signal.aborted
				? Promise.reject(new Error('aborted'))
				: Promise.resolve(new Blob([bytes], { type: 'audio/mpeg' })),
		createBufferSource: () => ({
			buffer: undefined,
			onended: undefined,
			connect: nothing,
			stop: nothing,
			start() {
				if (!this.buffer) return;
				void out.play({ file: this.buffer }, signal, onEvent).then((result) => {
					ended(result);
					this.onended?.();
				});
			},
		}),
	};
}
