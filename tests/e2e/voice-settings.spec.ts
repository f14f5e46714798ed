import { expect, onlineTest as test } from '../support/app.ts';

test('the voice is set, tried out and remembered, by keyboard', async ({ page, app }) => {
	await page.goto(`${app.url}/cai-dat`);
	await page.getByRole('link', { name: /^Chỉnh giọng đọc/ }).click();
	await page.getByRole('radio', { name: 'Miền Nam' }).focus();
	await page.keyboard.press('Space');
	await page.getByRole('radio', { name: 'Giọng nữ' }).check();
	const pitch = page.getByRole('group', { name: 'Độ cao' });
	await pitch.getByRole('button', { name: 'Cao hơn' }).press('Enter');
	await expect(pitch).toContainText('110 phần trăm');
	const volume = page.getByRole('group', { name: 'Âm lượng' });
	await volume.getByRole('button', { name: 'Nhỏ hơn' }).press('Enter');
	await expect(volume).toContainText('90 phần trăm');
	await page.getByRole('checkbox', { name: /^Phát tiếng báo/ }).uncheck();

	// No voice on this device: the bundled one says it, for real.
	await page.getByRole('button', { name: 'Nghe thử' }).press('Enter');
	await expect(page.getByRole('heading', { name: 'Bạn nghe rõ tiếng Việt không?' })).toBeVisible();
	await page.getByRole('button', { name: 'Không, đổi giọng khác' }).press('Enter');
	await expect(page.getByRole('radio', { name: /^Luôn dùng giọng kèm theo/ })).toBeChecked();

	await page.reload();
	await expect(page.getByRole('radio', { name: 'Miền Nam' })).toBeChecked();
	await expect(page.getByRole('radio', { name: 'Giọng nữ' })).toBeChecked();
	await expect(page.getByRole('group', { name: 'Độ cao' })).toContainText('110 phần trăm');
	await expect(page.getByRole('checkbox', { name: /^Phát tiếng báo/ })).not.toBeChecked();
});

test('who taps Nghe before the voice has come is greeted, and then read to', async ({
	page,
	app,
}) => {
	const files: string[] = [];
	let letVoiceCome!: () => void;
	const voiceComes = new Promise<void>((resolve) => (letVoiceCome = resolve));
	await page.context().route(/espeak-vi/, async (route) => {
		await voiceComes;
		await route.continue();
	});
	page.on('request', (request) => files.push(request.url()));
	await page.goto(`${app.url}/thu-tuc/1.001193`);
	await expect(page.getByRole('heading', { name: 'Tóm tắt' })).toBeVisible();
	await page.getByRole('button', { name: 'Nghe', exact: true }).click();
	await expect.poll(() => files.some((url) => url.includes('loi-chao'))).toBe(true);
	const title = await page.locator('.spoken').textContent();
	letVoiceCome();
	await expect(page.locator('.spoken')).not.toHaveText(title ?? '', { timeout: 30_000 });
});
