import { systemClock } from '#lib/base/index.browser.ts';
import type { Clock } from '#lib/base/index.ts';
import type { EngineFailure, EngineRequest, EngineResult, RecognitionEngine } from '../engine.ts';
import { patience } from '../listen.ts';
import { microphonePermission } from '../microphone.browser.ts';
import { openCapture, toSampleRate } from './capture.browser.ts';
import { createEndpointer } from './endpoint.ts';
import { loudness, meterLevel } from './levels.ts';
import { createPhraseWorker, type PhraseWorker } from './phrases.browser.ts';
import { keptVoicePack } from './voice-pack.browser.ts';

export interface OfflineOptions {
	worker?: PhraseWorker;
	clock?: Clock;
	/** is there a voice pack on this device? */
	hasPack?(): Promise<boolean>;
}

/**
 * One of a closed list of phrases, understood on this device with the operator's voice pack. Sound is held in memory
 * until it is understood, and never leaves the device.
 */
export function createOfflineRecognition({
	worker = createPhraseWorker(),
	clock = systemClock,
	hasPack = async () => (await keptVoicePack()) !== undefined,
}: OfflineOptions = {}): RecognitionEngine {
	let dead = false;
	return {
		id: 'offline',
		async availability(mode) {
			if (mode !== 'closed' || dead || !('AudioWorkletNode' in globalThis)) return 'no';
			return (await hasPack()) ? 'yes' : 'no';
		},
		async listen(request) {
			if (request.mode !== 'closed') return { ok: false, reason: 'unavailable' };
			const result = await understand(request, request.phrases, worker, clock);
			if (!result.ok && result.reason === 'dead') dead = true;
			return result;
		},
	};
}

async function understand(
	request: EngineRequest,
	phrases: readonly string[],
	worker: PhraseWorker,
	clock: Clock,
): Promise<EngineResult> {
	// It gets ready while the person speaks.
	const loaded = worker.load();
	const utterance = await record(request, clock);
	if (typeof utterance === 'string') return { ok: false, reason: utterance };
	const ready = await loaded;
	if (!ready.ok) return { ok: false, reason: 'dead' };
	const understood = await worker.understand(utterance, phrases);
	if (request.signal.aborted) return { ok: false, reason: 'aborted' };
	if (!understood.ok) return { ok: false, reason: 'dead' };
	const { heard, leftOut } = understood.value;
	if (leftOut.length > 0) request.onLeftOut?.(leftOut);
	return heard ? { ok: true, alternatives: [heard] } : { ok: false, reason: 'no-match' };
}

/** Records until the person has finished a sentence. @returns 16 kHz; the microphone is closed */
async function record(
	request: EngineRequest,
	clock: Clock,
): Promise<Float32Array<ArrayBuffer> | EngineFailure> {
	const over = new AbortController();
	const endpointer = createEndpointer();
	const pieces: Float32Array[] = [];
	let spoken = false;
	let watch = new AbortController();
	let settle: (outcome: EngineFailure | 'ended') => void = () => undefined;
	const outcome = new Promise<EngineFailure | 'ended'>((resolve) => (settle = resolve));
	const after = (ms: number, react: () => void) => {
		watch.abort();
		watch = new AbortController();
		clock.sleep(ms, watch.signal).then(react, () => undefined);
	};
	/** No sound, unless the browser still asks the person: who cannot see the question may take a minute. */
	const awaitSound = () =>
		after(patience.audioStart, async () => {
			const asking = (await microphonePermission()) === 'prompt';
			if (pieces.length > 0 || over.signal.aborted) return;
			if (asking) awaitSound();
			else settle('dead');
		});
	const options = { once: true, signal: over.signal };
	request.signal.addEventListener('abort', () => settle('aborted'), options);
	request.enough.addEventListener('abort', () => settle(spoken ? 'ended' : 'no-speech'), options);
	if (request.signal.aborted) settle('aborted');

	const onPiece = (samples: Float32Array) => {
		if (pieces.length === 0) {
			after(patience.result, () => settle('no-speech'));
			request.onAudioStart?.();
		}
		pieces.push(samples);
		const level = loudness(samples);
		if (pieces.length % 2 === 0) request.onLevel?.(meterLevel(level));
		const state = endpointer.hear(level);
		if (state === 'waiting') return;
		spoken = true;
		watch.abort();
		if (state === 'ended') settle('ended');
	};
	awaitSound();
	const opening = openCapture(onPiece, over.signal);
	void opening.then((capture) => {
		if (typeof capture === 'string') settle(capture);
	});
	const ending = await outcome;
	watch.abort();
	over.abort();
	if (pieces.length > 0) {
		request.onLevel?.(0);
		request.onAudioEnd?.();
	}
	if (ending !== 'ended') return ending;
	const capture = await opening;
	if (typeof capture === 'string') return capture;
	return toSampleRate(joined(pieces), capture.rate);
}

function joined(pieces: readonly Float32Array[]): Float32Array<ArrayBuffer> {
	const all = new Float32Array(pieces.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const piece of pieces) {
		all.set(piece, at);
		at += piece.length;
	}
	return all;
}
