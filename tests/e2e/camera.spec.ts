import { writeFileSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { expectAccessible, expectLargeTargets, expectNoOverflow } from '../support/axe.ts';
import { chromiumPath } from '../support/chromium.ts';

/** What the camera sees: a page of print on a table. */
interface Sight {
	/** share of the picture's sides that the sheet takes */
	readonly sheet: number;
	/** 0…1 */
	readonly light: number;
	readonly blur?: number;
}

async function jpeg(page: Page, sight: Sight): Promise<Buffer> {
	const base64 = await page.evaluate(async ({ sheet, light, blur = 0 }) => {
		const [width, height] = [1280, 960];
		const canvas = new OffscreenCanvas(width, height);
		const context = canvas.getContext('2d');
		if (!context) throw new Error('no 2d context');
		const gray = (level: number) => `rgb(${level * light}, ${level * light}, ${level * light})`;
		context.fillStyle = gray(90);
		context.fillRect(0, 0, width, height);
		context.filter = `blur(${blur}px)`;
		context.translate((width * (1 - sheet)) / 2, (height * (1 - sheet)) / 2);
		context.scale(sheet, sheet);
		context.fillStyle = gray(235);
		context.fillRect(0, 0, width, height);
		context.fillStyle = gray(30);
		context.font = '26px sans-serif';
		for (let y = 60; y < height - 40; y += 40)
			context.fillText('Cộng hòa xã hội chủ nghĩa Việt Nam – Độc lập '.repeat(2), 60, y, 1160);
		const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 });
		const bytes = new Uint8Array(await blob.arrayBuffer());
		let text = '';
		for (let at = 0; at < bytes.length; at += 8192)
			text += String.fromCharCode(...bytes.subarray(at, at + 8192));
		return btoa(text);
	}, sight);
	return Buffer.from(base64, 'base64');
}

/** Each sight for so long that it is seen twice, over and over. */
const sights: readonly Sight[] = [
	{ sheet: 0.95, light: 0.2 },
	{ sheet: 0.4, light: 1 },
	{ sheet: 0.95, light: 1, blur: 8 },
	{ sheet: 0.95, light: 1 },
];
const framesEach = 90;

test('the camera says what to do better, and its photograph is kept with the paper', async ({
	page,
	app,
}, info) => {
	test.setTimeout(120_000);
	const pictures = await Promise.all(sights.map((sight) => jpeg(page, sight)));
	const film = info.outputPath('giay.mjpeg');
	writeFileSync(
		film,
		Buffer.concat(pictures.flatMap((picture) => Array<Buffer>(framesEach).fill(picture))),
	);
	const executablePath = chromiumPath();
	const browser = await chromium.launch({
		args: [
			'--no-sandbox',
			'--use-fake-ui-for-media-stream',
			'--use-fake-device-for-media-stream',
			`--use-file-for-fake-video-capture=${film}`,
		],
		...(executablePath ? { executablePath } : {}),
	});
	try {
		const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
		const phone = await context.newPage();
		await phone.goto(`${app.url}/nop/1.001193?buoc=giay-to`);
		await phone
			.getByRole('button', { name: /^Chụp ảnh: / })
			.first()
			.click();
		const advice = phone.getByRole('status').filter({ hasText: /\S/ });
		const heard = new Set<string>();
		await expect
			.poll(
				async () => {
					for (const text of await advice.allInnerTexts()) heard.add(text);
					return [...heard];
				},
				{ timeout: 60_000, intervals: [200] },
			)
			.toEqual(
				expect.arrayContaining([
					'Tối quá. Ra chỗ sáng hoặc bật đèn.',
					'Lại gần hơn.',
					'Chưa rõ nét. Giữ máy yên một chút.',
					'Rõ rồi. Bấm Chụp ngay.',
				]),
			);
		await expectAccessible(phone);
		await expectLargeTargets(phone);
		await phone.getByText('Rõ rồi. Bấm Chụp ngay.').waitFor({ timeout: 30_000 });
		await phone.getByRole('button', { name: 'Chụp ngay' }).click();
		await expect(phone.getByRole('img', { name: 'Trang 1: ảnh 1.jpg' })).toBeVisible();
		await expect(phone.locator('video')).toHaveCount(0);
		await expect(phone.getByText('Đã lưu trên máy.')).toBeVisible();
	} finally {
		await browser.close();
	}
});

test('where the camera is refused, the phone’s own takes its place', async ({ page, app }) => {
	await page.goto(`${app.url}/nop/1.001193?buoc=giay-to`);
	await page
		.getByRole('button', { name: /^Chụp ảnh: / })
		.first()
		.click();
	await expect(page.getByText(/^Trình duyệt không cho dùng máy ảnh/)).toBeVisible();
	await expectAccessible(page);
	await page.setViewportSize({ width: 320, height: 640 });
	await expectNoOverflow(page);
	const choosing = page.waitForEvent('filechooser');
	await page.getByRole('button', { name: 'Mở máy ảnh của điện thoại' }).click();
	const photo = await jpeg(page, { sheet: 0.95, light: 1 });
	await (await choosing).setFiles({ name: 'giay.jpg', mimeType: 'image/jpeg', buffer: photo });
	await expect(page.getByRole('img', { name: 'Trang 1: giay.jpg' })).toBeVisible();
});
