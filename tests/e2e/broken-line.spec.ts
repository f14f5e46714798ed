import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Page } from '@playwright/test';
import { encodeChunk, encodeIndex, type Manifest, type PackRef } from '#lib/catalogue/index.ts';
import { onlineTest as test, expect } from '../support/app.ts';
import { startFaultyProxy, type FaultyProxy } from '../support/faulty-proxy.ts';
import { entry } from '../support/index-entry.ts';
import { startServer, type TestServer } from '../support/server.ts';

/** Over the wire, for each time that the line breaks. */
const mostLost = 25_000;

const words =
	'cấp sửa đổi lại gia hạn thu hồi xác nhận công bố giấy phép chứng chỉ hành nghề kinh doanh đất đai nhà ở xây dựng thuế vận tải biển thủy sản rừng thuốc khám bệnh trường học lao động hộ tịch'.split(
		' ',
	);

/** Thousands of names that have little in common, so that the index is as large as a whole country's. */
function names(count: number): string[] {
	let state = 1;
	const next = (below: number) => {
		state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
		return (state >>> 8) % below;
	};
	return Array.from({ length: count }, () =>
		Array.from({ length: 8 + next(6) }, () => words[next(words.length)]).join(' '),
	);
}

function put(packs: string, text: string): PackRef {
	const bytes = Buffer.from(text);
	const hash = createHash('sha256').update(bytes).digest('hex');
	const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
	writeFileSync(join(packs, `${hash}.json`), bytes);
	writeFileSync(join(packs, `${hash}.json.br`), brotli);
	return { hash, bytes: bytes.length, transferBytes: brotli.length };
}

/** A data directory with a large release in it. */
function largeRelease(): { dataDir: string; index: PackRef } {
	const dataDir = mkdtempSync(join(tmpdir(), 'mot-cua-noi-'));
	const packs = join(dataDir, 'packs');
	mkdirSync(packs);
	const made = names(6_000).map((name, at) => entry(`1.${String(at).padStart(6, '0')}`, name));
	const index = put(packs, encodeIndex([...made, entry('2.000001', 'Đăng ký khai sinh')]));
	const manifest: Manifest = {
		format: 1,
		version: 1,
		publishedAt: '2026-11-26T00:00:00.000Z',
		procedures: made.length + 1,
		index,
		chunks: [put(packs, encodeChunk([]))],
	};
	writeFileSync(join(packs, 'manifest.json'), JSON.stringify(manifest));
	return { dataDir, index };
}

let server: TestServer;
let proxy: FaultyProxy;
let index: PackRef;
const indexPath = () => `/packs/${index.hash}.json`;
const asked = () => proxy.asked.filter((path) => path.startsWith(indexPath()));

test.beforeEach(async () => {
	const release = largeRelease();
	index = release.index;
	server = await startServer({ dataDir: release.dataDir });
	proxy = await startFaultyProxy(server.url);
});
test.afterEach(async () => {
	await proxy.close();
	await server.remove();
});

async function search(page: Page) {
	await page.goto(proxy.url);
	await page.getByRole('combobox').fill('khai sinh');
	await expect(page.getByRole('option').first()).toContainText('khai sinh', { ignoreCase: true });
}

test('search comes over a line that breaks again and again, and little comes twice', async ({
	page,
}) => {
	expect(index.transferBytes).toBeGreaterThan(80_000);
	proxy.bytesPerSecond = 30_000;
	proxy.mishap = (_method, path) => (path.startsWith(indexPath()) ? { after: 22_000 } : undefined);
	await search(page);
	const breaks = asked().length - 1;
	const sent = proxy.sent(indexPath());
	const costs = `${index.transferBytes} bytes, ${sent} sent, ${breaks} breaks`;
	test.info().annotations.push({ type: 'costs', description: costs });
	expect(breaks).toBeGreaterThan(2);
	expect(sent, costs).toBeLessThanOrEqual(index.transferBytes + breaks * mostLost);
});

test('an app that is closed in the middle of the index goes on with it when it is opened', async ({
	context,
}) => {
	const first = await context.newPage();
	await first.goto(proxy.url);
	proxy.bytesPerSecond = 40_000;
	proxy.mishap = (_method, path) =>
		path === indexPath() ? { after: 60_000, hangs: true } : undefined;
	await first.getByRole('combobox').fill('khai sinh');
	await expect.poll(() => proxy.sent(indexPath())).toBeGreaterThan(60_000);
	await first.close();
	expect(proxy.sent(indexPath())).toBeLessThan(index.transferBytes);

	await search(await context.newPage());
	expect(asked().at(-1)).toMatch(/\?from=\d+$/);
	const sent = proxy.sent(indexPath());
	const costs = `${index.transferBytes} bytes, ${sent} sent`;
	test.info().annotations.push({ type: 'costs', description: costs });
	expect(sent, costs).toBeLessThanOrEqual(index.transferBytes + mostLost);
});
