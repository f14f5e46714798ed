import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fetchFile, isOurs } from './fetch-file.browser.ts';
import type { OfflineFile } from './files.ts';

const text = { 'content-type': 'application/octet-stream' };

/** One answer of a server that has this content: how many bytes come before the line breaks; all, where none is named. */
type Cut = number | undefined;

/** A server at the other end of a line that breaks. */
class CutLine {
	readonly asked: string[] = [];
	/** bytes that came, as the page sees them */
	came = 0;
	content: Uint8Array<ArrayBuffer>;
	answer: (request: Request) => Response | undefined = () => undefined;
	readonly #cuts: Cut[];

	constructor(bytes: number, cuts: readonly Cut[]) {
		this.content = Uint8Array.from({ length: bytes }, (_, at) => (at * 7 + (at >> 8)) % 251);
		this.#cuts = [...cuts];
	}

	readonly fetch = async (request: Request): Promise<Response> => {
		const range = request.headers.get('range');
		this.asked.push(range ?? 'all');
		const from = Number(/bytes=(\d+)-/.exec(range ?? '')?.[1] ?? 0);
		const other = this.answer(request);
		if (other) return other;
		const { length } = this.content;
		const headers = range ? { 'content-range': `bytes ${from}-${length - 1}/${length}` } : {};
		const body = this.#body(this.content.subarray(from), this.#cuts.shift());
		return new Response(body, { status: range ? 206 : 200, headers: { ...text, ...headers } });
	};

	#body(bytes: Uint8Array<ArrayBuffer>, cut: Cut) {
		const part = bytes.slice(0, cut);
		this.came += part.length;
		let given = false;
		return new ReadableStream<Uint8Array>({
			pull(controller) {
				if (!given && part.length > 0) controller.enqueue(part);
				else if (cut === undefined) controller.close();
				else controller.error(new TypeError('network error'));
				given = true;
			},
		});
	}
}

const fileOf = (line: CutLine, wire: number, revision: string | null = null): OfflineFile => ({
	url: '/_app/immutable/voice.bin',
	revision,
	bytes: line.content.length,
	wire,
});
const slept: number[] = [];
const clock = {
	now: () => 0,
	// Pauses between attempts take no time; the time-out of an attempt never comes.
	sleep: (ms: number) => {
		if (ms >= 30_000) return new Promise<void>(() => undefined);
		slept.push(ms);
		return Promise.resolve();
	},
};
const bytesOf = async (got: Awaited<ReturnType<typeof fetchFile>>) =>
	got.ok ? new Uint8Array(await got.value.arrayBuffer()) : undefined;

describe('fetchFile', () => {
	it('asks for the rest where the line broke, when that is less to fetch', async () => {
		const line = new CutLine(1_000, [800]);
		const got = await fetchFile({ fetch: line.fetch, clock }, fileOf(line, 400));
		expect(await bytesOf(got)).toEqual(line.content);
		expect(line.asked).toEqual(['all', 'bytes=800-']);
		if (got.ok)
			expect([got.value.status, got.value.headers.get('content-range')]).toEqual([200, null]);
	});

	it('begins again where that is less to fetch, for the rest comes uncompressed', async () => {
		const line = new CutLine(1_000, [300]);
		const got = await fetchFile({ fetch: line.fetch, clock }, fileOf(line, 400));
		expect(await bytesOf(got)).toEqual(line.content);
		expect(line.asked).toEqual(['all', 'all']);
	});

	it('goes on uncompressed where beginning again came no further', async () => {
		const line = new CutLine(1_000, [300, 300, 300]);
		const got = await fetchFile({ fetch: line.fetch, clock }, fileOf(line, 400));
		expect(await bytesOf(got)).toEqual(line.content);
		expect(line.asked).toEqual(['all', 'all', 'bytes=300-', 'bytes=600-']);
	});

	it('brings the file through any number of breaks, as long as each attempt brings something', async () => {
		const cuts = fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 40 });
		const files = fc
			.integer({ min: 1, max: 2_000 })
			.chain((bytes) =>
				fc.record({ bytes: fc.constant(bytes), wire: fc.integer({ min: 1, max: bytes }) }),
			);
		await fc.assert(
			fc.asyncProperty(files, cuts, async ({ bytes, wire }, each) => {
				const line = new CutLine(bytes, each);
				const got = await fetchFile({ fetch: line.fetch, clock }, fileOf(line, wire));
				expect(await bytesOf(got)).toEqual(line.content);
			}),
		);
	});

	it('gives up after three attempts that bring nothing more', async () => {
		const line = new CutLine(1_000, [900, 0, 50, 0, 0, 0, 0]);
		slept.length = 0;
		const got = await fetchFile({ fetch: line.fetch, clock }, fileOf(line, 400));
		expect(got).toMatchObject({ ok: false, reason: 'offline' });
		const [all, ...rest] = line.asked;
		expect([all, ...rest]).toEqual([
			'all',
			...Array(2).fill('bytes=900-'),
			...Array(3).fill('bytes=950-'),
		]);
		expect(slept).toEqual([2_000, 2_000, 2_000, 2_000, 4_000]);
	});

	it('takes the whole where a server knows no parts', async () => {
		const line = new CutLine(1_000, [800]);
		line.answer = ({ headers }) =>
			headers.has('range') ? new Response(line.content, { headers: text }) : undefined;
		const got = await fetchFile({ fetch: line.fetch, clock }, fileOf(line, 400));
		expect(await bytesOf(got)).toEqual(line.content);
	});

	it.each([
		['of another length', { 'content-range': 'bytes 800-1000/1001' }],
		['from elsewhere', { 'content-range': 'bytes 700-999/1000' }],
		['that says not which', {}],
		['that is compressed', { 'content-range': 'bytes 800-999/1000', 'content-encoding': 'br' }],
	])('puts no part %s to what it has, and begins again', async (_, headers) => {
		const line = new CutLine(1_000, [800]);
		line.answer = (request) =>
			request.headers.has('range')
				? new Response(new Uint8Array(200), { status: 206, headers: { ...text, ...headers } })
				: undefined;
		const got = await fetchFile({ fetch: line.fetch, clock }, fileOf(line, 400));
		expect(await bytesOf(got)).toEqual(line.content);
		expect(line.asked).toEqual(['all', 'bytes=800-', 'all']);
	});

	it('never asks for the rest of a file whose name does not say what is in it', async () => {
		const line = new CutLine(1_000, [900, 900]);
		const got = await fetchFile({ fetch: line.fetch, clock }, fileOf(line, 400, 'r1'));
		expect(await bytesOf(got)).toEqual(line.content);
		expect(line.asked).toEqual(['all', 'all', 'all']);
	});

	it('never puts a captive portal’s page to what it has', async () => {
		const line = new CutLine(1_000, [800]);
		line.answer = ({ headers }) =>
			headers.has('range')
				? new Response('<p>Đăng nhập', { headers: { 'content-type': 'text/html' } })
				: undefined;
		const got = await fetchFile({ fetch: line.fetch, clock }, fileOf(line, 400));
		expect(got).toMatchObject({ ok: false, reason: 'bad-manifest' });
	});
});

describe('isOurs', () => {
	const good = (path: string) => new Response(`content of ${path}`, { headers: text });
	const portal = () => new Response('<p>Đăng nhập', { headers: { 'content-type': 'text/html' } });

	it('takes a script, and the shell’s page', async () => {
		expect(await isOurs('/a.js', good('/a.js'))).toBe(true);
		const shell = new Response('<script>import("/_app/immutable/entry/start.js")</script>', {
			headers: { 'content-type': 'text/html;charset=utf-8' },
		});
		expect(await isOurs('/shell.html', shell)).toBe(true);
	});

	it('refuses another page in the place of the shell, or of a script', async () => {
		expect(await isOurs('/shell.html', portal())).toBe(false);
		expect(await isOurs('/a.js', portal())).toBe(false);
	});

	it('refuses an error, whatever its body', async () => {
		expect(await isOurs('/a.js', new Response('', { status: 404 }))).toBe(false);
		expect(await isOurs('/a.js', new Response('', { status: 206 }))).toBe(false);
	});
});
