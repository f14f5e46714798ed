import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, onlineTest as test } from '../support/app.ts';
import { next, place } from '../support/fill-general.ts';
import { keepSome } from '../support/kept.ts';

const field = (page: Page) => page.getByRole('textbox');

/** Hands in the general application with a name and a phone number. */
async function handIn(page: Page, url: string) {
	await page.goto(`${url}/nop/1.001022?buoc=fullName`);
	await field(page).fill('Nguyễn Thị Hoa');
	await next(page);
	// Here it is on the device; who leaves before may lose it.
	await place(page, 'birthDate');
	await page.goto(`${url}/nop/1.001022?buoc=phone`);
	await field(page).fill('0912 345 678');
	await next(page);
	await place(page, 'email');
	await page.goto(`${url}/nop/1.001022?buoc=request`);
	await field(page).fill('Tôi cần giúp việc này.');
	await next(page);
	await page.getByLabel('Tỉnh, thành phố').selectOption({ label: 'Thành phố Hà Nội' });
	await page.getByLabel('Xã, phường, đặc khu').selectOption({ label: 'Phường Ba Đình' });
	await next(page);
	await page.getByRole('button', { name: 'Xem lại' }).click();
	await page.getByRole('button', { name: 'Nộp hồ sơ' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Hộp gửi' })).toBeVisible();
}

test('what a person ticked after handing in is offered next time, and nothing else', async ({
	page,
	app,
}) => {
	await handIn(page, app.url);
	await page.getByRole('link', { name: 'Chọn thông tin muốn giữ' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Giữ lại cho lần sau?' })).toBeVisible();
	for (const box of await page.getByRole('checkbox').all()) await expect(box).not.toBeChecked();
	await page.getByRole('button', { name: 'Giữ những mục đã chọn' }).click();
	await expect(page.getByRole('alert')).toHaveText('Bạn chưa chọn mục nào.');
	await page.getByLabel('Họ và tên: Nguyễn Thị Hoa').check();
	await page.getByRole('button', { name: 'Giữ những mục đã chọn' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Hộp gửi' })).toBeVisible();
	await expect(page.getByText('Giữ lại cho lần sau?')).toHaveCount(0);

	await page.goto(`${app.url}/nop/1.001022?buoc=phone`);
	await expect(field(page)).toBeVisible();
	await page.goto(`${app.url}/nop/1.001022?buoc=fullName`);
	const offer = page.getByRole('button', { name: 'Dùng thông tin đã lưu: Nguyễn Thị Hoa' });
	await offer.click();
	await expect(field(page)).toHaveValue('Nguyễn Thị Hoa');
	await expect(offer).toHaveCount(0);
	await page.goto(`${app.url}/nop/1.001022?buoc=phone`);
	await expect(field(page)).toHaveValue('');
	await expect(page.getByRole('button', { name: /Dùng thông tin đã lưu/ })).toHaveCount(0);

	await page.goto(`${app.url}/giay-to-cua-toi`);
	await page.getByRole('link', { name: /Nguyễn Thị Hoa/ }).click();
	await page.getByRole('button', { name: 'Xóa Họ và tên' }).click();
	await expect(page.getByText('Chưa có ai.', { exact: false })).toBeVisible();
});

test('persons and papers kept once fill a list and a dossier', async ({ page, app }) => {
	await keepSome(page, app.url);
	await page.goto(`${app.url}/nop/1.004194?buoc=people`);
	await page.getByRole('button', { name: 'Thêm cả 2 người đã lưu' }).click();
	await expect(page.getByRole('listitem').filter({ hasText: 'Phạm Văn Tú' })).toBeVisible();
	await expect(page.getByText('Người đã lưu trên máy')).toHaveCount(0);

	await page.goto(`${app.url}/nop/1.001193?buoc=giay-to`);
	await page.locator('summary', { hasText: 'Giấy tờ đã lưu' }).first().click();
	await page
		.getByRole('button', { name: 'Dùng giấy tờ đã lưu: Căn cước, 1 trang' })
		.first()
		.click();
	await expect(page.getByText('mat-truoc.png').first()).toBeVisible();
});

test('behind a PIN nothing is shown or offered before it is given', async ({ page, app }) => {
	await keepSome(page, app.url);
	await page.goto(`${app.url}/giay-to-cua-toi?xem=khoa`);
	await page.getByLabel(/^Mã PIN mới/).fill('123456');
	await page.getByRole('button', { name: 'Đặt mã PIN' }).click();
	await expect(page.getByRole('alert')).toContainText('dễ đoán');
	await page.getByLabel(/^Mã PIN mới/).fill('204815');
	await page.getByLabel('Nhập lại mã PIN mới').fill('204815');
	await page.getByRole('button', { name: 'Đặt mã PIN' }).click();
	await expect(page.getByText('Đã đặt mã PIN.')).toBeVisible();

	await page.goto(`${app.url}/nop/1.001022?buoc=fullName`);
	await expect(field(page)).toBeVisible();
	await expect(page.getByRole('button', { name: /Dùng thông tin/ })).toHaveCount(0);
	await page.getByRole('link', { name: 'Mở khóa thông tin đã lưu' }).click();
	await expect(page.getByText('Nguyễn Thị Hoa')).toHaveCount(0);
	await page.getByLabel('Mã PIN').fill('204816');
	await page.getByRole('button', { name: 'Mở khóa' }).click();
	await expect(page.getByRole('alert')).toContainText('không đúng');
	await page.getByLabel('Mã PIN').fill('204815');
	await page.keyboard.press('Enter');
	await page.getByRole('link', { name: 'Quay lại đơn đang làm' }).click();
	await page.getByRole('button', { name: /Dùng thông tin đã lưu: Nguyễn Thị Hoa/ }).click();
	await expect(field(page)).toHaveValue('Nguyễn Thị Hoa');
});

test('“Xóa hết” names what is not sent yet, and leaves nothing of a person on the device', async ({
	page,
	app,
	context,
}) => {
	await keepSome(page, app.url);
	await page.evaluate(() => {
		localStorage.setItem('mot-cua-noi.recent', '["làm giấy khai sinh"]');
		localStorage.setItem('mot-cua-noi.reading-places', '{}');
	});
	await context.route('**/api/**', (route) => route.abort());
	await handIn(page, app.url);
	await page.goto(`${app.url}/nop/1.001193?buoc=childName`);
	await field(page).fill('Lê Minh An');
	await next(page);
	await expect(page.getByRole('radio').first()).toBeVisible();

	await page.goto(`${app.url}/giay-to-cua-toi?xem=xoa-het`);
	await expect(page.getByRole('heading', { name: 'Chưa gửi tới máy chủ' })).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Đang làm dở' })).toBeVisible();
	await expect(page.locator('main section li')).toHaveCount(2);
	await page.getByRole('button', { name: 'Xóa hết', exact: true }).click();
	await page.getByRole('button', { name: 'Không xóa' }).click();
	await page.getByRole('button', { name: 'Xóa hết', exact: true }).click();
	await page.getByRole('button', { name: 'Xóa hết, tôi chắc chắn' }).click();
	await expect(page.getByText('Đã xóa hết dữ liệu cá nhân trên máy này.')).toBeVisible();
	await expect(page.locator('main section')).toHaveCount(0);

	const left = await page.evaluate(async () => {
		const open = (name: string) =>
			new Promise<IDBDatabase>((resolve) => {
				const opening = indexedDB.open(name);
				opening.onsuccess = () => resolve(opening.result);
			});
		const counts: Record<string, number> = {};
		for (const { name = '' } of await indexedDB.databases()) {
			if (!/outbox|vault|recordings/.test(name)) continue;
			const db = await open(name);
			for (const store of db.objectStoreNames) {
				counts[`${name} ${store}`] = await new Promise((resolve) => {
					const counting = db.transaction(store).objectStore(store).count();
					counting.onsuccess = () => resolve(counting.result);
				});
			}
			db.close();
		}
		return { counts, keys: Object.keys(localStorage) };
	});
	const filled = Object.entries(left.counts).filter(
		([name, count]) => count > 0 && !/ lock$/.test(name),
	);
	expect(filled).toEqual([]);
	expect(left.keys.filter((key) => /recent|places|vault|draft/.test(key))).toEqual([]);
	await page.goto(`${app.url}/nop/1.001193?buoc=childName`);
	await expect(field(page)).toHaveValue('');
});

test('what was saved to a file is encrypted, and can be taken in again', async ({ page, app }) => {
	await keepSome(page, app.url);
	await page.getByLabel('Mật khẩu, ít nhất 8 ký tự').fill('mật khẩu của tôi');
	await page.getByLabel('Nhập lại mật khẩu').fill('mật khẩu của tôi');
	await page.getByRole('button', { name: 'Tạo tệp' }).click();
	const downloading = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Tải tệp về máy' }).click();
	const download = await downloading;
	expect(download.suggestedFilename()).toMatch(/^giay-to-cua-toi-\d{4}-\d\d-\d\d\.mcn$/);
	const path = await download.path();
	expect(readFileSync(path).includes('Hoa')).toBe(false);
	await page.locator('main input[type="file"]').setInputFiles(path);
	await page.getByLabel('Mật khẩu của tệp').fill('sai rồi');
	await page.getByRole('button', { name: 'Lấy vào' }).click();
	await expect(page.getByRole('alert')).toContainText('Mật khẩu không đúng');
	await page.getByLabel('Mật khẩu của tệp').fill('mật khẩu của tôi');
	await page.getByRole('button', { name: 'Lấy vào' }).click();
	await expect(page.getByText('Mọi thứ trong tệp đã có trên máy.')).toBeVisible();
});
