import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAudioOut } from './audio-out.browser.ts';
import { toWav } from './wav.ts';

const file = new Blob([toWav(new Float32Array(22_050), 22_050)], { type: 'audio/wav' });
const never = new AbortController().signal;

/** An element that plays nothing and does what its script says. */
function scripted(play: (element: HTMLAudioElement) => Promise<void>) {
	const element = new Audio();
	Object.defineProperty(element, 'play', { value: () => play(element) });
	return createAudioOut(() => element);
}
const fire = (element: HTMLAudioElement, type: string) => element.dispatchEvent(new Event(type));

describe('an audio element that', () => {
	beforeEach(() => void vi.useFakeTimers());
	afterEach(() => void vi.useRealTimers());

	it('wants a tap first: says so', async () => {
		const out = scripted(() => Promise.reject(new DOMException('', 'NotAllowedError')));
		expect(await out.play({ file }, never)).toEqual({ ok: false, reason: 'needs-gesture' });
	});

	it('cannot play the sound: an error with its reason', async () => {
		const out = scripted(() => Promise.reject(new DOMException('no', 'NotSupportedError')));
		expect(await out.play({ file }, never)).toEqual({ ok: false, reason: 'error', detail: 'no' });
	});

	it('never begins: given up after three seconds', async () => {
		const result = scripted(() => new Promise(() => undefined)).play({ file }, never);
		await vi.advanceTimersByTimeAsync(3_000);
		expect(await result).toEqual({ ok: false, reason: 'no-start' });
	});

	it('never ends: given up after three seconds more than the sound is long', async () => {
		const out = scripted((element) => {
			Object.defineProperty(element, 'duration', { value: 1 });
			setTimeout(() => fire(element, 'playing'), 100);
			return Promise.resolve();
		});
		let settled = false;
		const result = out.play({ file }, never);
		void result.then(() => (settled = true));
		await vi.advanceTimersByTimeAsync(4_000);
		expect(settled).toBe(false);
		await vi.advanceTimersByTimeAsync(200);
		expect(await result).toEqual({ ok: false, reason: 'stalled' });
	});

	it('is paused by the device: an interruption, to be resumed', async () => {
		const out = scripted((element) => {
			setTimeout(() => fire(element, 'playing'), 10);
			setTimeout(() => fire(element, 'pause'), 50);
			return Promise.resolve();
		});
		const result = out.play({ file }, never);
		await vi.advanceTimersByTimeAsync(60);
		expect(await result).toEqual({ ok: false, reason: 'interrupted' });
	});

	it('says it plays a second time: starts once', async () => {
		const out = scripted((element) => {
			for (const type of ['playing', 'playing', 'ended']) setTimeout(() => fire(element, type), 10);
			return Promise.resolve();
		});
		const heard: unknown[] = [];
		const result = out.play({ file }, never, (event) => heard.push(event));
		await vi.advanceTimersByTimeAsync(20);
		expect(await result).toEqual({ ok: true });
		expect(heard).toEqual([{ type: 'start' }]);
	});
});

it('plays sentence after sentence on the same element, so that a locked iPhone goes on', async () => {
	let made = 0;
	const out = createAudioOut(() => ((made += 1), new Audio()));
	out.unlock();
	const short = new Blob([toWav(new Float32Array(2_000), 22_050)], { type: 'audio/wav' });
	for (let i = 0; i < 3; i++) expect(await out.play({ file: short }, never)).toEqual({ ok: true });
	expect(made).toBe(1);
	out.close();
});
