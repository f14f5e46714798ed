import { describe, expect, it } from 'vitest';
import type { Manifest } from './release.ts';
import { judgeManifest, missingPacks, strayPacks, withRelease } from './sync-plan.ts';

const release = (version: number, ...chunks: string[]): Manifest => ({
	format: 1,
	version,
	publishedAt: new Date(Date.UTC(2026, 0, version)).toISOString(),
	procedures: 1,
	index: { hash: `index-${version}`, bytes: 1, transferBytes: 1 },
	chunks: chunks.map((hash) => ({ hash, bytes: 1, transferBytes: 1 })),
});

const [one, two, three, four] = [
	release(1, 'a'),
	release(2, 'b'),
	release(3, 'c'),
	release(4, 'd'),
];

describe('judgeManifest', () => {
	it('takes the first manifest it sees', () => {
		expect(judgeManifest([], one, new Set())).toBe('new');
	});

	it('knows the release in use', () => {
		expect(judgeManifest([two, one], two, new Set())).toBe('same');
	});

	it('ignores an older release, whether or not the one in use is complete', () => {
		expect(judgeManifest([two], one, new Set(['index-2', 'b']))).toBe('stale');
		expect(judgeManifest([two, one], one, new Set(['index-2', 'index-1', 'a']))).toBe('stale');
	});

	it('takes an older release when the index of the one in use is lost', () => {
		expect(judgeManifest([two], one, new Set(['b']))).toBe('new');
	});

	it('takes a higher version number that says it was published earlier: a clock was put right', () => {
		const early = { ...three, publishedAt: '2020-01-01T00:00:00.000Z' };
		expect(judgeManifest([two], early, new Set(['index-2', 'b']))).toBe('new');
	});

	it('takes a lower version number that was published later: the server began anew', () => {
		const anew = { ...one, publishedAt: '2027-01-01T00:00:00.000Z' };
		expect(judgeManifest([two], anew, new Set(['index-2', 'b']))).toBe('new');
	});
});

describe('withRelease', () => {
	it('puts the release in front and keeps the others', () => {
		expect(withRelease([two, one], three)).toEqual([three, two, one]);
	});

	it('keeps the last complete release when several were interrupted', () => {
		expect(withRelease([three, two, one], four)).toEqual([four, three, one]);
	});

	it('names a release once', () => {
		expect(withRelease([two, one], one)).toEqual([one, two]);
	});
});

it('finds what is missing, in the order of the manifest', () => {
	const pack = release(1, 'x', 'y', 'z');
	expect(missingPacks(pack, new Set(['y'])).map(({ hash }) => hash)).toEqual(['index-1', 'x', 'z']);
});

it('finds the packs that no kept release names', () => {
	expect(strayPacks([two, one], new Set(['index-2', 'a', 'old']))).toEqual(['old']);
});
