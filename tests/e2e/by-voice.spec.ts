import { expect, test } from '../support/app.ts';
import { exchange, openByVoice } from '../support/talker.ts';

test('asks what was meant where it is not sure, and takes yes and no', async ({ page, app }) => {
	await openByVoice(page, `${app.url}/cai-dat`.replace(/cai-dat$/, ''));
	await page.goto(`${app.url}/hop-gui`);
	await page.getByRole('heading', { level: 1 }).waitFor();
	expect(await exchange(page, 'trợ giúp')).toContain('Nói gửi ngay');
	expect(await exchange(page, 'gửi ngay')).toContain('Không có hồ sơ nào');
	await exchange(page, 'trang chủ');
	await expect(page).toHaveURL(`${app.url}/`);
});

test('voice, keys and touch fill in one dossier, and the talk goes on after a reload', async ({
	page,
	app,
}) => {
	await openByVoice(page, app.url);
	await page.goto(`${app.url}/nop/1.001193?buoc=childName`);
	await page.getByRole('heading', { level: 1 }).waitFor();
	expect(await exchange(page, 'lê minh an')).toContain('Đúng không?');
	await expect(page.getByRole('textbox')).toHaveValue('Lê Minh An');
	expect(await exchange(page, 'đúng rồi')).toContain('Bé là trai hay gái?');
	await page.getByRole('radio', { name: 'Nữ' }).check();
	await page.getByRole('button', { name: 'Tiếp tục' }).click();
	await expect(page).toHaveURL(/buoc=childBirthDate/);
	await exchange(page, 'mười hai tháng tư năm hai nghìn không trăm hai mươi sáu');
	await exchange(page, 'đúng');
	await expect(page).toHaveURL(/buoc=birthPlaceKind/);
	await page.reload();
	await page.getByRole('heading', { level: 1 }).waitFor();
	await exchange(page, 'ở bệnh viện hoặc trạm y tế');
	await expect(page).toHaveURL(/buoc=birthPlaceName/);
	await exchange(page, 'sửa giới tính');
	await expect(page).toHaveURL(/buoc=childSex/);
	await expect(page.getByRole('radio', { name: 'Nữ' })).toBeChecked();
	await page.goto(`${app.url}/nop/1.001193?buoc=xem-lai`);
	await expect(page.getByText('Lê Minh An').first()).toBeVisible();
	await expect(page.getByText('12/04/2026').first()).toBeVisible();
});
