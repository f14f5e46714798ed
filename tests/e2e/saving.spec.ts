import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { startFaultyProxy, type FaultyProxy } from '../support/faulty-proxy.ts';
import { say, stubRecogniser } from '../support/recogniser.ts';

const birth = '/thu-tuc/1.001193';
const packs = (proxy: FaultyProxy) =>
	proxy.asked.filter((path) => /^\/packs\/[0-9a-f]{64}/.test(path));
const voices = (proxy: FaultyProxy) => proxy.asked.filter((path) => /espeak/.test(path));

const choose = (page: Page, saveData: string) =>
	page.addInitScript(
		(choice) => localStorage.setItem('mot-cua-noi.settings', JSON.stringify({ saveData: choice })),
		saveData,
	);

async function searchAndOpen(page: Page, url: string) {
	await page.goto(url);
	await page.getByRole('combobox').fill('khai sinh');
	await page.getByRole('option').first().click();
	await expect(page.getByRole('heading', { name: 'Giấy tờ cần nộp' })).toBeVisible();
}

let proxy: FaultyProxy;
test.beforeEach(async ({ app }) => {
	proxy = await startFaultyProxy(app.url);
});
test.afterEach(() => proxy.close());

test('while data are saved, only the index and what is opened comes', async ({ page }) => {
	await choose(page, 'always');
	await searchAndOpen(page, proxy.url);
	await page.getByRole('link', { name: 'Một Cửa Nói' }).click();
	await expect(page.getByText(/^Đang tiết kiệm dữ liệu\. Tìm được \d+ thủ tục/)).toBeVisible();
	// The index, its everyday words, and the part that holds the one procedure.
	await expect.poll(() => packs(proxy).length).toBe(3);
	expect(voices(proxy)).toEqual([]);
	await expect(page.getByRole('link', { name: 'Chọn thứ tải về máy' })).toBeVisible();
});

test('a line that costs is saved on until it no longer does', async ({ page }) => {
	await page.addInitScript(() => {
		const line = Object.assign(new EventTarget(), { saveData: false, type: 'cellular' });
		Object.defineProperty(navigator, 'connection', { value: line });
	});
	await searchAndOpen(page, proxy.url);
	await page.getByRole('link', { name: 'Một Cửa Nói' }).click();
	await expect(page.getByText(/^Đang tiết kiệm dữ liệu/)).toBeVisible();
	await page.evaluate(() => {
		const { connection } = navigator as unknown as { connection: EventTarget };
		Object.assign(connection, { type: 'wifi' });
		connection.dispatchEvent(new Event('change'));
	});
	await expect(page.getByText('Đã sẵn sàng khi không có mạng')).toBeVisible({ timeout: 60_000 });
});

test('a procedure that was asked for is heard with the network off, and it alone has come', async ({
	page,
	context,
}) => {
	await choose(page, 'always');
	await page.goto(proxy.url + birth);
	const region = page.getByRole('region', { name: 'Nghe khi không có mạng' });
	await expect(region).toContainText(/Cần tải khoảng \d+([,.]\d)? [KM]B/);
	await region.getByRole('button', { name: 'Tải về để nghe khi không có mạng' }).click();
	await expect(region).toContainText('Đã ở trên máy. Không cần mạng để đọc và nghe.', {
		timeout: 60_000,
	});
	expect(packs(proxy).length).toBe(3);
	await context.setOffline(true);
	await page.reload();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/khai sinh/i);
	await page.getByRole('button', { name: 'Nghe', exact: true }).click();
	await expect(page.locator('.spoken')).toHaveCount(1);
});

test('a life event is brought whole, is named among what is wanted, and can be let go', async ({
	page,
}) => {
	await choose(page, 'always');
	await page.goto(`${proxy.url}/viec/birth`);
	await page.getByRole('button', { name: 'Tải về để nghe khi không có mạng' }).click();
	await expect(page.getByText('Đã ở trên máy.')).toBeVisible({ timeout: 60_000 });
	await page.goto(`${proxy.url}/cai-dat/bo-nho`);
	await page.getByRole('button', { name: 'Thôi giữ trên máy: Sinh con' }).click();
	await expect(page.getByRole('heading', { name: 'Bạn đã chọn giữ trên máy' })).toHaveCount(0);
});

test('what is on the phone is shown and can be freed; search and the wish to save stay', async ({
	page,
}) => {
	await page.goto(proxy.url);
	await page.getByRole('combobox').fill('khai sinh');
	await expect(page.getByText('Đã sẵn sàng khi không có mạng')).toBeVisible({ timeout: 60_000 });
	await page.goto(`${proxy.url}/cai-dat/bo-nho`);
	await expect(page.getByText(/^(\d+) trên \1 thủ tục, /)).toBeVisible();
	await expect(page.getByText(/Ứng dụng đang dùng .+ MB\./)).toBeVisible();
	const before = packs(proxy).length;
	await page.getByRole('button', { name: /^Xóa nội dung thủ tục/ }).click();
	await page.getByRole('button', { name: 'Xóa nội dung', exact: true }).click();
	await expect(page.getByText(/^0 trên \d+ thủ tục, /)).toBeVisible();
	await expect(page.getByRole('radio', { name: /^Luôn tiết kiệm/ })).toBeChecked();
	await page.goto(proxy.url);
	await page.getByRole('combobox').fill('ket hon');
	await expect(page.getByRole('option').first()).toContainText(/kết hôn/i);
	expect(packs(proxy).length).toBe(before);
});

test('data are saved, and no longer, by a word', async ({ page }) => {
	await stubRecogniser(page, { silent: true });
	await page.goto(`${proxy.url}${birth}`);
	await expect(page.locator('html[data-ready]')).toBeAttached();
	const choice = () =>
		page.evaluate(
			() =>
				(
					JSON.parse(localStorage.getItem('mot-cua-noi.settings') ?? '{}') as {
						saveData?: string;
					}
				).saveData,
		);
	await say(page, { say: 'tiết kiệm dữ liệu' });
	await expect.poll(choice).toBe('always');
	await say(page, { say: 'tắt tiết kiệm dữ liệu' });
	await expect.poll(choice).toBe('never');
});
