import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { startFaultyProxy } from '../support/faulty-proxy.ts';
import { publishRecords } from '../support/publish.ts';
import { startServer } from '../support/server.ts';

const code = '1.001193';
const newName = 'Đăng ký khai sinh theo quy định mới';
const today = () =>
	new Intl.DateTimeFormat('vi', { day: '2-digit', month: '2-digit', year: 'numeric' }).format();

/** `Manifest.version` of the release in use on this phone. */
const newestHere = (page: Page) =>
	page.evaluate(
		() =>
			new Promise<number | undefined>((resolve) => {
				const opening = indexedDB.open('mot-cua-noi');
				opening.onsuccess = () => {
					const db = opening.result;
					const asking = db.transaction('state').objectStore('state').get('releases');
					asking.onsuccess = () => {
						db.close();
						resolve((asking.result as { version: number }[])[0]?.version);
					};
				};
			}),
	);

test('what an older release answers says of when it is, to the eye and the ear, until the newer is here', async ({
	page,
}) => {
	test.setTimeout(240_000);
	const server = await startServer();
	const proxy = await startFaultyProxy(server.url);
	await page.goto(proxy.url);
	await page.getByRole('combobox').fill('khai sinh');
	await expect(page.getByText('Đã sẵn sàng khi không có mạng').first()).toBeVisible({
		timeout: 60_000,
	});
	await page.goto(`${proxy.url}/thu-tuc/${code}`);
	const title = page.getByRole('heading', { level: 1 });
	await expect(title).toHaveText(/khai sinh/i);
	const oldName = (await title.textContent()) ?? '';
	const age = page.getByText(/^Nội dung này là bản ngày/);
	await expect(page.getByRole('heading', { name: 'Tóm tắt' })).toBeVisible();
	await expect(age).toHaveCount(0);

	publishRecords(server.dataDir, [{ code, name: newName }]);
	const manifest = (await (await page.request.get(`${proxy.url}/packs/manifest.json`)).json()) as {
		version: number;
		index: { hash: string };
		words?: { hash: string };
	};
	// The newer release's search arrives; its details, and what they could be made of, do not.
	const arrives = [manifest.index.hash, manifest.words?.hash ?? ''];
	proxy.mishap = (_method, path) => {
		if (path.startsWith('/packs/since-')) return 404;
		if (arrives.some((hash) => hash && path.includes(hash))) return undefined;
		return /^\/(packs\/[0-9a-f]{64}|api\/procedures)/.test(path) ? 'no-request' : undefined;
	};
	await page.goto(proxy.url);
	await expect.poll(() => newestHere(page), { timeout: 30_000 }).toBe(manifest.version);
	await page.reload();
	await page.getByRole('combobox').fill('khai sinh theo quy dinh moi');
	await page.getByRole('option', { name: new RegExp(newName) }).click();
	await expect(title).toHaveText(oldName);
	await expect(age).toHaveText(`Nội dung này là bản ngày ${today()}.`);
	await expect(page.getByText('Đã có bản mới, chưa về tới máy này.')).toBeVisible();

	await age.click();
	await expect(page.locator('.spoken')).toHaveText(/^Nội dung này là bản ngày/);
	await page.getByRole('button', { name: 'Câu sau' }).click();
	await expect(page.locator('.spoken')).toHaveText('Đã có bản mới, chưa về tới máy này.');

	// The newer text does not come under somebody who listens.
	proxy.mishap = () => undefined;
	await page.evaluate(() => dispatchEvent(new Event('online')));
	await page.getByRole('button', { name: 'Thêm' }).click();
	await page.getByRole('button', { name: 'Dừng đọc' }).click();
	await expect(title).toHaveText(newName, { timeout: 60_000 });
	await expect(age).toHaveCount(0);
	await proxy.close();
	await server.remove();
});
