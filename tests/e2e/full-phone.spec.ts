/** Phones with little memory or no room: search works, what is the matter is seen and heard, and nothing written is lost. */
import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { stubVoice } from '../support/spoken.ts';

const full = /^Máy gần đầy, không cất thêm được/;
const notSaved = /^Máy gần đầy nên chưa lưu được/;

/** The browser's own limit, as it is when a page begins: what is open already it looks at only now and then. */
async function limit(page: Page, url: string, quotaSize?: number) {
	const browser = await page.context().newCDPSession(page);
	const { origin } = new URL(url);
	const size = quotaSize === undefined ? {} : { quotaSize };
	await browser.send('Storage.overrideQuotaForOrigin', { origin, ...size });
}

/** A disk that is filled while the page is open: every write is refused as the browser does it. */
async function disk(page: Page) {
	await page.addInitScript(() => {
		const { put, add } = IDBObjectStore.prototype;
		const orRefuse = (own: typeof put) =>
			function (this: IDBObjectStore, ...given: Parameters<typeof put>) {
				if ('isFull' in window) throw new DOMException('full', 'QuotaExceededError');
				return own.apply(this, given);
			};
		IDBObjectStore.prototype.put = orRefuse(put);
		IDBObjectStore.prototype.add = orRefuse(add);
	});
	return {
		fill: () => page.evaluate(() => void Object.assign(window, { isFull: true })),
		free: () => page.evaluate(() => void Reflect.deleteProperty(window, 'isFull')),
	};
}

async function findsBirth(page: Page) {
	await page.getByRole('combobox').fill('khai sinh');
	await expect(page.getByRole('option').first()).toContainText(/khai sinh/i);
}

const ready = (page: Page) =>
	expect(page.getByText('Đã sẵn sàng khi không có mạng').first()).toBeVisible({ timeout: 60_000 });

const heard = (page: Page, text: RegExp) =>
	expect.poll(() => page.evaluate(() => window.spoken.join(' '))).toMatch(text);

/** The app reads aloud by itself, with a voice whose words are kept. */
async function listens(page: Page) {
	await stubVoice(page);
	await page.addInitScript(() =>
		localStorage.setItem('mot-cua-noi.settings', JSON.stringify({ mode: 'app' })),
	);
}

test('a phone with a gigabyte of memory goes back and forth between procedures', async ({
	page,
	app,
}) => {
	await page.addInitScript(() =>
		Object.defineProperty(Navigator.prototype, 'deviceMemory', { get: () => 0.5 }),
	);
	await page.goto(app.url);
	for (const [words, name] of [
		['khai sinh', /khai sinh/i],
		['ket hon', /kết hôn/i],
		['tam tru', /tạm trú/i],
		['khai sinh', /khai sinh/i],
	] as const) {
		await page.getByRole('combobox').fill(words);
		const option = page.getByRole('option').first();
		await expect(option).toContainText(name);
		await option.click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
		await expect(page.getByRole('heading', { name: 'Giấy tờ cần nộp' })).toBeVisible();
		await page.goBack();
	}
});

test('a phone without room for a catalogue searches and reads, says why it keeps none, and keeps it once there is', async ({
	page,
	app,
}) => {
	await listens(page);
	await limit(page, app.url, 1);
	await page.goto(app.url);
	await findsBirth(page);
	await page.getByRole('button', { name: 'Xóa ô tìm kiếm' }).click();
	await expect(page.getByText(full)).toBeVisible();
	await heard(page, /Máy gần đầy, không cất thêm được/i);
	await expect(page.getByRole('link', { name: 'Chọn thứ tải về máy' })).toBeVisible();
	await findsBirth(page);
	await page.getByRole('option').first().click();
	await expect(page.getByRole('heading', { name: 'Giấy tờ cần nộp' })).toBeVisible();

	await limit(page, app.url);
	await page.getByRole('link', { name: 'Một Cửa Nói' }).click();
	await page.getByRole('combobox').fill('');
	await page.getByRole('button', { name: 'Tải tiếp' }).click();
	await ready(page);
	await page.reload();
	await ready(page);
	await findsBirth(page);
});

test('an answer that the phone has no room for is not lost on the way to make some', async ({
	page,
	app,
}) => {
	await listens(page);
	const { fill, free } = await disk(page);
	await page.goto(`${app.url}/nop/1.001193?buoc=childName`);
	const field = page.getByRole('textbox');
	await expect(field).toBeVisible();
	await fill();
	await field.fill('Nguyễn Văn An');
	await page.getByRole('button', { name: 'Tiếp tục' }).click();
	await expect(page.getByRole('alert')).toHaveText(notSaved);
	await heard(page, /Máy gần đầy nên chưa lưu được/i);
	await expect(field).toHaveValue('Nguyễn Văn An');

	await page.getByRole('link', { name: 'Lấy thêm chỗ trên máy' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Dữ liệu và bộ nhớ' })).toBeVisible();
	await expect(page.getByText(/^Ứng dụng đang dùng/)).toBeVisible();
	await page.goBack();
	await expect(page.getByRole('alert')).toHaveText(notSaved);
	await expect(field).toHaveValue('Nguyễn Văn An');

	await free();
	await page.getByRole('button', { name: 'Tiếp tục' }).click();
	await expect(page.getByRole('alert')).toHaveCount(0);
	await expect(page.getByText('Đã lưu trên máy.')).toBeVisible();
	await page.goto(`${app.url}/nop/1.001193?buoc=childName`);
	await expect(field).toHaveValue('Nguyễn Văn An');
});

test('a page for which there is no room is refused in words, and the pages before it stay', async ({
	page,
	app,
}) => {
	const { fill } = await disk(page);
	await page.goto(`${app.url}/nop/1.001193?buoc=giay-to`);
	const picture = Buffer.from(
		'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
		'base64',
	);
	const add = (name: string) =>
		page
			.locator('input[type="file"]')
			.first()
			.setInputFiles({ name, mimeType: 'image/png', buffer: picture });
	await add('truoc.png');
	await expect(page.getByRole('img', { name: 'Trang 1: truoc.png' })).toBeVisible();
	await expect(page.getByText('Đã lưu trên máy.')).toBeVisible();
	await fill();
	await add('sau.png');
	await expect(page.getByRole('alert').first()).toHaveText(notSaved);
	await expect(page.getByRole('img', { name: 'Trang 2: sau.png' })).toHaveCount(0);
	await page.reload();
	await expect(page.getByRole('img', { name: 'Trang 1: truoc.png' })).toBeVisible();
});

test('on a full disk what can be fetched again is let go by one press', async ({ page, app }) => {
	const { fill } = await disk(page);
	await page.goto(app.url);
	await findsBirth(page);
	await ready(page);
	await page.goto(`${app.url}/cai-dat/bo-nho`);
	await expect(page.getByText(/^(\d+) trên \1 thủ tục, /)).toBeVisible();
	await fill();
	await page.getByRole('button', { name: /^Xóa nội dung thủ tục/ }).click();
	await page.getByRole('button', { name: 'Xóa nội dung', exact: true }).click();
	await expect(page.getByText(/^Đã xóa\. Từ giờ máy tiết kiệm dữ liệu/)).toBeVisible();
	await expect(page.getByText(/^0 trên \d+ thủ tục, /)).toBeVisible();
	await page.goto(app.url);
	await findsBirth(page);
});
