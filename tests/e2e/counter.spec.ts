import { expect, test } from '../support/app.ts';
import { removeRecogniser, stubRecogniser } from '../support/recogniser.ts';

test('types without accents, finds, opens and reads a procedure by keyboard alone', async ({
	page,
	app,
}) => {
	await page.goto(app.url);
	await expect(page.getByRole('heading', { level: 1, name: 'Bạn cần làm gì?' })).toBeVisible();
	const field = page.getByRole('combobox', { name: 'Bạn cần làm gì?' });
	await field.focus();
	await page.keyboard.type('lam giay khai sinh');
	const options = page.getByRole('listbox', { name: 'Kết quả' }).getByRole('option');
	await expect(options.first()).toContainText('đăng ký khai sinh', { ignoreCase: true });
	await page.keyboard.press('ArrowDown');
	await expect(field).toHaveAttribute('aria-activedescendant', /.+/);
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/thu-tuc\/1\.001193$/);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/đăng ký khai sinh/i);
	for (const name of [
		'Tóm tắt',
		'Giấy tờ cần nộp',
		'Các bước thực hiện',
		'Phí, lệ phí',
		'Thời hạn giải quyết',
		'Nơi nộp',
		'Yêu cầu, điều kiện',
		'Căn cứ pháp lý',
		'Kết quả',
	]) {
		await expect(page.getByRole('heading', { level: 2, name, exact: true })).toBeVisible();
	}
	await page.getByRole('button', { name: 'Nghe', exact: true }).press('Enter');
	await expect(page.getByRole('button', { name: 'Tạm dừng' })).toBeVisible();
	await expect(page.locator('.spoken')).toHaveCount(1);
});

test('reads on from where it was paused, and moves by sentence', async ({ page, app }) => {
	await page.goto(`${app.url}/thu-tuc/1.001193`);
	await page.getByRole('button', { name: 'Nghe', exact: true }).click();
	const spoken = page.locator('.spoken');
	await expect(page.getByRole('button', { name: 'Tạm dừng' })).toBeVisible();
	await page.getByRole('button', { name: 'Câu sau' }).click();
	await page.getByRole('button', { name: 'Câu sau' }).click();
	const at = await spoken.textContent();
	await page.getByRole('button', { name: 'Tạm dừng' }).click();
	await expect(page.getByRole('button', { name: 'Nghe', exact: true })).toBeVisible();
	await expect(spoken).toHaveText(at ?? '');
	await page.getByRole('button', { name: 'Nghe', exact: true }).click();
	await expect(spoken).toHaveText(at ?? '');
	await page.getByRole('button', { name: 'Câu trước' }).click();
	await expect(spoken).not.toHaveText(at ?? '');
	await page.getByRole('button', { name: 'Thêm', exact: true }).click();
	await page.getByRole('button', { name: 'Nhanh hơn' }).click();
	await expect(page.getByText('Tốc độ 115 phần trăm')).toBeVisible();
	await page.getByRole('button', { name: 'Dừng đọc' }).click();
	await expect(spoken).toHaveCount(0);
});

test('hears a question, shows what it heard and searches for it', async ({ page, app }) => {
	await stubRecogniser(page, { say: 'làm giấy khai sinh cho con', partial: 'làm giấy', ms: 4_000 });
	await page.goto(app.url);
	await page.getByRole('button', { name: 'Nói' }).click();
	await expect(page.getByText('“làm giấy”')).toBeVisible();
	await expect(page.getByText('Tôi nghe: “làm giấy khai sinh cho con”').first()).toBeVisible();
	const options = page.getByRole('listbox', { name: 'Kết quả' }).getByRole('option');
	await expect(options.first()).toContainText('khai sinh', { ignoreCase: true });
});

test('says once that this device cannot listen, and offers the keyboard', async ({ page, app }) => {
	await removeRecogniser(page);
	await page.goto(`${app.url}/tro-giup`);
	await page.getByRole('button', { name: 'Nói' }).click();
	await expect(page.getByText(/chưa có bộ nghe tiếng nói/).first()).toBeVisible();
	await expect(page.getByRole('combobox')).toBeFocused();
	await page.getByRole('combobox').fill('ket hon');
	await page.getByRole('button', { name: 'Nói' }).click();
	await expect(page.getByRole('combobox')).toBeFocused();
});

test('a blocked microphone is told, and the search field still works', async ({ page, app }) => {
	await stubRecogniser(page, { error: 'not-allowed' });
	await page.goto(app.url);
	await page.getByRole('button', { name: 'Nói' }).click();
	await expect(page.getByText(/Micrô đang bị khóa/).first()).toBeVisible();
});

test('a code that does not exist is said plainly, with the way home', async ({ page, app }) => {
	const response = await page.goto(`${app.url}/thu-tuc/9.999999`);
	expect(response?.status()).toBe(404);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Không có thủ tục này');
	await expect(page.getByText('9.999999')).toBeVisible();
	await page.getByRole('link', { name: 'Về trang chủ' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Bạn cần làm gì?' })).toBeVisible();
});

test('nothing found is said, with the words that were asked and another way on', async ({
	page,
	app,
}) => {
	await page.goto(app.url);
	await page.getByRole('combobox').fill('zzzzqqqq');
	await expect(page.getByRole('heading', { name: 'Không tìm thấy' })).toBeVisible();
	await expect(page.getByText('“zzzzqqqq”')).toBeVisible();
	await page.getByRole('link', { name: /Sinh con/ }).click();
	await expect(page.getByRole('link', { name: /khai sinh/i }).first()).toBeVisible();
});

test('the way back from a procedure shows the question and its results again', async ({
	page,
	app,
}) => {
	await page.goto(app.url);
	await page.getByRole('combobox').fill('dang ky ket hon');
	await page.getByRole('option').first().click();
	await expect(page).toHaveURL(/thu-tuc/);
	await page.goBack();
	await expect(page.getByRole('combobox')).toHaveValue('dang ky ket hon');
	await expect(page.getByRole('option').first()).toBeVisible();
	await page.reload();
	await expect(page.getByRole('combobox')).toHaveValue('dang ky ket hon');
});
