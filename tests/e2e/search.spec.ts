import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { stubRecogniser } from '../support/recogniser.ts';

const fieldOf = (page: Page) => page.getByRole('combobox', { name: 'Bạn cần làm gì?' });
const optionsOf = (page: Page) =>
	page.getByRole('listbox', { name: 'Kết quả' }).getByRole('option');
const filtersOf = (page: Page) => page.getByRole('group', { name: 'Các bộ lọc' });

/** Searches and opens what is found: then it is among the recent searches. */
async function searchAndOpen(page: Page, query: string) {
	await fieldOf(page).fill(query);
	await optionsOf(page).first().click();
	await expect(page).toHaveURL(/thu-tuc/);
	await page.goto(new URL('/', page.url()).href);
}

test('suggests from the first letters, marks what matched and says how words were read', async ({
	page,
	app,
}) => {
	await page.goto(app.url);
	await fieldOf(page).pressSequentially('kh');
	await expect(optionsOf(page).first()).toBeVisible();
	await fieldOf(page).fill('dang ky khai sinh');
	await expect(optionsOf(page).first().locator('mark')).toHaveText('đăng ký khai sinh');
	await expect(
		page.getByRole('status').filter({ hasText: /^Có \d+ thủ tục\. Gần nhất:/ }),
	).toHaveCount(1);
	await fieldOf(page).fill('bằng lái');
	await expect(optionsOf(page).first()).toContainText('“bằng lái” là giấy phép lái xe');
	await fieldOf(page).press('ArrowDown');
	await fieldOf(page).press('ArrowDown');
	await expect(optionsOf(page).nth(1)).toHaveAttribute('aria-selected', 'true');
	await fieldOf(page).press('Escape');
	await expect(fieldOf(page)).toHaveValue('');
	await expect(optionsOf(page)).toHaveCount(0);
});

test('remembers what was searched for, on this device, until it is erased', async ({
	page,
	app,
}) => {
	await page.goto(app.url);
	await searchAndOpen(page, 'ket hon');
	await searchAndOpen(page, 'tam tru');
	await page.reload();
	await fieldOf(page).fill('');
	await fieldOf(page).blur();
	await fieldOf(page).focus();
	const recent = page.getByRole('region', { name: 'Tìm gần đây' });
	await expect(recent.getByRole('listitem')).toHaveText(['tam tru', 'ket hon']);

	await recent.getByRole('button', { name: 'ket hon', exact: true }).click();
	await expect(fieldOf(page)).toHaveValue('ket hon');
	await expect(fieldOf(page)).toBeFocused();
	await expect(optionsOf(page).first()).toContainText('kết hôn', { ignoreCase: true });

	await fieldOf(page).fill('');
	await recent.getByRole('button', { name: 'Bỏ “tam tru” khỏi danh sách' }).click();
	await expect(recent.getByRole('listitem')).toHaveText(['ket hon']);
	await expect(recent.getByRole('button', { name: 'Bỏ “ket hon” khỏi danh sách' })).toBeFocused();
	await recent.getByRole('button', { name: 'Xóa tất cả' }).click();
	await expect(recent).toHaveCount(0);
	await expect(fieldOf(page)).toBeFocused();
	await page.reload();
	await fieldOf(page).focus();
	await expect(recent).toHaveCount(0);
});

test('keeps no searches where the person does not want it', async ({ page, app }) => {
	await page.goto(app.url);
	await searchAndOpen(page, 'ket hon');
	await page.goto(`${app.url}/cai-dat`);
	// A choice made before the app is there is kept for it, but not past the way to another page.
	await expect(page.locator('html[data-ready]')).toBeAttached();
	await page.getByRole('checkbox', { name: /Nhớ các lần tìm gần đây/ }).uncheck();
	await page.goto(app.url);
	await searchAndOpen(page, 'tam tru');
	await page.reload();
	await fieldOf(page).fill('');
	expect(await page.evaluate(() => localStorage.getItem('mot-cua-noi.recent'))).toBeNull();
});

test('nothing found: what is nearest, and the other ways on', async ({ page, app }) => {
	await page.goto(app.url);
	await fieldOf(page).fill('xin cap con meo biet bay');
	await expect(page.getByRole('heading', { name: 'Không tìm thấy' })).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Gần nhất với lời bạn' })).toBeVisible();
	const call = page.getByRole('link', { name: /Gọi hỏi cán bộ: 1800 1096/ });
	await expect(call).toHaveAttribute('href', 'tel:18001096');
	await page.getByRole('link', { name: /Theo cơ quan công an|Theo cơ quan ủy ban/ }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Tìm theo cơ quan' })).toBeVisible();
});

test('narrows by tapping, shows to what, and lets go again', async ({ page, app }) => {
	await page.goto(app.url);
	// Everyday words are here once one of them finds something.
	await fieldOf(page).fill('giấy độc thân');
	await expect(optionsOf(page).first()).toContainText('tình trạng hôn nhân');
	await fieldOf(page).fill('cap lai');
	await expect(optionsOf(page).first()).toContainText('Cấp lại');
	const all = await optionsOf(page).allTextContents();
	await expect(filtersOf(page)).toBeVisible();
	await filtersOf(page).getByRole('button', { name: 'Lọc kết quả' }).click();
	await page.getByRole('button', { name: 'Tỉnh', exact: true }).click();
	await expect(page.getByRole('button', { name: 'Tỉnh', exact: true })).toHaveAttribute(
		'aria-pressed',
		'true',
	);
	const remove = filtersOf(page).getByRole('button', { name: 'Bỏ lọc “Chỉ cấp tỉnh”' });
	await expect(remove).toBeVisible();
	await page.getByRole('combobox', { name: 'Lĩnh vực' }).selectOption({ index: 1 });
	await expect(filtersOf(page).getByRole('button', { name: /^Bỏ lọc/ })).toHaveCount(3);
	await filtersOf(page).getByRole('button', { name: 'Bỏ lọc', exact: true }).click();
	await expect(remove).toHaveCount(0);
	await expect(optionsOf(page)).toHaveText(all);
});

test('offers a filter that stands in the words, and takes an order at its word', async ({
	page,
	app,
}) => {
	await page.goto(app.url);
	await fieldOf(page).fill('khai sinh o cap xa');
	await filtersOf(page).getByRole('button', { name: 'Chỉ cấp xã', exact: true }).click();
	await expect(fieldOf(page)).toHaveValue('khai sinh');
	await expect(filtersOf(page).getByRole('button', { name: 'Bỏ lọc “Chỉ cấp xã”' })).toBeVisible();
	await filtersOf(page).getByRole('button', { name: 'Bỏ lọc “Chỉ cấp xã”' }).click();
	await fieldOf(page).fill('giay phep lai xe chỉ cấp xã');
	await expect(page.getByText('Đang lọc: chỉ cấp xã.')).toBeVisible();
});

test('narrows what is shown when told to', async ({ page, app }) => {
	await stubRecogniser(page, { say: 'chỉ cấp xã', partial: 'chỉ' });
	await page.goto(app.url);
	await fieldOf(page).fill('dang ky');
	await expect(optionsOf(page).first()).toBeVisible();
	await page.getByRole('button', { name: 'Nói' }).click();
	await expect(filtersOf(page).getByRole('button', { name: 'Bỏ lọc “Chỉ cấp xã”' })).toBeVisible();
	await expect(fieldOf(page)).toHaveValue('dang ky');
});

test('answers a search typed before the catalogue is there as soon as it is', async ({
	page,
	app,
}) => {
	let release = () => {};
	const held = new Promise<void>((resolve) => (release = resolve));
	await page.route('**/packs/*.json', async (route) => {
		await held;
		await route.continue();
	});
	await page.goto(app.url);
	await fieldOf(page).fill('khai sinh');
	await expect(
		page.getByText(/Đang chuẩn bị danh mục… \d+ %|chưa về tới máy này/).first(),
	).toBeVisible();
	release();
	await expect(optionsOf(page).first()).toContainText('khai sinh', { ignoreCase: true });
});

test('browses by field and by agency, by keyboard, and reads the list aloud', async ({
	page,
	app,
}) => {
	await page.goto(app.url);
	await page.getByRole('link', { name: 'Theo lĩnh vực' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Tìm theo lĩnh vực' })).toBeVisible();
	const narrow = page.getByRole('searchbox', { name: 'Thu ngắn danh sách' });
	await narrow.fill('ho tich');
	await page.getByRole('link', { name: /^Hộ tịch/ }).press('Enter');
	await expect(page.getByRole('heading', { level: 1, name: 'Hộ tịch' })).toBeVisible();
	await expect(page.getByRole('link', { name: /khai sinh/i }).first()).toBeVisible();
	await page.getByRole('button', { name: 'Nghe' }).click();
	await expect(page.getByRole('button', { name: 'Tạm dừng' })).toBeVisible();
	await page
		.getByRole('link', { name: /khai sinh/i })
		.first()
		.click();
	await expect(page).toHaveURL(/thu-tuc/);
	await page.goto(`${app.url}/co-quan`);
	await page.locator('summary').first().press('Enter');
	await expect(page.locator('details[open] a').first()).toBeVisible();
	await page.goto(`${app.url}/linh-vuc/khong-co-linh-vuc-nay`);
	await expect(page.getByText('Danh mục trên máy không có lĩnh vực này.')).toBeVisible();
});

test('all of it works without a network', async ({ page, app, context }) => {
	test.slow();
	await page.goto(app.url);
	await searchAndOpen(page, 'ket hon');
	await expect(page.getByText('Đã sẵn sàng khi không có mạng').first()).toBeVisible({
		timeout: 60_000,
	});
	await context.setOffline(true);
	await page.goto(app.url);
	await fieldOf(page).fill('');
	await fieldOf(page).blur();
	await fieldOf(page).focus();
	await page.getByRole('button', { name: 'ket hon', exact: true }).click();
	await expect(optionsOf(page).first()).toBeVisible();
	await filtersOf(page).getByRole('button', { name: 'Lọc kết quả' }).click();
	await page.getByRole('button', { name: 'Xã, phường' }).click();
	await expect(filtersOf(page).getByRole('button', { name: /Chỉ cấp xã/ })).toBeVisible();
	await page.goto(`${app.url}/linh-vuc`);
	await page
		.getByRole('link', { name: /thủ tục$/ })
		.first()
		.click();
	await expect(page.getByText(/^Thủ tục 1–/)).toBeVisible();
});
