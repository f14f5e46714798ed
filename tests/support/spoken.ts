import type { Page } from '@playwright/test';

declare global {
	interface Window {
		/** what the stand-in voice was asked to say, in order */
		spoken: string[];
	}
}

/** Puts a Vietnamese system voice in the place of the browser's, which has none; it says nothing and keeps all of it. */
export async function stubVoice(page: Page) {
	await page.addInitScript(() => {
		window.spoken = [];
		class Utterance {
			text: string;
			onstart?: (event: object) => void;
			onend?: (event: object) => void;
			constructor(text: string) {
				this.text = text;
			}
		}
		class Synthesis extends EventTarget {
			speaking = false;
			pending = false;
			paused = false;
			#timer = 0;
			getVoices = () => [
				{ lang: 'vi-VN', localService: true, default: true, name: 'vi', voiceURI: 'vi' },
			];
			speak(utterance: Utterance) {
				if (utterance.text.trim() === '') return;
				this.speaking = true;
				window.spoken.push(utterance.text);
				utterance.onstart?.({});
				// As slow as a voice may be: whoever presses on is always faster.
				const ms = utterance.text.split(' ').length * 400 + 2_500;
				this.#timer = window.setTimeout(() => {
					this.speaking = false;
					utterance.onend?.({});
				}, ms);
			}
			cancel() {
				clearTimeout(this.#timer);
				this.speaking = false;
			}
			pause() {}
			resume() {}
		}
		for (const [name, value] of [
			['SpeechSynthesisUtterance', Utterance],
			['speechSynthesis', new Synthesis()],
		] as const) {
			Object.defineProperty(window, name, { value });
		}
	});
}
