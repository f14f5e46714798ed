import { fail, ok, type Result } from '#lib/base/index.ts';
import { playerItems, type PlayableScript } from '../player-items.ts';

/** Seconds of silence, so that the ear hears where a sentence and where a section ends. */
const afterSentence = 0.25;
const beforeHeading = 0.7;

export interface Sound {
	/** mono, −1…1 */
	readonly samples: Float32Array<ArrayBuffer>;
	/** samples in a second */
	readonly sampleRate: number;
}

/** Turns sound into a file as it comes; it may be told to forget all of it. */
export interface Encoder {
	/** all calls have the same `sampleRate` */
	add(sound: Sound): Promise<Result<void, 'unavailable'>>;
	finish(): Promise<Result<Uint8Array<ArrayBuffer>[], 'unavailable'>>;
	close(): void;
}

export interface RecordingPorts {
	/** a sentence as written → the words to say */
	toWords(text: string): string;
	synthesise(words: string): Promise<Result<Sound, 'unavailable' | 'error'>>;
	readonly encoder: Encoder;
	/** 0…1 */
	onProgress(share: number): void;
	readonly signal: AbortSignal;
}

export type RecordingFailure = 'unavailable' | 'nothing-to-say' | 'aborted';

export interface Recorded {
	readonly parts: Uint8Array<ArrayBuffer>[];
	readonly seconds: number;
}

/**
 * A whole script as one sound file. A sentence that the voice cannot say is passed over, as in reading aloud; nothing
 * is kept anywhere until all of it is there.
 */
export async function recordScript(
	script: PlayableScript,
	{ toWords, synthesise, encoder, onProgress, signal }: RecordingPorts,
): Promise<Result<Recorded, RecordingFailure>> {
	const items = playerItems(script);
	let seconds = 0;
	let heard = 0;
	const add = async (sound: Sound) => {
		seconds += sound.samples.length / sound.sampleRate;
		return encoder.add(sound);
	};
	const silence = (length: number, sampleRate: number): Sound => ({
		samples: new Float32Array(Math.round(length * sampleRate)),
		sampleRate,
	});

	for (const [at, item] of items.entries()) {
		if (signal.aborted) return fail('aborted');
		onProgress(at / items.length);
		const words = toWords(item.text);
		if (!/\p{L}/u.test(words)) continue;
		const said = await synthesise(words);
		if (signal.aborted) return fail('aborted');
		if (!said.ok) {
			if (said.reason === 'unavailable') return fail('unavailable');
			continue;
		}
		const isHeading = item.block === undefined && at > 0;
		const pause = silence(
			isHeading && heard > 0 ? beforeHeading : afterSentence,
			said.value.sampleRate,
		);
		for (const sound of [pause, said.value]) {
			const added = await add(sound);
			if (!added.ok) return added;
		}
		heard++;
	}
	if (heard === 0) return fail('nothing-to-say');
	const finished = await encoder.finish();
	if (signal.aborted) return fail('aborted');
	if (!finished.ok) return finished;
	onProgress(1);
	return ok({ parts: finished.value, seconds });
}
