import { get } from 'node:http';
import { expect, test } from '../support/app.ts';

/** Kilobytes over the wire before the first search; the catalogue's index comes on top. */
const budget = 90;

/** @returns bytes of the body as a phone gets it */
const transferSize = (url: string) =>
	new Promise<number>((resolve, reject) => {
		get(url, { headers: { 'accept-encoding': 'br' } }, (response) => {
			let bytes = 0;
			response.on('data', (part: Buffer) => (bytes += part.length));
			response.on('end', () => resolve(bytes));
		}).on('error', reject);
	});

test(`what a phone needs before the first search fits into ${budget} KB`, async ({ page, app }) => {
	await page.goto(app.url);
	await expect(page.getByText(/Tìm được \d+ thủ tục/).first()).toBeVisible();
	await page.evaluate(() => navigator.serviceWorker.ready);
	const files = await page.evaluate(async () => {
		const names = (await caches.keys()).filter((name) => name.includes('precache'));
		const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
		const kept = await Promise.all(
			names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)),
		);
		return [...kept.flat(), ...loaded].map((url) => new URL(url).pathname);
	});
	const shell = new Set(files.filter((path) => !path.startsWith('/packs/')));
	const paths = ['/', '/service-worker.js', ...shell];
	const sizes = await Promise.all(
		paths.map(async (path) => ({ path, bytes: await transferSize(app.url + path) })),
	);
	const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
	const list = sizes.map(({ path, bytes }) => `${String(bytes).padStart(7)} ${path}`).join('\n');
	test.info().annotations.push({ type: 'shell', description: `${total} bytes\n${list}` });
	expect(total, `\n${list}\n`).toBeLessThanOrEqual(budget * 1000);
});
