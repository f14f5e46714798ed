import type { AzureToken } from '../recognition/azure.browser.ts';
import type { SpeakResult } from './engine.ts';
import type { PageContext } from './page-context.browser.ts';

/** An utterance of Azure's ponyfill, played without the ponyfill's queue: that one waits for sounds nobody wants any more. */
export interface AzureUtterance {
	lang: string;
	rate: number;
	pitch: number;
	volume: number;
	voice: { voiceURI: string } | null;
	/** @returns how the sound ended; rejects when the service gave none */
	playOn(context: (ended: (result: SpeakResult) => void) => PageContext): Promise<SpeakResult>;
}

export type AzureUtteranceConstructor = new (text: string) => AzureUtterance;

/** 24 kHz and 48 kbit/s: speech needs no more, and a sentence is 20 to 40 KB. */
const outputFormat = 'audio-24khz-48kbitrate-mono-mp3';

/** Azure's utterances by `web-speech-cognitive-services` 8.1.4, which touches `document` when imported. */
export async function loadAzureUtterance(
	credentials: () => Promise<AzureToken>,
): Promise<AzureUtteranceConstructor> {
	const { createSpeechSynthesisPonyfill } = await import('web-speech-cognitive-services');
	const { SpeechSynthesisUtterance } = createSpeechSynthesisPonyfill({ credentials });
	if (!SpeechSynthesisUtterance) throw new Error('this browser has no AudioContext');

	return class extends SpeechSynthesisUtterance {
		constructor(text: string) {
			super(text);
			let sound: Promise<ArrayBuffer> | undefined;
			// The ponyfill's own handler makes a second promise that rejects unseen whenever the service fails.
			Object.defineProperty(this, 'arrayBufferPromise', {
				get: () => sound,
				set(fetched: Promise<ArrayBuffer>) {
					sound = fetched;
					sound.catch = (caught = () => undefined as never) => fetched.then(undefined, caught);
				},
			});
		}
		async playOn(context: (ended: (result: SpeakResult) => void) => PageContext) {
			let result: SpeakResult | undefined;
			this.preload({ deploymentId: undefined, fetchCredentials: credentials, outputFormat });
			await this.arrayBufferPromise;
			await this.play(context((ended) => (result = ended)));
			return result ?? { ok: false, reason: 'error' };
		}
	};
}
