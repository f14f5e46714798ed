import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { greetUntil } from './greeting.browser.ts';

/** An audio element that plays for five seconds each time. */
function sound() {
	let endsAt = -Infinity;
	let plays = 0;
	return {
		plays: () => plays,
		get paused() {
			return Date.now() >= endsAt;
		},
		ended: false,
		play() {
			plays += 1;
			endsAt = Date.now() + 5_000;
			return Promise.resolve();
		},
		pause: () => (endsAt = -Infinity),
	};
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp() {
	const element = sound();
	let voiceCame!: () => void;
	const ready = new Promise<void>((resolve) => (voiceCame = resolve));
	let waits = true;
	let over = false;
	const greeted = greetUntil(ready, () => waits, element as unknown as HTMLAudioElement);
	void greeted.then(() => (over = true));
	return { element, voiceCame, leave: () => (waits = false), over: () => over };
}
const later = (ms: number) => vi.advanceTimersByTimeAsync(ms);

it('a voice that is there at once is not delayed by a greeting', async () => {
	const { element, voiceCame, over } = setUp();
	await later(1_000);
	voiceCame();
	await later(0);
	expect(over()).toBe(true);
	await later(60_000);
	expect(element.plays()).toBe(0);
});

it('who waits is greeted, and again every twenty seconds', async () => {
	const { element } = setUp();
	await later(1_500);
	expect(element.plays()).toBe(1);
	await later(40_000);
	expect(element.plays()).toBe(3);
});

it('the voice begins when the greeting is over, never over it', async () => {
	const { voiceCame, over } = setUp();
	await later(2_000);
	voiceCame();
	await later(3_000);
	expect(over()).toBe(false);
	await later(1_700);
	expect(over()).toBe(true);
});

it('who leaves hears no more of it', async () => {
	const { element, leave, over } = setUp();
	await later(2_000);
	leave();
	await later(100);
	expect([over(), element.paused]).toEqual([true, true]);
	await later(60_000);
	expect(element.plays()).toBe(1);
});

it('the real file is a sound of five to six seconds', async () => {
	vi.useRealTimers();
	const { default: url } = await import('virtual:voice-greeting');
	const context = new AudioContext();
	const { duration } = await context.decodeAudioData(await (await fetch(url)).arrayBuffer());
	expect(duration).toBeGreaterThan(5);
	expect(duration).toBeLessThan(6.5);
	await context.close();
});
