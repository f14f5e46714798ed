import type { Page } from '@playwright/test';
import { expect, onlineTest as test } from '../support/app.ts';
import { expectAccessible, expectLargeTargets, expectNoOverflow } from '../support/axe.ts';
import { startFaultyProxy } from '../support/faulty-proxy.ts';
import { fillGeneral } from '../support/fill-general.ts';

/** A sheet of print on a table, as a camera writes it, out of focus by `blur` pixels. */
async function photo(page: Page, name: string, blur = 0) {
	const base64 = await page.evaluate(async (blur) => {
		const canvas = new OffscreenCanvas(2400, 3200);
		const context = canvas.getContext('2d');
		if (!context) throw new Error('no 2d context');
		context.fillStyle = '#665544';
		context.fillRect(0, 0, 2400, 3200);
		if (blur > 0) context.filter = `blur(${blur}px)`;
		context.fillStyle = '#eeeae0';
		context.fillRect(120, 120, 2160, 2960);
		context.fillStyle = '#222222';
		context.font = '42px sans-serif';
		for (let y = 240; y < 3000; y += 66)
			context.fillText(
				'Cộng hòa xã hội chủ nghĩa Việt Nam – Độc lập – Tự do – Hạnh phúc '.repeat(2),
				200,
				y,
				2000,
			);
		const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.97 });
		const bytes = new Uint8Array(await blob.arrayBuffer());
		let text = '';
		for (let at = 0; at < bytes.length; at += 8192)
			text += String.fromCharCode(...bytes.subarray(at, at + 8192));
		return btoa(text);
	}, blur);
	return { name, mimeType: 'image/jpeg', buffer: Buffer.from(base64, 'base64') };
}

const pdf = {
	name: 'don.pdf',
	mimeType: 'application/pdf',
	buffer: Buffer.from('%PDF-1.4\n%%EOF\n'),
};
const pages = (page: Page) => page.locator('main section li .name');

test('photographs come down to a page’s size, are judged, replaced and put in order', async ({
	page,
	app,
}) => {
	await page.goto(`${app.url}/nop/1.001193?buoc=giay-to`);
	await expect(page.getByRole('heading', { level: 1, name: 'Giấy tờ kèm theo' })).toBeVisible();
	const sharp = await photo(page, 'mot.jpg');
	expect(sharp.buffer.length).toBeGreaterThan(600_000);
	const input = page.locator('input[type="file"]').first();
	await input.setInputFiles(sharp);
	await expect(pages(page)).toHaveCount(1);
	const size = /(\d+) KB/.exec(await pages(page).innerText());
	expect(Number(size?.[1])).toBeLessThanOrEqual(250);
	const thumbnail = page.getByRole('img', { name: 'Trang 1: mot.jpg' });
	await expect
		.poll(() => thumbnail.evaluate((image: HTMLImageElement) => image.naturalWidth))
		.toBeGreaterThan(900);
	const remark = page.getByText('Ảnh bị mờ, giữ máy yên rồi chụp lại.');
	await expect(remark).toHaveCount(0);

	await input.setInputFiles(await photo(page, 'hai.jpg', 12));
	await expect(remark).toBeVisible();
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme });
		await expectAccessible(page);
	}
	await expectLargeTargets(page);
	await page.setViewportSize({ width: 320, height: 640 });
	await expectNoOverflow(page);

	// Here is no camera to look through: the phone's own takes the picture.
	await page.getByRole('button', { name: 'Chụp lại hai.jpg' }).click();
	const choosing = page.waitForEvent('filechooser');
	await page.getByRole('button', { name: 'Mở máy ảnh của điện thoại' }).click();
	await (await choosing).setFiles(await photo(page, 'hai-ro.jpg'));
	await expect(remark).toHaveCount(0);
	await input.setInputFiles(pdf);
	await expect(pages(page)).toHaveText([/^Trang 1: mot/, /^Trang 2: hai-ro/, /^Trang 3: don\.pdf/]);

	await page.getByRole('button', { name: 'Đưa don.pdf lên trước' }).click();
	await expect(pages(page)).toHaveText([/mot/, /don\.pdf/, /hai-ro/]);
	await expect(page.getByText('Đã lưu trên máy.')).toBeVisible();
	await page.reload();
	await expect(pages(page)).toHaveText([/mot/, /don\.pdf/, /hai-ro/]);
});

test('papers that are still missing are named before handing in', async ({ page, app }) => {
	await page.goto(`${app.url}/nop/1.001193?buoc=birthPlaceKind`);
	await page.getByRole('radio').first().check();
	await page.getByRole('button', { name: 'Tiếp tục' }).click();
	await expect(page).not.toHaveURL(/birthPlaceKind/);
	await page.goto(`${app.url}/nop/1.001193?buoc=xem-lai`);
	await expect(page.getByRole('heading', { name: 'Còn thiếu giấy tờ' })).toBeVisible();
	await page.getByRole('button', { name: 'Thêm giấy tờ' }).click();
	await page.locator('input[type="file"]').first().setInputFiles(pdf);
	await expect(pages(page)).toHaveCount(1);
});

test('a dossier with a photograph costs at most 300 KB and a few requests, and then nothing is asked any more', async ({
	page,
	app,
}) => {
	const proxy = await startFaultyProxy(app.url);
	await page.clock.install();
	await fillGeneral(page, proxy.url, '1.001022');
	await page.goto(`${proxy.url}/nop/1.001022?buoc=giay-to`);
	await expect(pages(page)).toHaveCount(1);
	await page
		.locator('input[type="file"]')
		.first()
		.setInputFiles(await photo(page, 'mot.jpg'));
	await expect(pages(page)).toHaveCount(2);
	await page.getByRole('button', { name: 'Xem lại' }).click();
	const before = proxy.asked.length;
	await page.getByRole('button', { name: 'Nộp hồ sơ' }).click();
	await expect(page.getByText('Máy chủ đã nhận')).toBeVisible({ timeout: 30_000 });
	const sent = proxy.received('/api/dossiers') + proxy.received('/api/uploads');
	expect(sent).toBeGreaterThan(100_000);
	expect(sent).toBeLessThanOrEqual(300_000);
	expect(proxy.encoding('/api/dossiers')).toBe('gzip');
	const api = () => proxy.asked.slice(before).filter((path) => path.startsWith('/api/'));
	// The text, and for each of two files its beginning and its bytes.
	expect(api().length).toBeLessThanOrEqual(7);

	const asked = api().length;
	await page.clock.fastForward('02:00:00');
	await page.getByRole('link', { name: 'Cài đặt' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Cài đặt' })).toBeVisible();
	expect(api().length).toBe(asked);
	await proxy.close();
});
