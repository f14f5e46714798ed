import { describe, expect, it } from 'vitest';
import type {
	Availability,
	EngineFailure,
	EngineRequest,
	EngineResult,
	ListenRequest,
	ListenResult,
	RecognitionEngine,
	RecognitionEngineId,
} from './engine.ts';
import { createRecognizer } from './ladder.ts';

const answers = (text: string): EngineResult => ({
	ok: true,
	alternatives: [
		{ text, confidence: 0.9 },
		{ text: `${text} à`, confidence: 0.2 },
	],
});
const understood = (text: string, engine: RecognitionEngineId): ListenResult => ({
	ok: true,
	value: {
		text,
		confidence: 0.9,
		alternatives: [
			{ text, confidence: 0.9 },
			{ text: `${text} à`, confidence: 0.2 },
		],
		engine,
	},
});

function engine(
	id: RecognitionEngineId,
	available: Availability,
	answer: EngineFailure | string | ((request: EngineRequest) => Promise<EngineResult>),
	log: string[] = [],
): RecognitionEngine {
	return {
		id,
		availability: () => Promise.resolve(available),
		listen(request) {
			log.push(id);
			if (typeof answer === 'function') return answer(request);
			return Promise.resolve(
				answer.includes(' ') ? answers(answer) : { ok: false, reason: answer as EngineFailure },
			);
		},
	};
}

const request = (signal = new AbortController().signal): ListenRequest => ({
	mode: 'free',
	signal,
});

/** Waits for the person's "done" or an abort. */
const patient = ({ signal, enough }: EngineRequest) =>
	new Promise<EngineResult>((resolve) => {
		signal.addEventListener('abort', () => resolve({ ok: false, reason: 'aborted' }));
		enough.addEventListener('abort', () => resolve(answers('đã nói')));
	});

describe('the recogniser', () => {
	it('falls through engines that fail until one understands', async () => {
		const log: string[] = [];
		const recognizer = createRecognizer([
			engine('device', 'yes', 'language-not-supported', log),
			engine('browser', 'yes', 'no-result', log),
			engine('azure', 'yes', 'đăng ký', log),
		]);
		expect(await recognizer.listen(request())).toEqual(understood('đăng ký', 'azure'));
		expect(log).toEqual(['device', 'browser', 'azure']);
	});

	it('skips what is not there and what the person has not agreed to', async () => {
		const log: string[] = [];
		const recognizer = createRecognizer([
			engine('device', 'no', 'đăng ký', log),
			engine('browser', 'needs-consent', 'đăng ký', log),
			engine('azure', 'yes', 'hỏi đáp', log),
		]);
		expect(await recognizer.listen(request())).toEqual(understood('hỏi đáp', 'azure'));
		expect(log).toEqual(['azure']);
	});

	it.each(['not-allowed', 'no-microphone', 'no-speech', 'no-match', 'aborted'] as const)(
		'asks nobody else after %s',
		async (reason) => {
			const log: string[] = [];
			const recognizer = createRecognizer([
				engine('browser', 'yes', reason, log),
				engine('azure', 'yes', 'đăng ký', log),
			]);
			expect(await recognizer.listen(request())).toEqual({ ok: false, reason });
			expect(log).toEqual(['browser']);
		},
	);

	it.each([
		['dead', 'unavailable'],
		['no-result', 'no-speech'],
		['network', 'network'],
	] as const)('reports %s of the last engine as %s', async (reason, reported) => {
		const recognizer = createRecognizer([engine('browser', 'yes', reason)]);
		expect(await recognizer.listen(request())).toEqual({ ok: false, reason: reported });
	});

	it('takes the list recogniser for a list alone, after the one on the device and before those elsewhere', async () => {
		const log: string[] = [];
		const list = engine('offline', 'no', 'mở số một', log);
		const recognizer = createRecognizer([
			engine('device', 'yes', 'language-not-supported', log),
			{ ...list, availability: (mode) => Promise.resolve(mode === 'closed' ? 'yes' : 'no') },
			engine('browser', 'yes', 'đăng ký', log),
		]);
		const { signal } = new AbortController();
		const phrases = ['mở số một', 'mở số hai'];
		expect(await recognizer.listen({ mode: 'closed', phrases, signal })).toEqual(
			understood('mở số một', 'offline'),
		);
		expect(log).toEqual(['device', 'offline']);
		expect(await recognizer.listen(request())).toEqual(understood('đăng ký', 'browser'));
		expect(log).toEqual(['device', 'offline', 'device', 'browser']);
	});

	it('goes on to whatever there is when the list recogniser fails', async () => {
		const log: string[] = [];
		const recognizer = createRecognizer([
			engine('offline', 'yes', 'dead', log),
			engine('browser', 'yes', 'mở số hai', log),
		]);
		const { signal } = new AbortController();
		expect(await recognizer.listen({ mode: 'closed', phrases: ['mở số hai'], signal })).toEqual(
			understood('mở số hai', 'browser'),
		);
		expect(log).toEqual(['offline', 'browser']);
	});

	it('asks for consent when that is all that is missing', async () => {
		const recognizer = createRecognizer([
			engine('device', 'yes', 'dead'),
			engine('browser', 'needs-consent', 'đăng ký'),
		]);
		expect(await recognizer.listen(request())).toEqual({ ok: false, reason: 'needs-consent' });
	});

	it('is unavailable without engines', async () => {
		expect(await createRecognizer([]).listen(request())).toEqual({
			ok: false,
			reason: 'unavailable',
		});
		expect(await createRecognizer([]).availability('free')).toBe('no');
	});

	it('is available when one engine is, and after consent when one would be', async () => {
		const there = (...all: Availability[]) =>
			createRecognizer(all.map((one) => engine('browser', one, ''))).availability('free');
		expect(await there('no', 'needs-consent', 'yes')).toBe('yes');
		expect(await there('no', 'needs-consent')).toBe('needs-consent');
		expect(await there('no')).toBe('no');
	});

	it('takes what was heard when the person is done', async () => {
		const recognizer = createRecognizer([engine('browser', 'yes', patient)]);
		const listening = recognizer.listen(request());
		await new Promise((resolve) => setTimeout(resolve, 5));
		recognizer.stop();
		expect(await listening).toEqual(understood('đã nói', 'browser'));
	});

	it('has heard nobody when the person is done before it began', async () => {
		const log: string[] = [];
		const recognizer = createRecognizer([engine('browser', 'yes', 'đăng ký', log)]);
		const listening = recognizer.listen(request());
		recognizer.stop();
		expect(await listening).toEqual({ ok: false, reason: 'no-speech' });
		expect(log).toEqual([]);
	});

	it('opens the microphone once: a second call ends the first', async () => {
		let open = 0;
		let most = 0;
		const recognizer = createRecognizer([
			engine('browser', 'yes', async (asked) => {
				most = Math.max(most, ++open);
				const result = await patient(asked);
				await new Promise((resolve) => setTimeout(resolve, 5));
				open -= 1;
				return result;
			}),
		]);
		const first = recognizer.listen(request());
		await new Promise((resolve) => setTimeout(resolve, 5));
		const second = recognizer.listen(request());
		expect(await first).toEqual({ ok: false, reason: 'aborted' });
		await new Promise((resolve) => setTimeout(resolve, 5));
		recognizer.stop();
		expect(await second).toEqual(understood('đã nói', 'browser'));
		expect(most).toBe(1);
	});

	it('does not begin when it was aborted before', async () => {
		const log: string[] = [];
		const recognizer = createRecognizer([engine('browser', 'yes', 'đăng ký', log)]);
		expect(await recognizer.listen(request(AbortSignal.abort()))).toEqual({
			ok: false,
			reason: 'aborted',
		});
		expect(log).toEqual([]);
	});
});
