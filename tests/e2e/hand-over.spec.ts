import { expect, test } from '../support/app.ts';

const ready = 'Đã sẵn sàng khi không có mạng';

test('the catalogue goes from phone to phone as a file, and a changed one is refused', async ({
	page,
	app,
	context,
	browser,
}, info) => {
	await page.goto(app.url);
	await page.getByRole('combobox').fill('khai sinh');
	await expect(page.getByText(ready).first()).toBeVisible({ timeout: 60_000 });
	await page.goto(`${app.url}/cai-dat`);
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Gửi danh mục sang máy khác' }).click();
	const path = info.outputPath('danh-muc.gz');
	await (await download).saveAs(path);
	await expect(page.getByText(/^Đã lưu tệp danh mục/)).toBeVisible();

	const other = await browser.newContext({ viewport: page.viewportSize() });
	const phone = await other.newPage();
	// It has seen the index, and the details do not come.
	await phone.goto(app.url);
	await phone.getByRole('combobox').fill('khai sinh');
	await expect(phone.getByRole('option').first()).toBeVisible();
	await phone.goto(`${app.url}/cai-dat`);
	await expect(phone.locator('html[data-ready]')).toBeAttached();
	await phone.locator('input[type=file]').setInputFiles({
		name: 'danh-muc.gz',
		mimeType: 'application/gzip',
		buffer: Buffer.from('không phải danh mục'),
	});
	await expect(phone.getByText('Tệp này không phải danh mục của Một Cửa Nói.')).toBeVisible();
	await phone.locator('input[type=file]').setInputFiles(path);
	await expect(phone.getByText(/^Đã nhận danh mục \d+ thủ tục\. Dùng được ngay\.$/)).toBeVisible();
	await other.close();
	await context.close();
});
