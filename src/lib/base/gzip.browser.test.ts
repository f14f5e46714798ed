import fc from 'fast-check';
import { expect, it } from 'vitest';
import { gunzip, gzip } from './gzip.browser.ts';

const filled = (length: number) =>
	Uint8Array.from({ length }, (_, i) => (Math.imul(i, 2_654_435_761) >>> 22) & 0x3f);

it('gives back any bytes', async () => {
	await fc.assert(
		fc.asyncProperty(fc.nat(300_000), async (length) => {
			const bytes = filled(length);
			expect(await gunzip(await gzip(bytes))).toEqual(bytes);
		}),
		{ numRuns: 20, examples: [[0], [65_536], [65_537], [131_072]] },
	);
});

it('lets taps and keys through while it works', async () => {
	let turns = 0;
	let done = false;
	const { port1, port2 } = new MessageChannel();
	port2.onmessage = () => {
		turns++;
		if (!done) port1.postMessage(undefined);
	};
	port1.postMessage(undefined);
	await gzip(filled(1_000_000));
	done = true;
	port2.close();
	expect(turns).toBeGreaterThan(10);
});

it('refuses what is cut', async () => {
	const whole = await gzip(filled(200_000));
	await expect(gunzip(whole.slice(0, -100))).rejects.toThrow();
	await expect(gunzip(filled(200_000))).rejects.toThrow();
});
