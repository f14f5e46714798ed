import { get } from 'node:http';
import type { Request } from '@playwright/test';
import { expect, test } from '../support/app.ts';

/** Kilobytes over the wire before the first search; the catalogue's index comes on top. */
const budget = 90;
/** Each has a head of its own and takes its turn: on a thin line few and large is fast. The catalogue's two count too. */
const mostRequests = 20;

/** @returns bytes of the body as a phone gets it */
const transferSize = (url: string) =>
	new Promise<number>((resolve, reject) => {
		get(url, { headers: { 'accept-encoding': 'br' } }, (response) => {
			let bytes = 0;
			response.on('data', (part: Buffer) => (bytes += part.length));
			response.on('end', () => resolve(bytes));
		}).on('error', reject);
	});

/** Sums what these addresses weigh, and lists them for whoever has to find what grew. */
async function weigh(origin: string, addresses: Iterable<string>) {
	const paths = [...new Set([...addresses].map((address) => new URL(address, origin).pathname))];
	const own = paths.filter((path) => !path.startsWith('/packs/'));
	const sizes = await Promise.all(
		own.map(async (path) => ({ path, bytes: await transferSize(origin + path) })),
	);
	const list = sizes.map(({ path, bytes }) => `${String(bytes).padStart(7)} ${path}`).join('\n');
	return { total: sizes.reduce((sum, { bytes }) => sum + bytes, 0), list };
}

test(`what a phone fetches up to its first search fits into ${budget} KB and ${mostRequests} requests`, async ({
	page,
	app,
}) => {
	const requests: Request[] = [];
	page.on('request', (request) => requests.push(request));
	await page.addInitScript(() =>
		new MutationObserver((_, observer) => {
			if (!document.querySelector('[role="option"]')) return;
			performance.mark('answered');
			observer.disconnect();
		}).observe(document, { childList: true, subtree: true }),
	);
	await page.goto(app.url);
	await page.getByRole('combobox').fill('lam giay khai sinh');
	await expect(page.getByRole('option').first()).toBeVisible();
	const answered = await page.evaluate(
		() => performance.timeOrigin + (performance.getEntriesByName('answered')[0]?.startTime ?? 0),
	);
	const hosts = new Set(requests.map((request) => new URL(request.url()).host));
	// What is fetched because the first search is over does not come before it.
	const addresses = requests
		.filter((request) => request.timing().startTime <= answered)
		.map((request) => request.url());
	const { total, list } = await weigh(app.url, addresses);
	test.info().annotations.push({ type: 'shell', description: `${total} bytes\n${list}` });
	expect(list).toContain('search.worker');
	expect(list).not.toMatch(/\.(woff2?|ttf|otf)$/m);
	expect([...hosts]).toEqual([new URL(app.url).host]);
	expect(new Set(addresses).size, `\n${list}\n`).toBeLessThanOrEqual(mostRequests);
	expect(total, `\n${list}\n`).toBeLessThanOrEqual(budget * 1000);
});

test(`the shell that is installed for offline use fits into ${budget} KB`, async ({
	page,
	app,
}) => {
	await page.goto(app.url);
	await page.getByRole('combobox').fill('khai sinh');
	await page.evaluate(() => navigator.serviceWorker.ready);
	const kept = await page.evaluate(async () => {
		const names = (await caches.keys()).filter((name) => name.includes('precache'));
		const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
		return keys.flat().map(({ url }) => url);
	});
	const { total, list } = await weigh(app.url, kept);
	test.info().annotations.push({ type: 'kept', description: `${total} bytes\n${list}` });
	expect(list).toContain('/shell.html');
	expect(total, `\n${list}\n`).toBeLessThanOrEqual(budget * 1000);
});

test('the first text waits for the page and its styles alone', async ({ page, app }) => {
	const asked: string[] = [];
	await page.context().route('**/*', async (route) => {
		const { pathname } = new URL(route.request().url());
		asked.push(pathname);
		if (pathname === '/' || pathname.endsWith('.css')) await route.continue();
	});
	await page.goto(app.url, { waitUntil: 'commit' });
	await page.waitForFunction(
		() => performance.getEntriesByName('first-contentful-paint').length > 0,
	);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	expect(asked.filter((path) => path.endsWith('.css')).length).toBeLessThanOrEqual(2);
});
