import type { Page } from '@playwright/test';

/** What the stand-in for the browser's recogniser does when it is started. */
export type Hearing = { say: string; partial?: string } | { error: string } | { silent: true };

/**
 * Puts a scripted recogniser in the place of the browser's own, which needs a microphone and a server.
 * It fires the events of the specification in their order.
 */
export async function stubRecogniser(page: Page, hearing: Hearing) {
	await page.addInitScript((script: Hearing) => {
		class Recogniser extends EventTarget {
			lang = '';
			continuous = false;
			interimResults = false;
			maxAlternatives = 1;
			processLocally = false;
			#timers: number[] = [];

			#fire(name: string, more: object = {}) {
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
				this.#after(20, () => this.#fire('start'));
				if ('error' in script) {
					this.#after(60, () => this.#fire('error', { error: script.error, message: '' }));
					this.#after(80, () => this.#fire('end'));
					return;
				}
				this.#after(40, () => this.#fire('audiostart'));
				if ('silent' in script) return;
				this.#after(120, () => this.#result(script.partial ?? script.say, false));
				this.#after(700, () => this.#result(script.say, true));
				this.#after(720, () => this.#fire('end'));
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

/** A browser that cannot listen at all. */
export async function removeRecogniser(page: Page) {
	await page.addInitScript(() => {
		Reflect.deleteProperty(window, 'SpeechRecognition');
		Reflect.deleteProperty(window, 'webkitSpeechRecognition');
	});
}
