import { expect, it } from 'vitest';
import { greeting } from '../../../../tests/support/greeting-words.ts';
import { renderGreeting } from './render-greeting.ts';

it('the greeting is an MP3 of five to eight seconds in at most 15 KB', async () => {
	const sound = await renderGreeting(greeting);
	expect(sound.length).toBeLessThanOrEqual(15_000);
	// Frame sync, MPEG-2 layer III without checksum, 16 kbit/s at 16 kHz.
	expect([...sound.subarray(0, 3)]).toEqual([0xff, 0xf3, 0x28]);
	const seconds = (sound.length * 8) / 16_000;
	expect(seconds).toBeGreaterThan(5);
	expect(seconds).toBeLessThan(8);
});

it('the greeting has words only, which the voice needs no rules for', () => {
	expect(greeting).toMatch(/^[\p{L}\p{M}\s.,]+$/u);
});
