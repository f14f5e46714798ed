import { expect, it } from 'vitest';
import type { Gray } from './gray.ts';
import { hasMoved } from './movement.ts';

const [width, height] = [48, 36];

/** A bright sheet on a dark table, and what a sensor adds. */
function sheet(left: number, noise = 0): Gray {
	const data = new Uint8Array(width * height);
	for (let at = 0; at < data.length; at++) {
		const x = at % width;
		const grain = noise === 0 ? 0 : ((at * 7919) % (2 * noise)) - noise;
		data[at] = (x >= left && x < left + 30 ? 200 : 70) + grain;
	}
	return { width, height, data };
}

it('sees a sheet that moves, and takes noise for none', () => {
	expect(hasMoved(sheet(8), sheet(8))).toBe(false);
	expect(hasMoved(sheet(8), sheet(8, 5))).toBe(false);
	expect(hasMoved(sheet(8), sheet(12))).toBe(true);
});

it('takes a camera that was turned for one that moved', () => {
	const turned = { ...sheet(8), width: height, height: width, data: new Uint8Array(10) };
	expect(hasMoved(sheet(8), turned)).toBe(true);
});
