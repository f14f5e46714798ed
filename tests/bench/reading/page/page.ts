/** The page the voice is measured on: the real engine, worker and audio element, and a button to tap. */
import { createEspeakEngine, type EspeakEngine } from '#lib/speech/index.browser.ts';

const never = new AbortController().signal;
let engine: EspeakEngine | undefined;

/** Says sentences in a row from the next tap on; milliseconds from the tap or from the sentence before to the sound. */
async function sayAtTap(sentences: readonly string[], rate: number): Promise<number[]> {
	const tap = new Promise<number>((resolve) =>
		document
			.querySelector('button')
			?.addEventListener('click', ({ timeStamp }) => resolve(timeStamp), {
				once: true,
			}),
	);
	const waits: number[] = [];
	let silentSince = await tap;
	engine ??= createEspeakEngine();
	engine.unlock();
	for (const [at, words] of sentences.entries()) {
		const next = sentences[at + 1];
		const result = await engine.speak({ words, rate, ...(next && { next }) }, never, ({ type }) => {
			if (type === 'start') waits.push(performance.now() - silentSince);
		});
		if (!result.ok) throw new Error(`${result.reason}: ${words}`);
		silentSince = performance.now();
	}
	return waits;
}

/** Milliseconds until the voice can speak, without any sound. */
async function load(): Promise<number> {
	engine?.close();
	engine = createEspeakEngine();
	const before = performance.now();
	const ready = await engine.prepare();
	if (!ready.ok) throw new Error(ready.reason);
	return performance.now() - before;
}

/** Seconds of work for a second of speech, for each sentence. */
async function realTimeFactors(sentences: readonly string[]): Promise<number[]> {
	engine ??= createEspeakEngine();
	const factors: number[] = [];
	for (const words of sentences) {
		const before = performance.now();
		const made = await engine.synthesise({ words, rate: 1 });
		if (!made.ok) throw new Error(`${made.reason}: ${words}`);
		const { samples, sampleRate } = made.value;
		factors.push((performance.now() - before) / 1_000 / (samples.length / sampleRate));
	}
	return factors;
}

/** Milliseconds of a fixed piece of work: how slow this machine is just now. */
function yardstick(): number {
	const before = performance.now();
	let sum = 0;
	for (let i = 0; i < 2e7; i++) sum = (sum * 31 + i) | 0;
	return performance.now() - before + (sum === 0.5 ? 1 : 0);
}

export const bench = { load, sayAtTap, realTimeFactors, yardstick };
Object.assign(window, { bench });
