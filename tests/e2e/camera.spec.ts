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

const good: Sight = { sheet: 0.95, light: 1 };
/** Each sight for so long that it is seen twice, over and over. */
const sights: readonly Sight[] = [
	{ sheet: 0.95, light: 0.2 },
	{ sheet: 0.4, light: 1 },
	{ ...good, blur: 8 },
	good,
];
const framesEach = 90;

/** A phone whose camera sees these, one after the other. */
async function withCamera(
	page: Page,
	film: string,
	seen: readonly Sight[],
	use: (phone: Page) => Promise<void>,
) {
	const pictures = await Promise.all(seen.map((sight) => jpeg(page, sight)));
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
		const context = await browser.newContext({
			viewport: { width: 360, height: 740 },
			locale: 'vi-VN',
		});
		await use(await context.newPage());
	} finally {
		await browser.close();
	}
}

const papers = '/nop/1.001193?buoc=giay-to';
const capture = (page: Page) => page.getByRole('button', { name: /^Chụp ảnh: / }).first();
const take = (page: Page) => page.getByRole('button', { name: 'Chụp ngay' }).click();
const pages = (page: Page) => page.getByRole('img', { name: /^Trang \d+: / });

test('the camera says what to do better, and its photograph is kept with the paper', async ({
	page,
	app,
}, info) => {
	test.setTimeout(120_000);
	await withCamera(page, info.outputPath('giay.mjpeg'), sights, async (phone) => {
		await phone.goto(app.url + papers);
		await capture(phone).click();
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
		await take(phone);
		await expect(phone.getByRole('img', { name: 'Trang 1: ảnh 1.jpg' })).toBeVisible();
		await expect(phone.locator('video')).toHaveCount(0);
		await expect(phone.getByText('Đã lưu trên máy.')).toBeVisible();
	});
});

test('a page is taken again by the same camera, in its place; back closes it and changes nothing', async ({
	page,
	app,
}, info) => {
	await withCamera(page, info.outputPath('giay.mjpeg'), [good], async (phone) => {
		await phone.goto(app.url + papers);
		for (const number of [1, 2]) {
			await capture(phone).click();
			await take(phone);
			await expect(pages(phone)).toHaveCount(number);
		}
		const sources = () =>
			pages(phone).evaluateAll((images) => images.map((image) => (image as HTMLImageElement).src));
		const before = await sources();
		const again = phone.getByRole('button', { name: 'Chụp lại ảnh 1.jpg' });
		await again.click();
		await expect(phone.locator('video')).toBeVisible();
		await phone.keyboard.press('Escape');
		await expect(phone.locator('video')).toHaveCount(0);
		await expect(pages(phone)).toHaveCount(2);

		await again.click();
		await take(phone);
		await expect(phone.locator('video')).toHaveCount(0);
		await expect(pages(phone)).toHaveCount(2);
		await expect(phone.getByRole('img', { name: 'Trang 1: ảnh 1.jpg' })).toBeVisible();
		await expect(phone.getByText('Đã thêm ảnh 1.jpg')).toHaveCount(0);
		const after = await sources();
		expect(after.filter((source) => before.includes(source)).length).toBeLessThan(2);
	});
});

test('a paper is kept by the same camera', async ({ page, app }, info) => {
	await withCamera(page, info.outputPath('giay.mjpeg'), [good], async (phone) => {
		await phone.goto(`${app.url}/giay-to-cua-toi?xem=them-giay`);
		await phone.getByLabel('Tên giấy tờ').fill('Căn cước của Hoa');
		await capture(phone).click();
		await expect(phone.getByRole('heading', { name: 'Chụp ảnh: Căn cước của Hoa' })).toBeFocused();
		await expect(phone.getByLabel('Tên giấy tờ')).toBeHidden();
		await expectAccessible(phone);
		await take(phone);
		await expect(pages(phone)).toHaveCount(1);
		await expect(phone.getByLabel('Tên giấy tờ')).toHaveValue('Căn cước của Hoa');
		await phone.getByRole('button', { name: 'Chụp lại ảnh 1.jpg' }).click();
		await take(phone);
		await expect(pages(phone)).toHaveCount(1);
		await phone.getByRole('button', { name: 'Cất vào máy' }).click();
		await expect(phone.getByRole('link', { name: /Căn cước của Hoa/ })).toBeVisible();
	});
});

for (const [where, address] of [
	['in a form', papers],
	['in the vault', '/giay-to-cua-toi?xem=them-giay'],
] as const) {
	test(`without a camera to ask for, the phone’s own is opened at once: ${where}`, async ({
		page,
		app,
	}) => {
		await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'mediaDevices'));
		await page.goto(app.url + address);
		const photo = await jpeg(page, good);
		const file = { name: 'giay.jpg', mimeType: 'image/jpeg', buffer: photo };
		await expect(page.locator('html[data-ready]')).toBeAttached();
		for (const button of [capture(page), page.getByRole('button', { name: 'Chụp lại giay.jpg' })]) {
			const choosing = page.waitForEvent('filechooser');
			await button.click();
			await (await choosing).setFiles(file);
			await expect(page.getByRole('img', { name: 'Trang 1: giay.jpg' })).toBeVisible();
		}
		await expect(pages(page)).toHaveCount(1);
	});
}

test('where the camera is refused, the phone’s own takes its place', async ({ page, app }) => {
	await page.goto(app.url + papers);
	await capture(page).click();
	await expect(page.getByText(/^Trình duyệt không cho dùng máy ảnh/)).toBeVisible();
	await expectAccessible(page);
	await page.setViewportSize({ width: 320, height: 640 });
	await expectNoOverflow(page);
	const choosing = page.waitForEvent('filechooser');
	await page.getByRole('button', { name: 'Mở máy ảnh của điện thoại' }).click();
	const photo = await jpeg(page, good);
	await (await choosing).setFiles({ name: 'giay.jpg', mimeType: 'image/jpeg', buffer: photo });
	await expect(page.getByRole('img', { name: 'Trang 1: giay.jpg' })).toBeVisible();
});
