import { systemClock } from '#lib/base/index.browser.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EngineRequest } from './engine.ts';
import { listen } from './listen.ts';
import type { WebSpeechRecognition } from './web-speech.ts';

type Said = { text: string; final?: boolean; confidence?: number; others?: string[] };

/** A recogniser that does what it is told and nothing by itself. */
class ScriptedRecognition extends EventTarget implements WebSpeechRecognition {
	lang = '';
	continuous = true;
	interimResults = false;
	maxAlternatives = 1;
	readonly calls: string[] = [];
	start() {
		this.calls.push('start');
	}
	stop() {
		this.calls.push('stop');
	}
	abort() {
		this.calls.push('abort');
	}
	tell(type: string, data: object = {}) {
		this.dispatchEvent(Object.assign(new Event(type), data));
	}
	hear(...said: Said[]) {
		this.tell('result', {
			results: said.map(({ text, final = false, confidence = 0.9, others = [] }) =>
				Object.assign(
					[text, ...others].map((transcript) => ({ transcript, confidence })),
					{ isFinal: final },
				),
			),
		});
	}
}

function begin(recognition = new ScriptedRecognition()) {
	const abort = new AbortController();
	const enough = new AbortController();
	const partials: string[] = [];
	let audioStarts = 0;
	const request: EngineRequest = {
		mode: 'free',
		signal: abort.signal,
		enough: enough.signal,
		onPartial: (text) => partials.push(text),
		onAudioStart: () => (audioStarts += 1),
	};
	let result: Awaited<ReturnType<typeof listen>> | undefined;
	void listen(recognition, request, systemClock).then((value) => (result = value));
	return {
		recognition,
		abort,
		enough,
		partials,
		audioStarts: () => audioStarts,
		/** the result once `ms` have passed */
		async after(ms: number) {
			await vi.advanceTimersByTimeAsync(ms);
			return result;
		},
	};
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('listening', () => {
	it('asks for Vietnamese, one utterance, words on the way and several readings', async () => {
		const { recognition, after } = begin();
		await after(0);
		expect(recognition).toMatchObject({
			lang: 'vi-VN',
			continuous: false,
			interimResults: true,
			maxAlternatives: 5,
			calls: ['start'],
		});
	});

	it('tells when the microphone is open, the words on the way, and every reading at the end', async () => {
		const { recognition, partials, audioStarts, after } = begin();
		expect(audioStarts()).toBe(0);
		recognition.tell('audiostart');
		expect(audioStarts()).toBe(1);
		recognition.hear({ text: 'đăng ký' });
		recognition.hear({ text: 'đăng ký khai sinh', final: true, others: ['đăng ký khai trình'] });
		expect(await after(0)).toBeUndefined();
		recognition.tell('end');
		expect(await after(0)).toEqual({
			ok: true,
			alternatives: [
				{ text: 'đăng ký khai sinh', confidence: 0.9 },
				{ text: 'đăng ký khai trình', confidence: 0.9 },
			],
		});
		expect(partials).toEqual(['đăng ký']);
		expect(recognition.calls).toEqual(['start', 'stop']);
	});

	it('joins an utterance that comes in pieces and doubts it as much as its worst piece', async () => {
		const { recognition, after } = begin();
		recognition.tell('audiostart');
		recognition.hear(
			{ text: 'đăng ký ', final: true, confidence: 0.8 },
			{ text: ' kết hôn', final: true, confidence: 0.6 },
		);
		recognition.tell('end');
		expect(await after(0)).toEqual({
			ok: true,
			alternatives: [{ text: 'đăng ký kết hôn', confidence: 0.6 }],
		});
	});

	it('does not wait for an end that never comes after the final words', async () => {
		const { recognition, after } = begin();
		recognition.tell('audiostart');
		recognition.hear({ text: 'căn cước', final: true });
		expect(await after(1_499)).toBeUndefined();
		expect(await after(1)).toMatchObject({ ok: true });
		expect(recognition.calls.at(-1)).toBe('abort');
	});

	it('keeps words that were never made final, and trusts them least', async () => {
		const { recognition, after } = begin();
		recognition.tell('audiostart');
		recognition.hear({ text: 'cấp lại bằng lái', confidence: 0.7 });
		recognition.tell('end');
		expect(await after(0)).toEqual({
			ok: true,
			alternatives: [{ text: 'cấp lại bằng lái', confidence: 0 }],
		});
	});

	it('waits on while words keep coming', async () => {
		const { recognition, after } = begin();
		recognition.tell('audiostart');
		for (const text of ['tôi', 'tôi muốn', 'tôi muốn hỏi']) {
			expect(await after(7_000)).toBeUndefined();
			recognition.hear({ text });
		}
		expect(await after(8_000)).toMatchObject({ ok: true });
	});

	it('ends with what was heard when the person is done', async () => {
		const { recognition, enough, after } = begin();
		recognition.tell('audiostart');
		recognition.hear({ text: 'hộ khẩu' });
		enough.abort();
		expect(recognition.calls.at(-1)).toBe('stop');
		recognition.hear({ text: 'hộ khẩu', final: true });
		recognition.tell('end');
		expect(await after(0)).toMatchObject({ ok: true, alternatives: [{ text: 'hộ khẩu' }] });
	});

	it('says that nobody spoke when the person is done without a word', async () => {
		const { recognition, enough, after } = begin();
		recognition.tell('audiostart');
		enough.abort();
		expect(await after(1_500)).toEqual({ ok: false, reason: 'no-speech' });
	});

	it('drops what was heard when it is aborted, and lets the microphone go', async () => {
		const { recognition, abort, after } = begin();
		recognition.tell('audiostart');
		recognition.hear({ text: 'khai tử' });
		abort.abort();
		expect(await after(0)).toEqual({ ok: false, reason: 'aborted' });
		expect(recognition.calls.at(-1)).toBe('abort');
		recognition.hear({ text: 'khai tử', final: true });
		expect(await after(20_000)).toEqual({ ok: false, reason: 'aborted' });
	});
});

describe('a recogniser that', () => {
	it('never opens the microphone is dead after three seconds', async () => {
		const { recognition, after } = begin();
		expect(await after(2_999)).toBeUndefined();
		expect(await after(1)).toEqual({ ok: false, reason: 'dead' });
		expect(recognition.calls.at(-1)).toBe('abort');
	});

	it('opens the microphone and stays mute gives no result after eight seconds', async () => {
		const { recognition, after } = begin();
		recognition.tell('audiostart');
		expect(await after(7_999)).toBeUndefined();
		expect(await after(1)).toEqual({ ok: false, reason: 'no-result' });
	});

	it('ends without a result is unavailable, unless somebody was heard to speak', async () => {
		const azure = begin();
		azure.recognition.tell('audiostart');
		azure.recognition.tell('end');
		expect(await azure.after(0)).toEqual({ ok: false, reason: 'unavailable' });

		const mumbled = begin();
		mumbled.recognition.tell('audiostart');
		mumbled.recognition.tell('speechstart');
		mumbled.recognition.tell('end');
		expect(await mumbled.after(0)).toEqual({ ok: false, reason: 'no-speech' });
	});

	it.each([
		['no-speech', 'no-speech'],
		['audio-capture', 'no-microphone'],
		['not-allowed', 'not-allowed'],
		['network', 'network'],
		['language-not-supported', 'language-not-supported'],
		['service-not-allowed', 'dead'],
		['aborted', 'unavailable'],
		[new Error('socket'), 'unavailable'],
	])('reports %s is understood as %s', async (error, reason) => {
		const { recognition, after } = begin();
		recognition.tell('error', { error });
		expect(await after(0)).toEqual({ ok: false, reason });
	});

	it('throws on start is unavailable', async () => {
		const recognition = new ScriptedRecognition();
		recognition.start = () => {
			throw new DOMException('busy', 'InvalidStateError');
		};
		expect(await begin(recognition).after(0)).toEqual({ ok: false, reason: 'unavailable' });
	});

	it('has an empty final result heard nothing', async () => {
		const { recognition, after } = begin();
		recognition.tell('audiostart');
		recognition.tell('speechstart');
		recognition.hear({ text: ' ', final: true });
		recognition.tell('end');
		expect(await after(0)).toEqual({ ok: false, reason: 'no-speech' });
	});
});
