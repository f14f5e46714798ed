import type { Page } from '@playwright/test';

declare global {
	interface Window {
		/** what the stand-in hears next, in order */
		hearings?: Hearing[];
		/** the stand-in has been started and has not ended */
		isHearing?: boolean;
	}
}

/** What the stand-in for the browser's recogniser does when it is started. */
export type Hearing =
	/** `ms`: until the last word is known */
	{ say: string; partial?: string; ms?: number } | { error: string } | { silent: true };

/**
 * Puts a scripted recogniser in the place of the browser's own, which needs a microphone and a server.
 * It fires the events of the specification in their order.
 */
export async function stubRecogniser(page: Page, hearing: Hearing) {
	await page.addInitScript((standing: Hearing) => {
		class Recogniser extends EventTarget {
			lang = '';
			continuous = false;
			interimResults = false;
			maxAlternatives = 1;
			processLocally = false;
			#timers: number[] = [];

			#fire(name: string, more: object = {}) {
				if (name === 'end') window.isHearing = false;
				const event = Object.assign(new Event(name), more);
				const handler = (this as unknown as Record<string, unknown>)[`on${name}`];
				if (typeof handler === 'function') handler.call(this, event);
				this.dispatchEvent(event);
			}
			#result(text: string, isFinal: boolean) {
				const alternative = { transcript: text, confidence: 0.9 };
				const result = Object.assign([alternative], { isFinal, item: () => alternative });
				const results = Object.assign([result], { item: () => result });
				this.#fire('result', { results, resultIndex: 0 });
			}
			#after(ms: number, work: () => void) {
				this.#timers.push(window.setTimeout(work, ms));
			}
			start() {
				const script = window.hearings?.shift() ?? standing;
				window.isHearing = true;
				this.#after(20, () => this.#fire('start'));
				if ('error' in script) {
					this.#after(60, () => this.#fire('error', { error: script.error, message: '' }));
					this.#after(80, () => this.#fire('end'));
					return;
				}
				this.#after(40, () => this.#fire('audiostart'));
				if ('silent' in script) return;
				// Said by a test that says many things, it is over at once.
				const ms = script.ms ?? (script === standing ? 700 : 90);
				this.#after(80, () => this.#result(script.partial ?? script.say, false));
				this.#after(ms, () => this.#result(script.say, true));
				this.#after(ms + 20, () => this.#fire('end'));
			}
			stop() {
				this.abort();
			}
			abort() {
				this.#timers.forEach((timer) => clearTimeout(timer));
				this.#after(10, () => {
					this.#fire('error', { error: 'aborted', message: '' });
					this.#fire('end');
				});
			}
		}
		Object.assign(window, { SpeechRecognition: Recogniser, webkitSpeechRecognition: Recogniser });
	}, hearing);
}

/** Presses the microphone and says this (see `stubRecogniser`); over when it was taken. */
export async function say(page: Page, hearing: Hearing) {
	await page.evaluate((next) => (window.hearings = [next]), hearing);
	await page.getByRole('button', { name: 'Nói', exact: true }).click();
	// The panel itself may come later than the first words: the recogniser says when it is done.
	await page.waitForFunction(
		() =>
			window.hearings?.length === 0 &&
			!window.isHearing &&
			!document.querySelector('[role="group"][aria-label="Đang nghe"]'),
		undefined,
		{ timeout: 20_000 },
	);
}

/** A browser that cannot listen at all. */
export async function removeRecogniser(page: Page) {
	await page.addInitScript(() => {
		Reflect.deleteProperty(window, 'SpeechRecognition');
		Reflect.deleteProperty(window, 'webkitSpeechRecognition');
	});
}
