import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Manifest, PackRef } from './release.ts';
import { makeSince, readSince, sinceNewest } from './since.ts';

const pack = (letter: string): PackRef => ({
	hash: letter.repeat(64),
	bytes: 140_000,
	transferBytes: 20_000,
});
const older: Manifest = {
	format: 1,
	version: 7,
	publishedAt: '2026-11-25T08:00:00.000Z',
	procedures: 4_437,
	index: pack('a'),
	chunks: ['b', 'c', 'd', 'e', 'f'].map(pack),
	keys: [{ key: 'old' }],
	signature: 'of the older one',
};
const newest: Manifest = {
	...older,
	version: 8,
	publishedAt: '2026-11-26T08:00:00.000Z',
	chunks: ['b', 'c', '0', 'e', 'f'].map(pack),
	keys: [{ key: 'old' }, { key: 'new', endorsement: 'by the old' }],
	signature: 'of the newest',
};
const changes = pack('9');
const since = JSON.stringify(makeSince(older, { manifest: newest, changes }));

it('leads to the newest manifest, word for word, whoever signed the older one', () => {
	const got = readSince(older, since);
	expect(JSON.stringify(got?.manifest)).toBe(JSON.stringify(newest));
	expect(got?.changes).toEqual(changes);
	const signedAnew = { ...older, keys: newest.keys!, signature: 'again' };
	expect(readSince(signedAnew, since)?.manifest).toEqual(newest);
	const unsigned = JSON.stringify({ ...older, keys: undefined, signature: undefined });
	expect(readSince(JSON.parse(unsigned) as Manifest, since)?.manifest).toEqual(newest);
});

it('says in a few bytes that nothing is new', () => {
	const text = JSON.stringify(sinceNewest(older));
	expect(text.length).toBeLessThan(60);
	expect(readSince(older, text)).toEqual({ manifest: older });
});

describe('reads nothing', () => {
	it.each<[string, string]>([
		['in a captive portal’s page', '<!doctype html><title>Wi-Fi</title>'],
		['in nothing', ''],
		['in null', 'null'],
		['in another format', since.replace('"format":1', '"format":2')],
		['about another release', since.replace('2026-11-25', '2026-11-24')],
		['that reaches out of the text', since.replace('"manifest":[', '$&9,99999,')],
		['of other kinds', since.replace('"manifest":[', '$&null,{},')],
		['that is no list', since.replace('"manifest":[', '"manifest":7,"x":[')],
		['that leads to no manifest', since.replace('"manifest":[', '$&"x",')],
	])('%s', (_, text) => {
		expect(text).not.toBe(since);
		expect(readSince(older, text)).toBeUndefined();
	});

	it('in any cut', () => {
		for (let length = 0; length < since.length; length++)
			expect(readSince(older, since.slice(0, length))).toBeUndefined();
	});

	it('in whatever else a server might say, without throwing', () => {
		const manifest = fc.oneof(fc.jsonValue(), fc.array(fc.oneof(fc.integer(), fc.string())));
		fc.assert(
			fc.property(manifest, (value) => {
				const text = JSON.stringify({ ...sinceNewest(older), manifest: value });
				expect(readSince(older, text)).toBeUndefined();
			}),
		);
	});
});

it('passes over changes that are no pack', () => {
	const text = since.replace(changes.hash, '../../elsewhere');
	expect(readSince(older, text)).toEqual({ manifest: newest, changes: undefined });
});
