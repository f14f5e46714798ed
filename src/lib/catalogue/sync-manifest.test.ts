import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseManifest } from './sync-manifest.ts';

const pack = { hash: 'a'.repeat(64), bytes: 100, transferBytes: 20 };
const manifest = {
	format: 1,
	version: 3,
	publishedAt: '2026-11-23T08:00:00.000Z',
	procedures: 50,
	index: pack,
	chunks: [{ ...pack, hash: 'b'.repeat(64) }],
};

describe('parseManifest', () => {
	it('takes a manifest as it is', () => {
		expect(parseManifest(JSON.stringify(manifest))).toEqual(manifest);
	});

	it.each<[string, unknown]>([
		['another format', { ...manifest, format: 2 }],
		['a version that is text', { ...manifest, version: '3' }],
		['a date that is none', { ...manifest, publishedAt: 'hôm nay' }],
		['a negative count', { ...manifest, procedures: -1 }],
		['no index', { ...manifest, index: undefined }],
		['a hash of another length', { ...manifest, index: { ...pack, hash: 'abc' } }],
		[
			'a hash that leaves the folder',
			{ ...manifest, index: { ...pack, hash: '../'.repeat(21) + 'a' } },
		],
		['a hash in capitals', { ...manifest, index: { ...pack, hash: 'A'.repeat(64) } }],
		['a size that is no whole number', { ...manifest, index: { ...pack, bytes: 1.5 } }],
		['a size no phone could hold', { ...manifest, index: { ...pack, bytes: 1e10 } }],
		['chunks that are no list', { ...manifest, chunks: {} }],
		['one bad chunk among good ones', { ...manifest, chunks: [pack, null] }],
		['a list', [manifest]],
		['null', null],
	])('refuses %s', (_what, value) => {
		expect(parseManifest(JSON.stringify(value))).toBeUndefined();
	});

	it('refuses any cut of a manifest', () => {
		const text = JSON.stringify(manifest);
		for (let length = 0; length < text.length; length++)
			expect(parseManifest(text.slice(0, length))).toBeUndefined();
	});

	it('refuses whatever else a server might say, without throwing', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
				expect(parseManifest(text)).toBeUndefined();
			}),
		);
	});
});
