import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { startFaultyProxy } from '../support/faulty-proxy.ts';
import { fillGeneral } from '../support/fill-general.ts';
import { keepSome } from '../support/kept.ts';
import { heading, makeNextBuild, nextHeading, type NextBuild } from '../support/next-build.ts';
import { startServer, type TestServer } from '../support/server.ts';

const shows = (page: Page, title: string) =>
	expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();

async function becomeOfflineReady(page: Page, url: string) {
	await page.goto(url);
	await page.getByRole('combobox').fill('khai sinh');
	await expect(page.getByText('Đã sẵn sàng khi không có mạng').first()).toBeVisible({
		timeout: 60_000,
	});
}

async function searches(page: Page) {
	await page.getByRole('combobox').fill('dang ky ket hon');
	await expect(page.getByRole('option').first()).toContainText('kết hôn', { ignoreCase: true });
	await page.getByRole('combobox').fill('');
}

/** Asks for a newer version, as a browser does when the app is opened. */
const look = (page: Page) =>
	page.evaluate(async () => {
		const registration = await navigator.serviceWorker.ready;
		await registration.update().catch(() => undefined);
	});

const isWaiting = (page: Page) =>
	page.evaluate(async () => {
		const { waiting, installing } = await navigator.serviceWorker.ready;
		return installing ? 'coming' : waiting ? 'waiting' : 'none';
	});

/** What waited has been sent, and nobody is in the middle of anything: the moment at which a newer version may take over. */
async function isCalm(page: Page) {
	const held = () => page.evaluate(async () => (await navigator.locks.query()).held?.length);
	await expect(page.getByRole('link', { name: 'Hộp gửi', exact: true })).toBeVisible({
		timeout: 30_000,
	});
	await expect.poll(held, { timeout: 30_000 }).toBe(0);
}

/** What a person has chosen: the voice, how fast it speaks, and that searches are not remembered. */
async function chooseSettings(page: Page, url: string) {
	await page.goto(`${url}/cai-dat`);
	await page.getByRole('radio', { name: /^Luôn dùng giọng kèm theo/ }).check();
	await page.getByRole('button', { name: 'Chậm lại', exact: true }).click();
	await page.getByRole('checkbox', { name: 'Nhớ các lần tìm gần đây' }).uncheck();
	return settingsHere(page);
}

const settingsHere = (page: Page) =>
	page.evaluate(() => localStorage.getItem('mot-cua-noi.settings'));

/** The app is put out of sight, and nothing of it is opened anew: what is set on the page is still there. */
async function staysWhenHidden(page: Page) {
	await page.evaluate(() => {
		Object.assign(window, { same: true });
		Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
		document.dispatchEvent(new Event('visibilitychange'));
	});
	// Longer than a newer version takes to take over.
	await page.waitForTimeout(1_000);
	expect(await page.evaluate(() => 'same' in window)).toBe(true);
	await page.evaluate(() => Reflect.deleteProperty(document, 'visibilityState'));
}

test.describe('two builds', () => {
	// Servers one after the other at one address: not beside each other's.
	test.describe.configure({ mode: 'default' });
	let build: NextBuild;
	test.beforeAll(() => {
		build = makeNextBuild();
	});
	test.afterAll(() => build.remove());

	async function replace(old: TestServer, fresh = build.root): Promise<TestServer> {
		await old.stop();
		return startServer({ dataDir: old.dataDir, port: old.port, root: fresh });
	}

	test('a newer version waits for a calm moment, and takes nothing away', async ({
		page,
		context,
	}) => {
		let server = await startServer();
		await becomeOfflineReady(page, server.url);
		const chosen = await chooseSettings(page, server.url);
		expect(chosen).toContain('bundled');
		await keepSome(page, server.url);
		await fillGeneral(page, server.url, '1.001022');
		await server.stop();
		await page.getByRole('button', { name: 'Nộp hồ sơ' }).click();
		await expect(page.getByText('Đang chờ mạng')).toBeVisible();
		await page.goto(`${server.url}/nop/1.001022`);
		await page.getByRole('button', { name: 'Tiếp tục' }).click();
		await page.getByRole('textbox', { name: 'Họ và tên của bạn là gì?' }).fill('Trần Văn Bản Nháp');
		await page.getByRole('button', { name: 'Tiếp tục' }).click();
		await expect(page).toHaveURL(/buoc=birthDate/);

		server = await replace(server);
		await look(page);
		await expect.poll(() => isWaiting(page), { timeout: 30_000 }).toBe('waiting');
		await staysWhenHidden(page);

		// Nor does another tab let it take over while a form is open in this one.
		const other = await context.newPage();
		await other.goto(server.url);
		await searches(other);
		await other.getByRole('link', { name: 'Trợ giúp' }).click();
		await shows(other, 'Trợ giúp');
		expect(await isWaiting(page)).toBe('waiting');
		await other.close();

		await page.getByRole('link', { name: 'Một Cửa Nói' }).click();
		await shows(page, heading);
		await isCalm(page);
		await page.evaluate(() => Object.assign(window, { same: true }));
		await page.getByRole('link', { name: 'Cài đặt' }).click();
		await shows(page, 'Cài đặt');
		expect(await page.evaluate(() => 'same' in window)).toBe(false);
		expect(await isWaiting(page)).toBe('none');

		await page.goto(`${server.url}/hop-gui`);
		await expect(page.getByText('Máy chủ đã nhận')).toBeVisible({ timeout: 30_000 });
		await server.stop();
		await page.goto(server.url);
		await shows(page, nextHeading);
		await searches(page);
		await page.goto(`${server.url}/hop-gui`);
		await page.getByRole('link', { name: /Làm tiếp/ }).click();
		await expect(page.getByText('Bạn đang làm dở hồ sơ này.', { exact: false })).toBeVisible();

		await page.goto(`${server.url}/giay-to-cua-toi`);
		await page.getByRole('link', { name: /Phạm Văn Tú/ }).click();
		await expect(page.getByText('2000-01-02')).toBeVisible();
		await page.goto(`${server.url}/giay-to-cua-toi`);
		await page.getByRole('link', { name: /^Căn cước/ }).click();
		await expect(page.getByRole('img', { name: 'Trang 1 trên 1 của Căn cước' })).toBeVisible();
		expect(await settingsHere(page)).toBe(chosen);
		await page.goto(`${server.url}/cai-dat`);
		await expect(page.getByRole('radio', { name: /^Luôn dùng giọng kèm theo/ })).toBeChecked();
		await expect(page.getByRole('checkbox', { name: 'Nhớ các lần tìm gần đây' })).not.toBeChecked();
		await server.remove();
	});

	test('a server that disappears in the middle of an update leaves the old version whole', async ({
		page,
	}) => {
		let server = await startServer();
		const proxy = await startFaultyProxy(server.url);
		await becomeOfflineReady(page, proxy.url);
		server = await replace(server);
		let killed: Promise<unknown> | undefined;
		proxy.gone = (path) => {
			if (path.includes('.next.js')) killed ??= server.stop('SIGKILL');
			return false;
		};
		await look(page);
		await expect.poll(() => killed !== undefined).toBe(true);
		await killed;
		await expect.poll(() => isWaiting(page)).toBe('none');
		await page.reload();
		await shows(page, heading);
		await searches(page);
		await page.goto(`${proxy.url}/thu-tuc/1.001193`);
		await expect(page.getByRole('heading', { level: 2, name: 'Giấy tờ cần nộp' })).toBeVisible();

		proxy.gone = () => false;
		server = await startServer({ dataDir: server.dataDir, port: server.port, root: build.root });
		await look(page);
		await expect.poll(() => isWaiting(page), { timeout: 30_000 }).toBe('waiting');
		await page.getByRole('link', { name: 'Một Cửa Nói' }).click();
		await shows(page, nextHeading);
		await proxy.close();
		await server.remove();
	});

	test('a part of the app lost from the phone, and from the server, is made good by the newer version', async ({
		page,
	}) => {
		let server = await startServer();
		await becomeOfflineReady(page, server.url);
		server = await replace(server);
		await page.evaluate(async () => {
			const name = (await caches.keys()).find((key) => key.includes('precache')) ?? '';
			const cache = await caches.open(name);
			for (const request of await cache.keys())
				if (request.url.includes('/chunks/')) await cache.delete(request);
		});
		await (await page.context().newCDPSession(page)).send('Network.clearBrowserCache');
		await page.reload();
		await expect(page.getByRole('heading', { level: 1, name: nextHeading })).toBeVisible({
			timeout: 40_000,
		});
		await searches(page);
		await server.remove();
	});
});

test.describe('a deploy half done', () => {
	test('is gone over by itself', async ({ page, app }) => {
		const proxy = await startFaultyProxy(app.url);
		let missed = 0;
		// Asked for in advance, and when it is needed.
		proxy.gone = (path) => /\/entry\/app\./.test(path) && missed++ < 2;
		await page.goto(proxy.url);
		await page.getByRole('combobox').fill('dang ky ket hon');
		await expect(page.getByRole('option').first()).toContainText('kết hôn', { ignoreCase: true });
		await expect(page.getByRole('combobox')).toHaveValue('dang ky ket hon');
		expect(missed).toBe(3);
		await proxy.close();
	});

	test('that lasts leaves the text to read and a way to try again, and no button that waits for ever', async ({
		page,
		app,
	}) => {
		const proxy = await startFaultyProxy(app.url);
		const html = await (await page.request.get(app.url)).text();
		const start = /\/_app\/immutable\/entry\/app\.[^"]+/.exec(html)?.[0] ?? '';
		// Kept for good by the browser, as its name promises.
		proxy.rewrite = new Map([[start, () => '<!doctype html><title>404</title>']]);
		await page.clock.install();
		await page.goto(proxy.url);
		const starts = () => page.evaluate(() => Number(sessionStorage.starts)).catch(() => 0);
		for (let start = 1; start <= 3; start++) {
			await expect.poll(starts).toBe(start);
			await page.clock.fastForward(20_000);
		}
		await expect(page.getByText('Ứng dụng chưa mở được trọn vẹn')).toBeVisible();
		await shows(page, heading);
		await page.getByRole('button', { name: 'Nghe', exact: true }).click();
		await expect(page.locator('[aria-busy]')).toHaveCount(0);
		await proxy.close();
	});
});
