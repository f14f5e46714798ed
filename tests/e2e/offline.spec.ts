import { createHash } from 'node:crypto';
import type { Page, Response } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { startFaultyProxy, type FaultyProxy } from '../support/faulty-proxy.ts';
import { startServer } from '../support/server.ts';

const home = 'Bạn cần làm gì?';
const birth = '/thu-tuc/1.001193';

/** The first search is what brings the details and the voice to the phone. */
async function searchFor(page: Page, words: string) {
	await page.getByRole('combobox', { name: home }).fill(words);
	const options = page.getByRole('listbox', { name: 'Kết quả' }).getByRole('option');
	await expect(options.first()).toBeVisible();
	return options;
}

async function becomeOfflineReady(page: Page, url: string) {
	await page.goto(url);
	await searchFor(page, 'khai sinh');
	await expect(page.getByText('Đã sẵn sàng khi không có mạng').first()).toBeVisible({
		timeout: 60_000,
	});
}

async function worksHere(page: Page, url: string) {
	await page.goto(url);
	const options = await searchFor(page, 'dang ky ket hon');
	await expect(options.first()).toContainText('kết hôn', { ignoreCase: true });
	await options.first().click();
	await expect(page).toHaveURL(/\/thu-tuc\//);
	await expect(page.getByRole('heading', { level: 2, name: 'Giấy tờ cần nộp' })).toBeVisible();
	await page.goto(`${url}${birth}`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/khai sinh/i);
	await page.reload();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/khai sinh/i);
}

test('after one search everything works with the network off and the server gone', async ({
	page,
	context,
}) => {
	const server = await startServer();
	await becomeOfflineReady(page, server.url);
	await context.setOffline(true);
	expect(await server.stop()).toBe(0);

	await page.reload();
	await expect(page.getByRole('heading', { level: 1, name: home })).toBeVisible();
	await expect(page.getByText('Đã sẵn sàng khi không có mạng').first()).toBeVisible();
	await worksHere(page, server.url);
	await page.goto(`${server.url}/cai-dat`);
	await expect(page.getByRole('heading', { level: 1, name: 'Cài đặt' })).toBeVisible();
	await page.goto(`${server.url}${birth}`);
	await page.getByRole('button', { name: 'Nghe', exact: true }).click();
	await expect(page.locator('.spoken')).toHaveCount(1);
	await server.remove();
});

/** Opens what the phone keeps, and finds something in it. */
async function searchOpenedOffline(page: Page, url: string) {
	await becomeOfflineReady(page, url);
	await page.context().setOffline(true);
	await page.reload();
	const options = await searchFor(page, 'dang ky ket hon');
	await expect(options.first()).toBeVisible();
}

test('opened from what the phone keeps, the search is on its way before the app', async ({
	page,
	app,
}) => {
	await searchOpenedOffline(page, app.url);
	// The page's own script starts it by this name, and the app starts no second one.
	const names = page.workers().map((worker) => worker.evaluate(() => self.name));
	expect(await Promise.all(names)).toEqual(['stored']);
});

test('a search that cannot be started before the app is started by the app', async ({
	page,
	app,
}) => {
	await page.addInitScript(() => {
		const { Worker } = window;
		window.Worker = class extends Worker {
			constructor(url: string | URL, options?: WorkerOptions) {
				super(options?.name === 'stored' ? '/_app/immutable/gone.js' : url, options);
			}
		};
	});
	await searchOpenedOffline(page, app.url);
});

test('a first visit goes on offline without a reload', async ({ page, context, app }) => {
	await becomeOfflineReady(page, app.url);
	await context.setOffline(true);
	const options = await searchFor(page, 'dang ky ket hon');
	await options.first().click();
	await expect(page.getByRole('heading', { level: 2, name: 'Giấy tờ cần nộp' })).toBeVisible();
});

test('without a search only the shell, the index and everyday words are fetched', async ({
	page,
	app,
}) => {
	const proxy = await startFaultyProxy(app.url);
	await page.goto(proxy.url);
	await expect(page.getByText(/Tìm được \d+ thủ tục/).first()).toBeVisible();
	await page.evaluate(() => navigator.serviceWorker.ready);
	const packs = () => proxy.asked.filter((path) => /^\/packs\/[0-9a-f]{64}/.test(path));
	await expect.poll(() => packs().length).toBe(2);
	expect(proxy.asked.filter((path) => /espeak|speech/.test(path))).toEqual([]);
	await proxy.close();
});

test('the voice goes on where the line broke, and is what the server has', async ({
	page,
	context,
	app,
}) => {
	const proxy = await startFaultyProxy(app.url);
	const answers: Response[] = [];
	context.on('response', (response) => {
		if (/espeak-vi-/.test(response.url())) answers.push(response);
	});
	await page.goto(proxy.url);
	await searchFor(page, 'khai sinh');
	proxy.bytesPerSecond = 300_000;
	const voice = '/_app/immutable/workers/assets/espeak-vi-';
	while (proxy.sent(voice) < 230_000) await new Promise((resolve) => setTimeout(resolve, 5));
	proxy.cut();
	proxy.bytesPerSecond = Infinity;
	await expect(page.getByText('Đã sẵn sàng khi không có mạng').first()).toBeVisible({
		timeout: 60_000,
	});
	expect(answers.map((response) => response.status())).toEqual([200, 206]);

	await context.setOffline(true);
	const { pathname } = new URL(answers[0]!.url());
	const kept = await page.evaluate(async (path) => {
		const bytes = await (await fetch(path)).arrayBuffer();
		const hash = await crypto.subtle.digest('SHA-256', bytes);
		return Array.from(new Uint8Array(hash));
	}, pathname);
	const served = await (await fetch(app.url + pathname)).bytes();
	expect(kept).toEqual([...createHash('sha256').update(served).digest()]);
	await proxy.close();
});

test.describe('on a line that lies', () => {
	let proxy: FaultyProxy;

	test.beforeEach(async ({ page, app }) => {
		proxy = await startFaultyProxy(app.url);
		await becomeOfflineReady(page, proxy.url);
	});
	test.afterEach(() => proxy.close());

	test('a captive portal takes nothing away', async ({ page }) => {
		proxy.line = 'portal';
		await worksHere(page, proxy.url);
		proxy.line = 'good';
		await worksHere(page, proxy.url);
	});

	test('a line that never answers delays nothing', async ({ page }) => {
		proxy.line = 'silent';
		const before = proxy.asked.length;
		await page.goto(proxy.url);
		await expect(page.getByRole('heading', { level: 1, name: home })).toBeVisible();
		// The page was not even asked for, so nobody waited for it.
		expect(proxy.asked.slice(before)).not.toContain('/');
		await worksHere(page, proxy.url);
	});
});

test.describe('a new version of the app', () => {
	let proxy: FaultyProxy;
	test.beforeEach(async ({ app }) => {
		proxy = await startFaultyProxy(app.url);
	});
	test.afterEach(() => proxy.close());

	/** From now on the server has a build whose shell and one icon are others. */
	const deploy = () => {
		const next = (text: string) =>
			text
				.replace(/(\/shell\.html`,revision:`)\w+/, '$1next')
				.replace(/(\/icons\/icon-192\.png`,revision:`)\w+/, '$1next');
		proxy.rewrite = new Map([['/service-worker.js', next]]);
	};
	const cached = (page: Page) =>
		page.evaluate(async () => {
			const names = await caches.keys();
			const keys = await Promise.all(
				names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)),
			);
			return keys.flat().map((url) => url.replace(location.origin, ''));
		});
	const registrationState = (page: Page) =>
		page.evaluate(async () => {
			const registration = await navigator.serviceWorker.ready;
			return { active: !!registration.active, waiting: !!registration.waiting };
		});

	test('waits, whole, beside the one in use, and takes over when asked', async ({ page }) => {
		await becomeOfflineReady(page, proxy.url);
		const before = await cached(page);
		deploy();
		await page.reload();
		await expect
			.poll(() => registrationState(page), { timeout: 20_000 })
			.toEqual({ active: true, waiting: true });
		const beside = await cached(page);
		for (const file of before) expect(beside).toContain(file);
		expect(beside).toContain('/icons/icon-192.png?revision=next');

		await page.evaluate(async () => {
			const changed = new Promise((resolve) =>
				navigator.serviceWorker.addEventListener('controllerchange', resolve),
			);
			(await navigator.serviceWorker.ready).waiting?.postMessage({ type: 'activate' });
			await changed;
		});
		// The page begins anew with the new version.
		const icons = async () => {
			const files = await cached(page).catch(() => []);
			return files.filter((file) => file.includes('icon-192'));
		};
		await expect.poll(icons).toEqual(['/icons/icon-192.png?revision=next']);
		proxy.line = 'silent';
		await worksHere(page, proxy.url);
	});

	test('does not replace the one in use when its files do not all arrive', async ({ page }) => {
		await becomeOfflineReady(page, proxy.url);
		deploy();
		proxy.gone = (path) => path.startsWith('/icons/icon-192.png');
		await page.reload();
		await expect
			.poll(() => proxy.asked.filter((path) => path.includes('icon-192')).length)
			.toBeGreaterThan(0);
		await expect.poll(() => registrationState(page)).toEqual({ active: true, waiting: false });
		proxy.line = 'silent';
		await worksHere(page, proxy.url);
	});

	test('answers by the server while the old one’s files are gone from it', async ({ page }) => {
		// Nobody has searched: the shell is here, the other screens are not.
		await page.goto(proxy.url);
		await page.evaluate(() => navigator.serviceWorker.ready);
		const shell = new Set(await cached(page));
		// The server has the next build: pages come with their files, the old build's are not there.
		let nextPage = false;
		proxy.gone = (path) => {
			nextPage ||= path.startsWith('/thu-tuc/');
			return !nextPage && path.startsWith('/_app/immutable/') && !shell.has(path);
		};
		proxy.rewrite = new Map([['/_app/version.json', () => '{"version":"next"}']]);
		await page.goto(`${proxy.url}${birth}`);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(/khai sinh/i);
		expect(proxy.asked).toContain(birth);
	});
});

test('a browser without a service worker still searches and reads', async ({ browser, app }) => {
	const context = await browser.newContext({ serviceWorkers: 'block' });
	const page = await context.newPage();
	await page.goto(app.url);
	const options = await searchFor(page, 'dang ky ket hon');
	await options.first().click();
	await expect(page.getByRole('heading', { level: 2, name: 'Giấy tờ cần nộp' })).toBeVisible();
	await context.close();
});
