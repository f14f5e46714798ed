import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBrowserRecognition, createDeviceRecognition } from './native.browser.ts';
import type { WebSpeechRecognition } from './web-speech.ts';

/** Does once what it is told to, and remembers how it was set up. */
function recogniser(act: (recognition: WebSpeechRecognition) => void, available?: string | Error) {
	const made: WebSpeechRecognition[] = [];
	class Scripted extends EventTarget implements WebSpeechRecognition {
		lang = '';
		continuous = true;
		interimResults = false;
		maxAlternatives = 1;
		processLocally = false;
		constructor() {
			super();
			made.push(this);
		}
		start() {
			setTimeout(() => act(this));
		}
		stop() {
			setTimeout(() => this.dispatchEvent(new Event('end')));
		}
		abort() {
			this.stop();
		}
		static available = () =>
			available instanceof Error
				? Promise.reject(available)
				: Promise.resolve((available ?? 'available') as 'available');
	}
	return { Recognition: Scripted, made };
}

const fails = (error: string) =>
	recogniser((recognition) =>
		recognition.dispatchEvent(Object.assign(new Event('error'), { error })),
	);
const understands = () =>
	recogniser((recognition) => {
		recognition.dispatchEvent(new Event('audiostart'));
		const result = Object.assign([{ transcript: 'khai sinh', confidence: 0.8 }], { isFinal: true });
		recognition.dispatchEvent(Object.assign(new Event('result'), { results: [result] }));
	});

const request = (signal = new AbortController().signal) => ({
	mode: 'free' as const,
	signal,
	enough: new AbortController().signal,
	onPartial: () => undefined,
	onAudioStart: () => undefined,
});

const permission = (state: PermissionState) =>
	vi.spyOn(navigator.permissions, 'query').mockResolvedValue({ state } as PermissionStatus);

beforeEach(() => void permission('granted'));
afterEach(() => void vi.restoreAllMocks());
const online = () => true;

describe('the recogniser on the device', () => {
	it('is there when Vietnamese is installed, and keeps the sound on the device', async () => {
		const { Recognition, made } = understands();
		const engine = createDeviceRecognition({ Recognition });
		expect(await engine.availability('free')).toBe('yes');
		expect(await engine.listen(request())).toMatchObject({ ok: true });
		expect(made[0]!.processLocally).toBe(true);
	});

	it.each(['downloadable', 'downloading', 'unavailable', new Error('no such method')])(
		'is not there when Vietnamese is %s',
		async (available) => {
			const { Recognition } = recogniser(() => undefined, available);
			expect(await createDeviceRecognition({ Recognition }).availability('free')).toBe('no');
		},
	);

	it('is not there in a browser that cannot tell', async () => {
		const { Recognition } = understands();
		const untold = Recognition as { available?: unknown };
		delete untold.available;
		expect(await createDeviceRecognition({ Recognition }).availability('free')).toBe('no');
	});
});

describe("the browser's recogniser", () => {
	it('needs consent and a network, and sends the sound away', async () => {
		const { Recognition, made } = understands();
		const there = (more: { consented(): boolean; online(): boolean }) =>
			createBrowserRecognition({ Recognition, ...more });
		const engine = there({ consented: () => true, online });
		expect(await engine.availability('free')).toBe('yes');
		expect(await there({ consented: () => false, online }).availability('free')).toBe(
			'needs-consent',
		);
		expect(await there({ consented: () => true, online: () => false }).availability('free')).toBe(
			'no',
		);
		expect(await engine.listen(request())).toMatchObject({ ok: true });
		expect(made[0]!.processLocally).toBe(false);
	});

	it.each(['language-not-supported', 'service-not-allowed', 'network'])(
		'is not asked again in this session after %s',
		async (error) => {
			const { Recognition } = fails(error);
			const engine = createBrowserRecognition({ Recognition, consented: () => true, online });
			expect(await engine.listen(request())).toMatchObject({ ok: false });
			expect(await engine.availability('free')).toBe('no');
		},
	);

	it.each(['no-speech', 'not-allowed', 'audio-capture'])(
		'is asked again after %s',
		async (error) => {
			const { Recognition } = fails(error);
			const engine = createBrowserRecognition({ Recognition, consented: () => true, online });
			expect(await engine.listen(request())).toMatchObject({ ok: false });
			expect(await engine.availability('free')).toBe('yes');
		},
	);

	it('is not asked again when it is there but dead', async () => {
		vi.useFakeTimers();
		const { Recognition } = recogniser(() => undefined);
		const engine = createBrowserRecognition({ Recognition, consented: () => true, online });
		const listening = engine.listen(request());
		await vi.advanceTimersByTimeAsync(3_000);
		expect(await listening).toEqual({ ok: false, reason: 'dead' });
		expect(await engine.availability('free')).toBe('no');
		vi.useRealTimers();
	});
});

describe("the browser's question about the microphone", () => {
	/** A recogniser that gives no sign until the person has answered, as Chrome's. */
	function mute() {
		const { Recognition, made } = recogniser(() => undefined);
		const speak = () => {
			const [recognition] = made;
			recognition!.dispatchEvent(new Event('audiostart'));
			const result = Object.assign([{ transcript: 'khai sinh', confidence: 0.8 }], {
				isFinal: true,
			});
			recognition!.dispatchEvent(Object.assign(new Event('result'), { results: [result] }));
		};
		/** waits as long as it is told to, without waiting */
		const clock = {
			now: () => 0,
			sleep: (ms: number, signal?: AbortSignal) =>
				new Promise<void>((resolve, reject) => {
					const timer = setTimeout(resolve, ms / 100);
					signal?.addEventListener('abort', () => {
						clearTimeout(timer);
						reject(new Error('aborted'));
					});
				}),
		};
		const engine = createBrowserRecognition({
			Recognition,
			clock,
			consented: () => true,
			online,
		});
		return { engine, speak };
	}

	it('is left to the recogniser: the microphone is not opened beside it', async () => {
		permission('prompt');
		const opened = vi.spyOn(navigator.mediaDevices, 'getUserMedia');
		const { Recognition } = understands();
		const engine = createBrowserRecognition({ Recognition, consented: () => true, online });
		expect(await engine.listen(request())).toMatchObject({ ok: true });
		expect(opened).not.toHaveBeenCalled();
	});

	it('may take its time: a recogniser without a sign is waited for until it is answered', async () => {
		permission('prompt');
		const stopped = vi.fn();
		let allow: (() => void) | undefined;
		vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockReturnValue(
			new Promise((resolve) => {
				allow = () => resolve({ getTracks: () => [{ stop: stopped }] } as unknown as MediaStream);
			}),
		);
		const { engine, speak } = mute();
		const listening = engine.listen(request());
		await vi.waitFor(() => expect(allow).toBeDefined());
		allow!();
		await vi.waitFor(() => expect(stopped).toHaveBeenCalledOnce());
		speak();
		expect(await listening).toMatchObject({ ok: true });
	});

	it.each([
		['NotAllowedError', 'not-allowed'],
		['NotFoundError', 'no-microphone'],
	])('answered with %s means %s', async (name, reason) => {
		permission('prompt');
		vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockRejectedValue(new DOMException('', name));
		expect(await mute().engine.listen(request())).toEqual({ ok: false, reason });
	});

	it('that nobody is being asked makes a recogniser without a sign a dead one', async () => {
		permission('granted');
		const { engine } = mute();
		expect(await engine.listen(request())).toEqual({ ok: false, reason: 'dead' });
		expect(await engine.availability('free')).toBe('no');
	});

	it('can be given up by the person', async () => {
		permission('prompt');
		vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockReturnValue(new Promise(() => undefined));
		const abort = new AbortController();
		const listening = mute().engine.listen(request(abort.signal));
		setTimeout(() => abort.abort(), 60);
		expect(await listening).toEqual({ ok: false, reason: 'aborted' });
	});
});
