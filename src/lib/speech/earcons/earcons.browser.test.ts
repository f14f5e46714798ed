import { expect, it, vi } from 'vitest';
import { playEarcon } from './earcons.browser.ts';
import { earcons, type EarconId } from './earcons.ts';

/** The loudest sample while it plays. */
async function loudest(id: EarconId, volume?: number) {
	const context = new AudioContext();
	await context.resume();
	const analyser = context.createAnalyser();
	analyser.connect(context.destination);
	Object.defineProperty(context, 'destination', { value: analyser });
	const frame = new Float32Array(analyser.fftSize);
	let most = 0;
	const timer = setInterval(() => {
		analyser.getFloatTimeDomainData(frame);
		for (const sample of frame) most = Math.max(most, Math.abs(sample));
	}, 5);
	await playEarcon(id, volume, context);
	clearInterval(timer);
	await context.close();
	return most;
}

it.each(Object.keys(earcons) as EarconId[])(
	'%s is heard, and no louder than the voice',
	async (id) => {
		const level = await loudest(id);
		expect(level).toBeGreaterThan(0.1);
		expect(level).toBeLessThan(0.3);
	},
);

it('is as quiet as the voice was set', async () => {
	expect(await loudest('sent', 0.2)).toBeLessThan(0.07);
});

it('keeps nobody waiting where no sound is allowed', async () => {
	const context = new AudioContext();
	await context.suspend();
	context.resume = () => new Promise(() => undefined);
	const made = vi.spyOn(context, 'createOscillator');
	await playEarcon('sent', 1, context);
	expect(made).not.toHaveBeenCalled();
});
