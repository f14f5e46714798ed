import { expect, type Page } from '@playwright/test';

/** The smallest picture a browser shows. */
export const png = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
	'base64',
);

export const next = (page: Page) => page.getByRole('button', { name: 'Tiếp tục' }).click();
export const place = (page: Page, name: string) =>
	expect(page).toHaveURL(new RegExp(`buoc=${name}`));

/** From a procedure to the review of its general application, with one picture. */
export async function fillGeneral(page: Page, url: string, code: string) {
	await page.goto(`${url}/thu-tuc/${code}`);
	await page.getByRole('button', { name: 'Nộp hồ sơ' }).click();
	await expect(page.getByText('Bạn cần có')).toBeVisible();
	await next(page);
	await place(page, 'fullName');
	await page.getByRole('textbox', { name: 'Họ và tên của bạn là gì?' }).fill('Nguyễn Thị Hoa');
	await next(page);
	await place(page, 'birthDate');
	await page.getByRole('textbox').fill('12/4/1990');
	await next(page);
	await place(page, 'idNumber');
	await next(page);
	await place(page, 'phone');
	await page.getByRole('textbox').fill('0912 345 678');
	await next(page);
	await place(page, 'email');
	await next(page);
	await place(page, 'address');
	await next(page);
	await place(page, 'request');
	await page.getByRole('textbox').fill('Tôi cần giúp việc này.');
	await next(page);
	await place(page, 'noi-nhan');
	await page.getByLabel('Tỉnh, thành phố').selectOption({ label: 'Thành phố Hà Nội' });
	await page.getByLabel('Xã, phường, đặc khu').selectOption({ label: 'Phường Ba Đình' });
	await next(page);
	await place(page, 'giay-to');
	const file = { name: '../ảnh/giấy <b>.png', mimeType: 'image/png', buffer: png };
	await page.locator('input[type="file"]').first().setInputFiles(file);
	await expect(page.getByText('giấy <b>.png').first()).toBeVisible();
	await page.getByRole('button', { name: 'Xem lại' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Xem lại hồ sơ' })).toBeVisible();
}
