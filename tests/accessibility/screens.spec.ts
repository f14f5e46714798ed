import type { Page } from '@playwright/test';
import { expectAccessible, expectLargeTargets, expectNoOverflow } from '../support/axe.ts';
import { expect, onlineTest as test } from '../support/app.ts';
import { keepSome, keptIds } from '../support/kept.ts';
import { openScreen, screens } from '../support/screens.ts';
import { stubRecogniser } from '../support/recogniser.ts';

/** Every screen and state: how to get there. */
const states: Record<string, (page: Page, url: string) => Promise<void>> = {
	home: async (page, url) => {
		await page.goto(url);
		await expect(page.getByRole('heading', { name: 'Bạn muốn nghe thế nào?' })).toBeVisible();
	},
	results: async (page, url) => {
		await page.goto(url);
		await page.getByRole('combobox').fill('khai sinh');
		await expect(page.getByRole('option').first()).toBeVisible();
		await page.getByRole('combobox').press('ArrowDown');
	},
	'nothing found': async (page, url) => {
		await page.goto(url);
		await page.getByRole('combobox').fill('zzzzqqqq');
		await expect(page.getByRole('heading', { name: 'Không tìm thấy' })).toBeVisible();
	},
	'recent searches': async (page, url) => {
		await page.addInitScript(() =>
			localStorage.setItem('mot-cua-noi.recent', '["làm giấy khai sinh","tạm trú"]'),
		);
		await page.goto(url);
		await page.getByRole('combobox').focus();
		await expect(page.getByRole('region', { name: 'Tìm gần đây' })).toBeVisible();
	},
	filters: async (page, url) => {
		await page.goto(url);
		await page.getByRole('combobox').fill('cap lai o cap xa');
		await page.getByRole('button', { name: 'Lọc kết quả' }).click();
		await page.getByRole('button', { name: 'Tỉnh', exact: true }).click();
		await expect(page.getByRole('button', { name: 'Bỏ lọc “Chỉ cấp tỉnh”' })).toBeVisible();
	},
	'nothing found, with what is nearest': async (page, url) => {
		await page.goto(url);
		await page.getByRole('combobox').fill('xin cap con meo biet bay');
		await expect(page.getByRole('heading', { name: 'Gần nhất với lời bạn' })).toBeVisible();
	},
	'nothing found in a filter': async (page, url) => {
		await page.goto(url);
		await page.getByRole('combobox').fill('khai sinh');
		await page.getByRole('button', { name: 'Lọc kết quả' }).click();
		await page.getByRole('button', { name: 'Bộ', exact: true }).click();
		await page.getByRole('combobox', { name: 'Bạn cần làm gì?' }).fill('zzzz qqqq');
		await expect(page.getByText(/Phần đang lọc không có/)).toBeVisible();
	},
	'what was said': async (page, url) => {
		await stubRecogniser(page, { say: 'gặp cán bộ' });
		await page.goto(`${url}/cai-dat`);
		await page.getByRole('button', { name: 'Nói', exact: true }).click();
		await expect(page.getByRole('link', { name: /^Gọi / })).toBeVisible();
		await page.getByRole('button', { name: 'Xem lại lời nói' }).click();
		await expect(page.getByRole('list', { name: 'Xem lại lời nói' })).toBeVisible();
	},
	fields: async (page, url) => {
		await page.goto(`${url}/linh-vuc`);
		await page.locator('summary').first().click();
		await expect(page.locator('details[open] a').first()).toBeVisible();
	},
	'agencies, narrowed': async (page, url) => {
		await page.goto(`${url}/co-quan`);
		await page.getByRole('searchbox').fill('cong an');
		await expect(page.getByRole('link', { name: /công an/i }).first()).toBeVisible();
	},
	'one field': async (page, url) => {
		await page.goto(`${url}/linh-vuc/ho-tich`);
		await expect(page.getByRole('link', { name: /khai sinh/i }).first()).toBeVisible();
	},
	listening: async (page, url) => {
		await stubRecogniser(page, { say: 'khai sinh', partial: 'khai' });
		await page.goto(url);
		await page.getByRole('button', { name: 'Nói' }).click();
		await expect(page.getByRole('group', { name: 'Đang nghe' })).toBeVisible();
	},
	consent: async (page, url) => {
		await stubRecogniser(page, { silent: true });
		await page.addInitScript(() =>
			localStorage.setItem('mot-cua-noi.settings', '{"remoteSpeech":"no"}'),
		);
		await page.goto(`${url}/tro-giup`);
		await page.getByRole('button', { name: 'Nói' }).click();
		await expect(page.getByRole('heading', { name: 'Bộ nghe của trình duyệt' })).toBeVisible();
	},
	procedure: async (page, url) => {
		await page.goto(`${url}/thu-tuc/1.001193`);
		await expect(page.getByRole('heading', { name: 'Tóm tắt' })).toBeVisible();
	},
	reading: async (page, url) => {
		await page.goto(`${url}/thu-tuc/1.001193`);
		await page.getByRole('button', { name: 'Nghe', exact: true }).click();
		await expect(page.locator('.spoken')).toHaveCount(1);
	},
	'reading, all controls': async (page, url) => {
		await page.goto(`${url}/thu-tuc/1.001193`);
		await page.getByRole('button', { name: 'Nghe', exact: true }).click();
		await page.getByRole('button', { name: 'Thêm', exact: true }).click();
		await page.getByRole('button', { name: 'Đọc lướt' }).click();
		await page.getByRole('button', { name: 'Phần sau' }).click();
		await page.getByRole('button', { name: 'Tạm dừng' }).click();
	},
	'no recordings': async (page, url) => {
		await page.goto(`${url}/ban-nghe`);
		await expect(page.getByText('Chưa có bản nghe nào trên máy.')).toBeVisible();
	},
	'life event': async (page, url) => {
		await page.goto(`${url}/viec/birth`);
		await expect(page.getByRole('link', { name: /khai sinh/i }).first()).toBeVisible();
	},
	settings: async (page, url) => {
		await page.goto(`${url}/cai-dat`);
		await expect(page.getByRole('heading', { level: 1, name: 'Cài đặt' })).toBeVisible();
	},
	'the way to the home screen': (page, url) => openScreen(page, url, screens['install-hint']!),
	'the way out of another app': (page, url) => openScreen(page, url, screens['in-app']!),
	'what was lost': (page, url) => openScreen(page, url, screens.lost!),
	'data and storage': async (page, url) => {
		await page.goto(`${url}/cai-dat/bo-nho`);
		await page.getByRole('radio', { name: /^Luôn tiết kiệm/ }).check();
		await page.locator('summary').click();
		await expect(page.getByRole('button', { name: 'Tải về: Sinh con' })).toBeVisible();
		await page.getByRole('button', { name: /^Tải về: Tất cả/ }).click();
		await expect(page.getByRole('button', { name: /^Thôi giữ trên máy/ })).toBeVisible();
	},
	'voice settings': async (page, url) => {
		await page.goto(`${url}/cai-dat/giong-doc`);
		await page.getByRole('button', { name: 'Nghe thử' }).click();
		await expect(
			page.getByRole('heading', { name: 'Bạn nghe rõ tiếng Việt không?' }),
		).toBeVisible();
	},
	help: async (page, url) => {
		await page.goto(`${url}/tro-giup`);
		await expect(page.getByRole('heading', { level: 1, name: 'Trợ giúp' })).toBeVisible();
	},
	vault: async (page, url) => {
		await keepSome(page, url);
		await page.goto(`${url}/giay-to-cua-toi`);
		await expect(page.getByRole('link', { name: /Nguyễn Thị Hoa/ })).toBeVisible();
		await page.getByRole('button', { name: /^Xóa biên nhận/ }).click();
		await expect(page.getByRole('alert')).toBeVisible();
	},
	'a kept person': async (page, url) => {
		await keepSome(page, url);
		await page.goto(`${url}/giay-to-cua-toi?xem=nguoi-${keptIds.hoa}`);
		await expect(page.getByText('0912345678')).toBeVisible();
	},
	'a kept paper': async (page, url) => {
		await keepSome(page, url);
		await page.goto(`${url}/giay-to-cua-toi?xem=giay-${keptIds.paper}`);
		await expect(page.getByRole('img')).toBeVisible();
	},
	'a paper to add': async (page, url) => {
		await page.goto(`${url}/giay-to-cua-toi?xem=them-giay`);
		await page.getByRole('button', { name: 'Cất vào máy' }).click();
		await expect(page.getByRole('alert')).toBeVisible();
	},
	'the vault’s PIN': async (page, url) => {
		await page.goto(`${url}/giay-to-cua-toi?xem=khoa`);
		await page.getByRole('button', { name: 'Đặt mã PIN' }).click();
		await expect(page.getByRole('alert')).toBeVisible();
	},
	'everything to be erased': async (page, url) => {
		await page.goto(`${url}/giay-to-cua-toi?xem=xoa-het`);
		await page.getByRole('button', { name: 'Xóa hết', exact: true }).click();
		await expect(page.getByRole('alert')).toBeVisible();
	},
	'an offer at a question': async (page, url) => {
		await keepSome(page, url);
		await page.goto(`${url}/nop/1.001022?buoc=fullName`);
		await expect(
			page.getByRole('button', { name: /^Dùng thông tin đã lưu/ }).first(),
		).toBeVisible();
	},
	'no such procedure': async (page, url) => {
		await page.goto(`${url}/thu-tuc/9.999999`);
		await expect(page.getByRole('alert')).toBeVisible();
	},
	'no such page': async (page, url) => {
		await page.goto(`${url}/khong-co`);
		await expect(page.getByRole('alert')).toBeVisible();
	},
};

for (const [name, open] of Object.entries(states)) {
	// One opening serves all: most of a test's time is the way to its state.
	test(`${name}: axe finds nothing in light, dark and at 400 % zoom; all fits and is large`, async ({
		page,
		app,
	}) => {
		await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
		await open(page, app.url);
		await expectAccessible(page);
		await expectLargeTargets(page);
		await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
		await expectAccessible(page);
		await page.setViewportSize({ width: 320, height: 640 });
		await expectNoOverflow(page);
		// 1280 × 1024 at 400 % is a window of 320 × 256 CSS pixels.
		await page.setViewportSize({ width: 320, height: 256 });
		await expectNoOverflow(page);
		const dock = await page.getByRole('button', { name: 'Nói', exact: true }).boundingBox();
		expect(dock?.height ?? 0).toBeLessThan(256);
		await expectAccessible(page);
	});
}
