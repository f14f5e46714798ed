import { earconLength, earcons, type EarconId } from './earcons.ts';

/** Quieter than the voice. */
const loudness = 0.25;
/** Faded in and out, or it clicks. */
const fadeSeconds = 0.012;

let shared: AudioContext | undefined;

/**
 * Plays one of the app's short sounds by oscillators. Silent where the browser allows no sound yet; an earcon is never
 * the only sign of anything.
 * @param volume 0…1
 * @returns when it is over
 */
export async function playEarcon(
	id: EarconId,
	volume = 1,
	context: AudioContext = (shared ??= new AudioContext()),
): Promise<void> {
	if (context.state !== 'running') {
		void context.resume().catch(() => undefined);
		await new Promise((resolve) => setTimeout(resolve, 50));
		if ((context.state as AudioContextState) !== 'running') return;
	}
	const begin = context.currentTime + 0.01;
	for (const [hertz, at, length] of earcons[id]) {
		const tone = context.createOscillator();
		const level = context.createGain();
		tone.frequency.value = hertz;
		const [from, to] = [begin + at, begin + at + length];
		level.gain.setValueAtTime(0, from);
		level.gain.linearRampToValueAtTime(loudness * volume, from + fadeSeconds);
		level.gain.setValueAtTime(loudness * volume, to - fadeSeconds);
		level.gain.linearRampToValueAtTime(0, to);
		tone.connect(level).connect(context.destination);
		tone.start(from);
		tone.stop(to);
	}
	await new Promise((resolve) => setTimeout(resolve, earconLength(id) * 1_000 + 20));
}
