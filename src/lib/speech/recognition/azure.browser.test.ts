import { fail, ok } from '#lib/base/index.ts';
import { afterEach, expect, it, vi } from 'vitest';
import { azureStandIn, type AzureAnswer } from '../../../../tests/support/azure-stand-in.ts';
import { createAzureRecognition, type AzureOptions } from './azure.browser.ts';

/** A microphone that hums. */
function microphone() {
	const context = new AudioContext();
	const out = context.createMediaStreamDestination();
	const oscillator = context.createOscillator();
	oscillator.connect(out);
	oscillator.start();
	return out.stream;
}

function setUp(answer: AzureAnswer, options: Partial<AzureOptions> = {}) {
	const service = azureStandIn(answer);
	vi.stubGlobal('WebSocket', service.Socket);
	const streams: MediaStream[] = [];
	vi.spyOn(navigator.permissions, 'query').mockResolvedValue({
		state: 'granted',
	} as PermissionStatus);
	vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockImplementation(() => {
		streams.push(microphone());
		return Promise.resolve(streams.at(-1)!);
	});
	const engine = createAzureRecognition({
		token: () => Promise.resolve(ok({ authorizationToken: 'a-token', region: 'southeastasia' })),
		consented: () => true,
		online: () => true,
		...options,
	});
	const partials: string[] = [];
	let audioStarts = 0;
	const abort = new AbortController();
	return {
		engine,
		service,
		partials,
		abort,
		audioStarts: () => audioStarts,
		opened: () => streams.length,
		open: () =>
			streams
				.flatMap((stream) => stream.getTracks())
				.filter(({ readyState }) => readyState === 'live'),
		listen: () =>
			engine.listen({
				mode: 'free',
				signal: abort.signal,
				enough: new AbortController().signal,
				onPartial: (text) => partials.push(text),
				onAudioStart: () => (audioStarts += 1),
			}),
	};
}

afterEach(() => {
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});

it('understands words in Vietnamese, with partial words before and every reading after', async () => {
	const { listen, service, partials, audioStarts, open } = setUp('understands');
	expect(await listen()).toEqual({
		ok: true,
		alternatives: [
			{ text: 'đăng ký khai sinh số một', confidence: 0.93 },
			{ text: 'đăng ký khai trình số một', confidence: 0.41 },
		],
	});
	expect(partials).toEqual(['đăng ký']);
	expect(audioStarts()).toBe(1);
	expect(service.urls).toHaveLength(1);
	const url = new URL(service.urls[0]!);
	expect(url.host).toBe('southeastasia.stt.speech.microsoft.com');
	expect(url.searchParams.get('language')).toBe('vi-VN');
	expect(service.bytes()).toBeGreaterThan(30_000);
	expect(open()).toEqual([]);
});

it('says that nobody spoke', async () => {
	expect(await setUp('hears nobody').listen()).toEqual({ ok: false, reason: 'no-speech' });
});

// The ponyfill says nothing at all then: it ends without a result.
it('is unavailable when the service cannot be reached', async () => {
	expect(await setUp('refuses').listen()).toEqual({ ok: false, reason: 'unavailable' });
});

it('is unavailable without a token, and asks the service nothing', async () => {
	const { listen, service } = setUp('understands', {
		token: () => Promise.resolve(fail('not-configured')),
	});
	expect(await listen()).toEqual({ ok: false, reason: 'unavailable' });
	expect(service.urls).toEqual([]);
});

it('is a matter of the network when the token cannot be fetched', async () => {
	const { listen } = setUp('understands', { token: () => Promise.reject(new TypeError('fetch')) });
	expect(await listen()).toEqual({ ok: false, reason: 'network' });
});

it.each([0, 10, 300])('lets the microphone go when it is aborted after %i ms', async (ms) => {
	const { listen, abort, open, opened } = setUp('hears nobody');
	const listening = listen();
	setTimeout(() => abort.abort(), ms);
	expect(await listening).toEqual({ ok: false, reason: 'aborted' });
	await new Promise((resolve) => setTimeout(resolve, 700));
	await expect.poll(open, { timeout: 10_000 }).toEqual([]);
	expect(opened()).toBeLessThanOrEqual(1);
});

it('needs consent and a network', async () => {
	const availability = (options: Partial<AzureOptions>) =>
		setUp('understands', options).engine.availability('free');
	expect(await availability({})).toBe('yes');
	expect(await availability({ consented: () => false })).toBe('needs-consent');
	expect(await availability({ online: () => false })).toBe('no');
});
