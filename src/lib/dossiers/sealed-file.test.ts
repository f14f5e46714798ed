import { expect, it } from 'vitest';
import { generateKeyPairSync } from 'node:crypto';
import {
	openSealed,
	parseContents,
	sealDossiers,
	sealingAlgorithm,
	Unsealable,
	type PublicKey,
} from './index.ts';

const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const kid = 'k'.repeat(43);
const recipient = { ...pair.publicKey.export({ format: 'jwk' }), kid, use: 'enc' } as PublicKey;
const privateKey = pair.privateKey.export({ format: 'jwk' });
const keyOf = (id: string) => (id === kid ? privateKey : undefined);
const own = () => crypto.subtle.generateKey(sealingAlgorithm, false, ['deriveBits']);

const big = new Uint8Array(2_500_000).map((_, i) => i * 7);
const dossiers = [
	{
		payload: '{"id":"a"}',
		files: [
			{ id: 'photo', blob: new Blob([big]) },
			{ id: 'none', blob: new Blob([]) },
		],
	},
	{ payload: '{"id":"b","x":"ế"}', files: [] },
];
const seal = async () =>
	new Uint8Array(await (await sealDossiers(dossiers, recipient, await own())).arrayBuffer());
const open = async (bytes: Uint8Array<ArrayBuffer>, keys = keyOf) =>
	Array.fromAsync(openSealed(async (at, count) => bytes.slice(at, at + count), keys));
const reasonOf = async (bytes: Uint8Array<ArrayBuffer>, keys = keyOf) => {
	const error: unknown = await open(bytes, keys).catch((error: unknown) => error);
	return error instanceof Unsealable ? error.reason : error;
};

it('opens to what was sealed, a piece at a time', async () => {
	const [first, ...pieces] = await open(await seal());
	expect(parseContents(first ?? new Uint8Array())).toEqual({
		dossiers: [
			{
				payload: '{"id":"a"}',
				files: [
					{ id: 'photo', bytes: big.length },
					{ id: 'none', bytes: 0 },
				],
			},
			{ payload: '{"id":"b","x":"ế"}', files: [] },
		],
	});
	expect(pieces.map(({ length }) => length)).toEqual([1_048_576, 1_048_576, 402_848]);
	expect(Buffer.concat(pieces).equals(Buffer.from(big))).toBe(true);
});

it('says nothing of what is in it', async () => {
	const text = Buffer.from(await seal()).toString('latin1');
	expect(text).not.toContain('payload');
	expect(Buffer.from(await seal()).equals(Buffer.from(await seal()))).toBe(false);
});

it('does not open when any of it was changed, taken out, exchanged or cut off', async () => {
	const whole = await seal();
	const changed = (at: number) => {
		const copy = whole.slice();
		copy[at] = (copy[at] ?? 0) ^ 1;
		return copy;
	};
	for (const at of [60, 115, 116, 130, 5000, whole.length - 1])
		expect([at, await reasonOf(changed(at))]).toEqual([at, 'damaged']);
	const first = 116 + 4 + new DataView(whole.buffer).getUint32(116);
	const second = first + 4 + 1_048_576 + 16;
	const third = second + 4 + 1_048_576 + 16;
	const without = (from: number, to: number) =>
		new Uint8Array([...whole.slice(0, from), ...whole.slice(to)]);
	expect(await reasonOf(without(first, second))).toBe('damaged');
	expect(await reasonOf(whole.slice(0, third))).toBe('damaged');
	expect(await reasonOf(whole.slice(0, third - 9))).toBe('damaged');
	const exchanged = new Uint8Array([
		...whole.slice(0, first),
		...whole.slice(second, third),
		...whole.slice(first, second),
		...whole.slice(third),
	]);
	expect(await reasonOf(exchanged)).toBe('damaged');
});

it('names what is no sealed file, or sealed to another server', async () => {
	expect(await reasonOf(new Uint8Array(10))).toBe('no-sealed-file');
	expect(await reasonOf(new TextEncoder().encode('{"dossiers":[]}'.repeat(20)))).toBe(
		'no-sealed-file',
	);
	expect(await reasonOf(await seal(), () => undefined)).toBe('unknown-key');
	expect(await reasonOf(changedKeyId(await seal()))).toBe('unknown-key');
});

function changedKeyId(bytes: Uint8Array<ArrayBuffer>) {
	bytes[10] = 'x'.charCodeAt(0);
	return bytes;
}

it.each([
	'',
	'[]',
	'{"dossiers":[{}]}',
	'{"dossiers":[{"payload":"","files":[{"id":"a","bytes":-1}]}]}',
])('takes no contents of another form: %s', (text) => {
	expect(() => parseContents(new TextEncoder().encode(text))).toThrow(Unsealable);
});
