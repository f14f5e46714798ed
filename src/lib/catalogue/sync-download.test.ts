import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import { sha256 } from '#lib/base/index.ts';
import { FakePackServer } from '../../../tests/support/fake-pack-server.ts';
import { IdleClock } from '../../../tests/support/idle-clock.ts';
import { tailHeader, tailStep, type PackRef } from './release.ts';
import { downloadPack, patient, type DownloadPorts } from './sync-download.ts';

const size = 5 * tailStep + 1234;
const bytes = Uint8Array.from({ length: size }, (_, at) => 97 + ((at * 7919) % 26));
let pack: PackRef;
let path: string;
let server: FakePackServer;
let clock: IdleClock;

async function online() {
	server = new FakePackServer();
	clock = new IdleClock();
	pack = { hash: await sha256(bytes), bytes: size, transferBytes: size };
	path = `/packs/${pack.hash}.json`;
	server.serve(path, new TextDecoder().decode(bytes));
}
beforeEach(online);

const download = (
	fetch: DownloadPorts['fetch'] = server.fetch,
	onBytes?: Parameters<typeof downloadPack>[3],
	begun?: Uint8Array,
) => downloadPack({ fetch, clock, hash: sha256, random: () => 0.5 }, patient, pack, onBytes, begun);

/** The line breaks after so many bytes of the n-th answer, then no more. */
const breaks = (cuts: readonly number[]) => (_path: string, nth: number) => {
	const broken = cuts[nth - 1];
	return broken === undefined ? undefined : { broken };
};

it('is right wherever the line breaks, and less than a step is fetched again for each break', async () => {
	const cut = fc.integer({ min: tailStep, max: size });
	await fc.assert(
		fc.asyncProperty(fc.array(cut, { maxLength: 12 }), async (cuts) => {
			await online();
			server.fault = breaks(cuts);
			const told: number[] = [];
			const got = await download(server.fetch, (received) => told.push(received));
			expect(got).toEqual({ ok: true, value: bytes });
			const broken = server.asked.length - 1;
			expect(server.given).toBeLessThanOrEqual(size + broken * (tailStep - 1));
			expect(told).toEqual([...told].sort((a, b) => a - b));
		}),
		{ numRuns: 60 },
	);
});

it('arrives over a line that breaks more often than it would be patient for, with short pauses', async () => {
	server.fault = () => ({ broken: tailStep + 100 });
	expect(await download()).toMatchObject({ ok: true });
	expect(server.asked.length).toBeGreaterThan(5);
	expect(new Set(clock.slept)).toEqual(new Set([750]));
});

it('gives up after five broken attempts of which only the first brought something', async () => {
	server.fault = (_path, nth) => ({ broken: nth > 2 ? 0 : tailStep });
	expect(await download()).toMatchObject({ ok: false, reason: 'offline' });
	expect(server.asked).toEqual([
		path,
		...[1, 2, 2, 2, 2].map((steps) => `${path}?from=${steps * tailStep}`),
	]);
	expect(clock.slept).toEqual([750, 750, 1500, 3000, 6000]);
});

it('takes the whole from a static host that knows no rest', async () => {
	server.static = true;
	server.fault = breaks([3 * tailStep, 2 * tailStep]);
	const told: number[] = [];
	const got = await download(server.fetch, (received) => told.push(received));
	expect(got).toEqual({ ok: true, value: bytes });
	expect(server.given).toBe(size + 5 * tailStep);
	expect(told).toEqual([...told].sort((a, b) => a - b));
});

it('keeps what came when a captive portal answers in between', async () => {
	server.fault = (_path, nth) => [{ broken: 2 * tailStep }, 'html' as const][nth - 1];
	expect(await download()).toEqual({ ok: true, value: bytes });
	expect(server.given).toBe(size);
});

it('goes on from what came earlier', async () => {
	const told: number[] = [];
	const begun = bytes.slice(0, 3 * tailStep + 5);
	expect(await download(server.fetch, (received) => told.push(received), begun)).toEqual({
		ok: true,
		value: bytes,
	});
	expect(server.asked).toEqual([`${path}?from=${3 * tailStep}`]);
	expect(told[0]).toBe(begun.length);
});

it('begins anew when what came earlier proves wrong', async () => {
	const told: number[] = [];
	const begun = bytes.slice(0, 3 * tailStep).fill(0, 7, 8);
	expect(await download(server.fetch, (received) => told.push(received), begun)).toMatchObject({
		ok: true,
	});
	expect(server.asked).toEqual([`${path}?from=${3 * tailStep}`, path]);
	expect(told).toContain(0);
});

it('does not begin with more than the pack has', async () => {
	expect(await download(server.fetch, undefined, new Uint8Array(size + 1))).toMatchObject({
		ok: true,
	});
	expect(server.asked).toEqual([path]);
});

it.each([
	['behind a gap', 4 * tailStep],
	['from elsewhere', tailStep],
	['from nowhere', NaN],
])('asks for the whole where a server says that the rest is %s', async (_how, said) => {
	let asked = 0;
	const lying: DownloadPorts['fetch'] = async (url, init) => {
		server.fault = () => (asked++ === 0 ? { broken: 2 * tailStep } : undefined);
		const answer = await server.fetch(url, init);
		if (!url.includes('?')) return answer;
		return new Response(answer.body, { headers: { [tailHeader]: `${said}` } });
	};
	expect(await download(lying)).toEqual({ ok: true, value: bytes });
	expect(server.asked.slice(0, 2)).toEqual([path, `${path}?from=${2 * tailStep}`]);
	expect(server.asked.slice(2)).toContain(path);
});

it('ends though a changed pack comes over a line that breaks', async () => {
	server.serve(path, new TextDecoder().decode(bytes.slice().fill(65, 100, 101)));
	server.fault = () => ({ broken: 3 * tailStep });
	expect(await download()).toMatchObject({ ok: false });
	expect(server.asked.length).toBeLessThan(12);
});
