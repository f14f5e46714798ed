import { expect, it } from 'vitest';
import { earconLength, earcons, type EarconId } from './earcons.ts';

const ids = Object.keys(earcons) as EarconId[];

it('each is over before anybody has to wait for it', () => {
	for (const id of ids) expect(earconLength(id)).toBeLessThan(0.4);
});

it('no two sound alike: they differ in how many notes they have or where these go', () => {
	const shapes = ids.map((id) => {
		const pitches = earcons[id].map(([hertz]) => hertz);
		const steps = pitches.slice(1).map((hertz, at) => Math.sign(hertz - pitches[at]!));
		return JSON.stringify([pitches.length, steps]);
	});
	expect(new Set(shapes).size).toBe(ids.length);
});

it('all of them together are less than 2 KB of data', () => {
	expect(JSON.stringify(earcons).length).toBeLessThan(2_000);
});
