import workletUrl from './capture.worklet.ts?worker&url';
import type { EngineFailure } from '../engine.ts';
import { sampleRate } from './levels.ts';

export interface Capture {
	/** samples a second: 16,000 but where a browser resamples no microphone (Firefox) */
	readonly rate: number;
	/** Lets the microphone go; nothing comes afterwards. */
	stop(): void;
}

/** The recogniser wants the voice as it is; only noise and loudness are evened out by the browser. */
const wanted: MediaTrackConstraints = {
	channelCount: 1,
	echoCancellation: false,
	noiseSuppression: true,
	autoGainControl: true,
};

/**
 * Opens the microphone, asking for it where the person has not been asked.
 * @param onPiece mono samples, 20 ms
 * @param signal the microphone is let go when it is aborted, whatever has been reached
 */
export async function openCapture(
	onPiece: (samples: Float32Array) => void,
	signal: AbortSignal,
): Promise<Capture | EngineFailure> {
	let stream: MediaStream;
	try {
		stream = await navigator.mediaDevices.getUserMedia({ audio: wanted });
	} catch (error) {
		const denied = ['NotAllowedError', 'SecurityError'].includes((error as Error).name);
		return denied ? 'not-allowed' : 'no-microphone';
	}
	let context: AudioContext | undefined;
	const stop = () => {
		for (const track of stream.getTracks()) track.stop();
		if (context && context.state !== 'closed') void context.close();
	};
	signal.addEventListener('abort', stop, { once: true });
	if (signal.aborted) {
		stop();
		return 'aborted';
	}
	try {
		const opened = openContext(stream);
		context = opened.context;
		await context.audioWorklet.addModule(workletUrl);
		const node = new AudioWorkletNode(context, 'capture', { numberOfOutputs: 0 });
		node.port.addEventListener('message', ({ data }: MessageEvent<Float32Array>) => {
			if (!signal.aborted) onPiece(data);
		});
		node.port.start();
		opened.source.connect(node);
		await context.resume();
		return { rate: context.sampleRate, stop };
	} catch {
		stop();
		return signal.aborted ? 'aborted' : 'dead';
	}
}

function openContext(stream: MediaStream) {
	let context = new AudioContext({ sampleRate });
	try {
		return { context, source: context.createMediaStreamSource(stream) };
	} catch {
		// Firefox connects a microphone at its own rate only.
		void context.close();
		context = new AudioContext();
		return { context, source: context.createMediaStreamSource(stream) };
	}
}

/** The same sound at 16 kHz. */
export async function toSampleRate(
	samples: Float32Array<ArrayBuffer>,
	rate: number,
): Promise<Float32Array<ArrayBuffer>> {
	if (rate === sampleRate || samples.length === 0) return samples;
	const length = Math.ceil((samples.length * sampleRate) / rate);
	const context = new OfflineAudioContext(1, length, sampleRate);
	const buffer = context.createBuffer(1, samples.length, rate);
	buffer.copyToChannel(samples, 0);
	const source = new AudioBufferSourceNode(context, { buffer });
	source.connect(context.destination);
	source.start();
	return (await context.startRendering()).getChannelData(0);
}
