import { expect, test } from '../support/app.ts';
import { say } from '../support/recogniser.ts';
import { exchange, fillByVoice, now, openByVoice } from '../support/talker.ts';

const birth = '/thu-tuc/1.001193';

test('from a question to the procedure, its sections and its answers, by voice alone', async ({
	page,
	app,
}) => {
	await openByVoice(page, app.url);
	const found = await exchange(page, 'làm giấy khai sinh cho con');
	expect(found).toMatch(/Số một: .*khai sinh.*Số hai: .*Số ba: /i);
	expect(await exchange(page, 'đọc thêm')).toContain('Số bốn:');
	await exchange(page, 'mở số một');
	await expect(page).toHaveURL(/\/thu-tuc\//);
	await page.goto(app.url + birth);
	await page.getByRole('heading', { level: 1 }).waitFor();
	await say(page, { say: 'hết bao nhiêu tiền' });
	await expect(
		page.locator('[data-sentence^="fees."].spoken, [data-sentence^="fees."] .spoken').first(),
	).toBeVisible();
	await say(page, { say: 'tạm dừng' });
	await expect(page.getByRole('button', { name: 'Nghe', exact: true })).toBeVisible();
	await say(page, { say: 'đọc giấy tờ cần nộp' });
	await expect(
		page
			.locator('[data-sentence^="documents."].spoken, [data-sentence^="documents."] .spoken')
			.first(),
	).toBeVisible();
	expect(await exchange(page, 'chậm lại')).toContain('Tốc độ');
	await say(page, { say: 'dừng lại' });
	expect(await exchange(page, 'gặp cán bộ')).toContain('1800 1096');
	await expect(page.getByRole('link', { name: /Gọi .*1800 1096/ })).toHaveAttribute(
		'href',
		'tel:18001096',
	);
});

test('asks what was meant where it is not sure, and takes yes and no', async ({ page, app }) => {
	await openByVoice(page, `${app.url}/cai-dat`.replace(/cai-dat$/, ''));
	await page.goto(`${app.url}/hop-gui`);
	await page.getByRole('heading', { level: 1 }).waitFor();
	expect(await exchange(page, 'trợ giúp')).toContain('Nói gửi ngay');
	expect(await exchange(page, 'gửi ngay')).toContain('Không có hồ sơ nào');
	await exchange(page, 'trang chủ');
	await expect(page).toHaveURL(`${app.url}/`);
});

test('a birth is registered by voice alone, with no network, and goes by itself when there is one', async ({
	page,
	context,
	app,
}) => {
	test.setTimeout(300_000);
	await openByVoice(page, app.url);
	await exchange(page, 'đăng ký khai sinh');
	await page.goto(app.url + birth);
	await page.getByRole('heading', { level: 1 }).waitFor();
	await say(page, { say: 'nộp hồ sơ' });
	await expect(page).toHaveURL(/\/nop\/1\.001193\?buoc=childName/);
	await expect.poll(async () => (await now(page)).said).toContain('Bé tên là gì?');
	await context.setOffline(true);
	const { turns, ended } = await fillByVoice(page, 'birth-registration');
	expect(ended).toBe('sent');
	expect(turns).toBeLessThan(45);
	await expect(page.getByText('Đang chờ mạng').first()).toBeVisible();
	expect(await exchange(page, 'đọc hồ sơ đang chờ')).toContain('Đang chờ mạng');
	await context.setOffline(false);
	if (/Gửi ngay/.test(await exchange(page, 'gửi ngay'))) await say(page, { say: 'có' });
	await expect(page.getByText('Máy chủ đã nhận').first()).toBeVisible({ timeout: 60_000 });
	expect(await exchange(page, 'hồ sơ của tôi đến đâu rồi')).toContain('Máy chủ đã nhận');
	await expect(page).toHaveURL(/\/ho-so/);
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
