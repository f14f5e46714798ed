import { fail, ok } from '#lib/base/index.ts';
import { afterEach, expect, it, vi } from 'vitest';
import {
	azureVoiceStandIn,
	type AzureVoiceAnswer,
} from '../../../../tests/support/azure-stand-in.ts';
import { createAzureEngine, type AzureVoiceOptions } from './azure.browser.ts';
import { toWav } from './wav.ts';

const words = 'Đăng ký <khai> sinh & cho trẻ em';
const never = new AbortController().signal;
const hum = Float32Array.from({ length: 11_025 }, (_, at) => Math.sin(at / 20) / 2);
const sound = new Blob([toWav(hum, 22_050)], { type: 'audio/wav' });

function setUp(answer: AzureVoiceAnswer, options: Partial<AzureVoiceOptions> = {}) {
	const service = azureVoiceStandIn(answer, sound);
	vi.stubGlobal('fetch', service.fetch);
	let tokens = 0;
	const engine = createAzureEngine({
		token: () => {
			tokens += 1;
			return Promise.resolve(ok({ authorizationToken: 'a-token', region: 'southeastasia' }));
		},
		consented: () => true,
		online: () => true,
		...options,
	});
	return { engine, said: service.said, tokens: () => tokens };
}

afterEach(() => vi.unstubAllGlobals());

it('is heard, with a token of the server and the voice, speed and loudness asked for', async () => {
	const { engine, said, tokens } = setUp('speaks');
	const asked = { words, rate: 1.5, pitch: 0.8, volume: 0.5, gender: 'male' } as const;
	const events: unknown[] = [];
	expect(await engine.speak(asked, never, (event) => events.push(event))).toEqual({ ok: true });
	expect(events).toEqual([{ type: 'start' }]);
	expect(said).toHaveLength(1);
	const { host, authorization, ssml } = said[0]!;
	expect([host, authorization]).toEqual([
		'southeastasia.tts.speech.microsoft.com',
		'Bearer a-token',
	]);
	const read = new DOMParser().parseFromString(ssml, 'text/xml');
	expect(read.querySelector('voice')?.getAttribute('name')).toBe('vi-VN-NamMinhNeural');
	expect(read.querySelector('speak')?.getAttribute('xml:lang')).toBe('vi-VN');
	const prosody = read.querySelector('prosody')!;
	const asGiven = ['rate', 'pitch', 'volume'].map((name) => prosody.getAttribute(name));
	expect(asGiven).toEqual(['+50%', '-20%', '-50%']);
	expect(prosody.textContent?.replace(/\s+/g, ' ').trim()).toBe('Đăng ký khai sinh cho trẻ em');

	expect(await engine.speak({ words: 'Mở cửa', rate: 1, from: 3 }, never)).toEqual({ ok: true });
	expect(said[1]!.ssml).toContain('HoaiMyNeural');
	expect(said[1]!.ssml).not.toContain('Mở');
	expect(tokens()).toBe(1);
});

it.each(['refuses', 'is unreachable'] as const)(
	'leaves the sentence to the next voice when the service %s, and the service alone for a minute',
	async (answer) => {
		let now = 0;
		const { engine } = setUp(answer, { clock: { now: () => now, sleep: wakesWithItsSignal } });
		expect((await engine.prepare()).ok).toBe(true);
		expect(await engine.speak({ words, rate: 1 }, never)).toMatchObject({
			ok: false,
			reason: 'network',
		});
		expect(await engine.prepare()).toEqual({ ok: false, reason: 'network' });
		now = 60_000;
		expect((await engine.prepare()).ok).toBe(true);
	},
);

it('waits two and a half seconds for a service that says nothing', async () => {
	const waits: number[] = [];
	const { engine } = setUp('hangs', {
		clock: { now: () => 0, sleep: (ms) => (waits.push(ms), Promise.resolve()) },
	});
	expect(await engine.speak({ words, rate: 1 }, never)).toEqual({ ok: false, reason: 'network' });
	expect(waits).toEqual([2_500]);
});

it('fails on an answer that is no sound', async () => {
	expect(await setUp('sends garbage').engine.speak({ words, rate: 1 }, never)).toMatchObject({
		ok: false,
		reason: 'error',
	});
});

it('falls silent at once when aborted, and plays nothing that comes later', async () => {
	const { engine } = setUp('hangs');
	const controller = new AbortController();
	const events: unknown[] = [];
	const speaking = engine.speak({ words, rate: 1 }, controller.signal, (event) =>
		events.push(event),
	);
	controller.abort();
	expect(await speaking).toEqual({ ok: false, reason: 'aborted' });
	expect(events).toEqual([]);
	expect((await engine.prepare()).ok).toBe(true);
});

it('asks nobody without consent, network or token', async () => {
	expect((await setUp('speaks', { consented: () => false }).engine.prepare()).ok).toBe(false);
	expect((await setUp('speaks', { online: () => false }).engine.prepare()).ok).toBe(false);
	const { engine, said } = setUp('speaks', {
		token: () => Promise.resolve(fail('not-configured')),
	});
	expect(await engine.speak({ words, rate: 1 }, never)).toMatchObject({ reason: 'network' });
	expect(said).toEqual([]);
	expect(await engine.speak({ words: '***', rate: 1 }, never)).toMatchObject({
		reason: 'nothing-to-say',
	});
});

function wakesWithItsSignal(_ms: number, signal?: AbortSignal) {
	return new Promise<void>((_, reject) =>
		signal?.addEventListener('abort', () => reject(new Error('aborted'))),
	);
}
