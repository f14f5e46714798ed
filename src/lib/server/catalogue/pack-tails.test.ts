import { mkdirSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { beforeEach, expect, it } from 'vitest';
import { sha256 } from '#lib/base/index.ts';
import { tailStep } from '#lib/catalogue/index.ts';
import { testDirectory } from '../../../../tests/support/test-directory.ts';
import { brotli, packsDirectory, writePack } from './packs.ts';
import { packTails } from './pack-tails.ts';

const text = Array.from({ length: 9_000 }, (_, at) => `Thủ tục số ${at * 7919}.`).join(' ');
const bytes = Buffer.from(text);
let dataDir: string;
let name: string;

beforeEach(async () => {
	dataDir = testDirectory();
	mkdirSync(packsDirectory(dataDir));
	const { hash } = await writePack(packsDirectory(dataDir), text);
	name = `${hash}.json`;
});

/** With what was compressed, and at which quality. */
function counting() {
	const qualities: number[] = [];
	let [now, most] = [0, 0];
	const tail = packTails(
		() => dataDir,
		async (rest, quality) => {
			qualities.push(quality);
			most = Math.max(most, ++now);
			return brotli(rest, quality).finally(() => now--);
		},
	);
	return { tail, qualities, most: () => most };
}

it('gives the rest of a pack from each place, packed and plain', async () => {
	const { tail } = counting();
	for (let from = tailStep; from < bytes.length; from += tailStep) {
		const packed = await tail(name, from, true);
		expect(packed && brotliDecompressSync(packed).equals(bytes.subarray(from))).toBe(true);
		expect((await tail(name, from, false))?.equals(bytes.subarray(from))).toBe(true);
	}
});

it.each([0, -tailStep, 1, tailStep + 1, tailStep / 2, 2 ** 40, NaN, Infinity])(
	'gives none from %d',
	async (from) => {
		const { tail } = counting();
		for (const packed of [true, false]) expect(await tail(name, from, packed)).toBeNull();
	},
);

it('gives none of what is no pack', async () => {
	const { tail } = counting();
	for (const other of ['manifest.json', `${'f'.repeat(64)}.json`, `../packs/${name}`, `${name}.br`])
		for (const packed of [true, false])
			expect(await tail(other, tailStep, packed), other).toBeNull();
});

it('compresses what many ask for once, and one at a time', async () => {
	const { tail, qualities, most } = counting();
	const places = [1, 2, 3, 1, 2, 3, 1].map((step) => tail(name, step * tailStep, true));
	await Promise.all(places);
	await tail(name, tailStep, true);
	expect(qualities).toHaveLength(3);
	expect(most()).toBe(1);
});

it('compresses less well while many wait', async () => {
	const { tail, qualities } = counting();
	const places = Math.floor(bytes.length / tailStep);
	expect(places).toBeGreaterThan(10);
	await Promise.all(
		Array.from({ length: places }, (_, at) => tail(name, (at + 1) * tailStep, true)),
	);
	expect(qualities[0]).toBeLessThan(qualities.at(-1)!);
	expect(qualities.at(-1)).toBe(9);
});

it('finds a pack that comes after it was asked for', async () => {
	const { tail } = counting();
	const later = `${text} Thêm.`;
	const name = `${await sha256(later)}.json`;
	expect(await tail(name, tailStep, true)).toBeNull();
	await writePack(packsDirectory(dataDir), later);
	expect(await tail(name, tailStep, true)).not.toBeNull();
});
