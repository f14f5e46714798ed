import { afterEach, describe, expect, it, vi } from 'vitest';
import { newSigner } from '../../../tests/support/signers.ts';
import type { Manifest } from './release.ts';
import { signRelease } from './sign-release.ts';
import { isSignedBy } from './signature.ts';
import { verifyEd25519 } from './verify.browser.ts';

const pack = { hash: 'a'.repeat(64), bytes: 10, transferBytes: 4 };
const manifest: Manifest = {
	format: 1,
	version: 7,
	publishedAt: '2026-11-26T00:00:00.000Z',
	procedures: 4_437,
	index: pack,
	chunks: [pack],
};
const [first, second, third, stranger] = [newSigner(), newSigner(), newSigner(), newSigner()];
/** as it arrives */
const sent = (release: Manifest) => JSON.parse(JSON.stringify(release)) as Manifest;
const isSigned = (pinned: string, release: Manifest) =>
	isSignedBy(pinned, sent(release), verifyEd25519);

afterEach(() => vi.restoreAllMocks());

const ways = {
	natively: () => undefined,
	'where the browser knows no Ed25519': () =>
		vi
			.spyOn(crypto.subtle, 'importKey')
			.mockRejectedValue(new DOMException('Unrecognized name', 'NotSupportedError')),
};

describe.each(Object.entries(ways))('a signature, %s', (_, prepare) => {
	it('holds for the key that signed', async () => {
		prepare();
		expect(await isSigned(first.key, signRelease(manifest, [first]))).toBe(true);
	});

	it('fails where anything was changed', async () => {
		prepare();
		const signed = signRelease(manifest, [first]);
		const changes: Partial<Manifest>[] = [
			{ version: 8 },
			{ index: { ...pack, hash: 'b'.repeat(64) } },
			{ signature: `${signed.signature?.slice(0, -4)}AAAA` },
			{ signature: 'cut' },
			{ signature: 'đ' },
			{ keys: [] },
		];
		for (const change of changes)
			expect(await isSigned(first.key, { ...signed, ...change }), JSON.stringify(change)).toBe(
				false,
			);
	});
});

it('leads from an older key to the one in use, each named by the one before', async () => {
	const signed = signRelease(manifest, [first, second, third]);
	for (const { key } of [first, second, third]) expect(await isSigned(key, signed)).toBe(true);
});

it('does not lead from a key that named no successor', async () => {
	const signed = signRelease(manifest, [stranger]);
	expect(await isSigned(first.key, signed)).toBe(false);
	const keys = [{ key: first.key }, { key: stranger.key }];
	const forged = { ...signed, keys };
	expect(await isSigned(first.key, forged)).toBe(false);
	const named = { ...forged, keys: [keys[0]!, { ...keys[1]!, endorsement: stranger.sign('x') }] };
	expect(await isSigned(first.key, named)).toBe(false);
});

it('is not decided while its code cannot be had', async () => {
	const signed = signRelease(manifest, [first]);
	expect(await isSignedBy(first.key, signed, async () => undefined)).toBeUndefined();
});
