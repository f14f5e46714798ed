import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { runCommand } from '../support/dossier-list.ts';
import { expectAccessible, expectLargeTargets, expectNoOverflow } from '../support/axe.ts';
import { expect, test } from '../support/app.ts';
import { fillGeneral, next, place, png } from '../support/fill-general.ts';
import { startServer } from '../support/server.ts';

const submit = (page: Page) => page.getByRole('button', { name: 'Nộp hồ sơ' }).click();

/**
 * Background Sync at once, where the browser itself would take some seconds after the network is back.
 * @returns fire it
 */
async function backgroundSync(page: Page, origin: string) {
	const client = await page.context().newCDPSession(page);
	const registration = new Promise<string>((resolve) => {
		client.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
			const [found] = registrations;
			if (found) resolve(found.registrationId);
		});
	});
	await client.send('ServiceWorker.enable');
	const registrationId = await registration;
	return () =>
		client.send('ServiceWorker.dispatchSyncEvent', {
			origin,
			registrationId,
			tag: 'outbox',
			lastChance: false,
		});
}

/** The app is on the device: from here on the network may go. */
async function untilReady(page: Page, url: string) {
	await page.goto(url);
	await page.getByRole('combobox').fill('khai sinh');
	await expect(page.getByText('Đã sẵn sàng khi không có mạng').first()).toBeVisible({
		timeout: 60_000,
	});
}

test('a dossier finished offline waits, survives the tab, and arrives exactly once, byte for byte', async ({
	context,
	page,
}) => {
	const server = await startServer();
	try {
		await untilReady(page, server.url);
		await fillGeneral(page, server.url, '1.001022');
		await context.setOffline(true);
		await submit(page);
		await expect(page.getByRole('heading', { level: 1, name: 'Hộp gửi' })).toBeVisible();
		await expect(page.getByText('Đang chờ mạng')).toBeVisible();
		await expect(page.getByRole('link', { name: 'Hộp gửi (1)' })).toBeVisible();
		await page.reload();
		await expect(page.getByText('Đang chờ mạng')).toBeVisible();
		await page.close();

		const later = await context.newPage();
		await context.setOffline(false);
		await later.goto(`${server.url}/hop-gui`);
		await expect(later.getByText('Máy chủ đã nhận')).toBeVisible({ timeout: 30_000 });
		const [dossier, ...more] = await runCommand(server.dataDir, 'dossiers');
		expect(more).toEqual([]);
		expect(dossier).toMatchObject({ procedure: '1.001022' });
		await expect(later.getByText(String(dossier?.code))).toBeVisible();
		const [attachment] = dossier?.attachments as { name: string; sha256: string }[];
		expect(attachment?.name).toBe('../ảnh/giấy <b>.png');
		const hash = createHash('sha256').update(png).digest('hex');
		expect(attachment?.sha256).toBe(hash);
		const kept = readFileSync(join(server.dataDir, 'uploads', hash.slice(0, 2), hash));
		expect(kept.equals(png)).toBe(true);

		await later.goto(`${server.url}/ho-so`);
		await expect(later.getByRole('heading', { level: 1, name: 'Hồ sơ của tôi' })).toBeVisible();
		await expect(later.getByText(String(dossier?.code))).toBeVisible();
		await expect(later.getByText('Máy chủ giữ đủ 1/1 tệp.', { exact: false })).toBeVisible();
	} finally {
		await server.remove();
	}
});

test('an answer is kept at once: a reload and another day find it again', async ({ page, app }) => {
	await page.goto(`${app.url}/nop/1.001193`);
	await next(page);
	await page.getByRole('textbox').fill('Lê Minh An');
	await next(page);
	await expect(page.getByRole('radio').first()).toBeVisible();
	await page.reload();
	await page.getByRole('button', { name: 'Quay lại' }).click();
	await expect(page.getByRole('textbox')).toHaveValue('Lê Minh An');
	await page.goto(`${app.url}/hop-gui`);
	await page.getByRole('link', { name: /Làm tiếp/ }).click();
	await expect(page.getByText('Bạn đang làm dở hồ sơ này.', { exact: false })).toBeVisible();
	await page.getByRole('button', { name: 'Làm lại từ đầu' }).click();
	await page.getByRole('button', { name: 'Xóa và làm lại' }).click();
	await next(page);
	await expect(page.getByRole('textbox')).toHaveValue('');
});

test('a wrong answer is told at its field, and the phone’s way back leads to the question before', async ({
	page,
	app,
}) => {
	await page.goto(`${app.url}/nop/1.001193`);
	await next(page);
	await next(page);
	await expect(page.getByRole('alert')).toHaveText('Câu này cần có câu trả lời.');
	await expect(page.getByRole('textbox')).toBeFocused();
	await page.getByRole('textbox').fill('Lê Minh An');
	await next(page);
	await expect(page.getByRole('radio').first()).toBeVisible();
	await page.goBack();
	await expect(page.getByRole('textbox')).toHaveValue('Lê Minh An');
});

test('what is missing is listed at the review, and leads to its question', async ({
	page,
	app,
}) => {
	await page.goto(`${app.url}/nop/1.001022?buoc=xem-lai`);
	await submit(page);
	await expect(page.getByRole('heading', { name: 'Cần sửa trước khi nộp' })).toBeVisible();
	await page.getByRole('button', { name: /Họ và tên: / }).click();
	await expect(page.getByRole('textbox')).toBeFocused();
	await page.getByRole('textbox').fill('Nguyễn Thị Hoa');
	await page.getByRole('button', { name: 'Xem lại' }).click();
	await expect(page.getByRole('definition').filter({ hasText: 'Nguyễn Thị Hoa' })).toBeVisible();
});

test('a whole list is pasted at the first person, told where it cannot be read, and kept', async ({
	page,
	app,
}) => {
	await page.goto(`${app.url}/nop/1.004194?buoc=people.0.fullName`);
	await page.getByRole('button', { name: 'Dán cả danh sách' }).click();
	await page.getByText('Dán cả danh sách').click();
	await page
		.getByRole('textbox')
		.fill('Trần Văn An, 12/4/1998, Nam, 001098001234\nLê Thị Bé, 31/2/2000, Nữ, 001300001234');
	await page.getByRole('button', { name: 'Thêm danh sách này' }).click();
	await expect(page.getByRole('status').filter({ hasText: 'Đã thêm 2.' })).toContainText(
		'Dòng 2: chưa đọc được “31/2/2000”.',
	);
	await expectAccessible(page);
	await expectLargeTargets(page);
	await page.reload();
	await expect(page.getByRole('listitem').filter({ hasText: 'Lê Thị Bé' })).toBeVisible();
	await page.goto(`${app.url}/nop/1.004194?buoc=xem-lai`);
	await expect(page.getByRole('definition').filter({ hasText: '12/04/1998' })).toBeVisible();
});

test('a fault of one person of many is told with whose it is, and leads to the field', async ({
	page,
	app,
}) => {
	await page.goto(`${app.url}/nop/2.001159?buoc=guests`);
	await page.getByText('Dán cả danh sách').click();
	await page
		.getByRole('textbox')
		.fill('Trần Văn An, 12/4/1998, 001098001234\nTrần Văn Tám, 1/2/1998, 001098001234');
	await page.getByRole('button', { name: 'Thêm danh sách này' }).click();
	await expect(page.getByText('Đã thêm 2.')).toBeVisible();
	await page.goto(`${app.url}/nop/2.001159?buoc=xem-lai`);
	await submit(page);
	const fault = page.getByRole('button', { name: /^Người thứ 2: Trần Văn Tám, Số định danh: / });
	await expect(fault).toContainText('đã nhập cho một người khác');
	await fault.click();
	await expect(page.getByRole('textbox')).toHaveValue('001 098 001 234');
	await expect(page.getByRole('textbox')).toBeFocused();
});

test('a dossier of the province is sent to the province alone, one of a place to that place', async ({
	page,
	app,
}) => {
	await page.goto(`${app.url}/nop/3.000333?buoc=noi-nhan`);
	await expect(page.getByText('cấp tỉnh giải quyết')).toBeVisible();
	await page.getByLabel('Tỉnh, thành phố').selectOption({ label: 'Tỉnh Điện Biên' });
	await expect(page.getByLabel('Xã, phường, đặc khu')).toHaveCount(0);
	await page.goto(`${app.url}/nop/2.001159?buoc=placeUnit`);
	await page.getByLabel('Tỉnh, thành phố').selectOption({ label: 'Thành phố Hà Nội' });
	await page.getByLabel('Xã, phường, đặc khu').selectOption({ label: 'Phường Ba Đình' });
	await next(page);
	await place(page, 'placeAddress');
	await page.goto(`${app.url}/nop/2.001159?buoc=xem-lai`);
	await expect(
		page.getByRole('definition').filter({ hasText: 'Phường Ba Đình, Thành phố Hà Nội' }),
	).toHaveCount(2);
});

test('pressed twice it is one dossier, and a file of the wrong kind is refused on the phone', async ({
	page,
}) => {
	const server = await startServer();
	try {
		await fillGeneral(page, server.url, '1.001193'.replace('1193', '1022'));
		await page.getByRole('button', { name: 'Quay lại' }).click();
		const text = { name: 'ảnh.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('không phải ảnh') };
		await page.locator('input[type="file"]').first().setInputFiles(text);
		await expect(page.getByRole('alert')).toContainText('Không nhận tệp ảnh.jpg');
		await page.getByRole('button', { name: 'Xem lại' }).click();
		await page.getByRole('button', { name: 'Nộp hồ sơ' }).dblclick();
		await expect(page.getByText('Máy chủ đã nhận')).toBeVisible({ timeout: 30_000 });
		expect(await runCommand(server.dataDir, 'dossiers')).toHaveLength(1);
	} finally {
		await server.remove();
	}
});

test('a portal’s page in place of an answer keeps the dossier, which arrives later', async ({
	page,
}) => {
	const server = await startServer();
	try {
		await fillGeneral(page, server.url, '1.001022');
		let lies = true;
		await page.context().route('**/api/**', (route) =>
			lies
				? route.fulfill({
						status: 200,
						contentType: 'text/html',
						body: '<h1>Đăng nhập Wi-Fi</h1>',
					})
				: route.continue(),
		);
		await submit(page);
		await expect(page.getByText('Mạng này chưa thông', { exact: false })).toBeVisible();
		expect(await runCommand(server.dataDir, 'dossiers')).toEqual([]);
		lies = false;
		await page.getByRole('button', { name: 'Gửi ngay' }).click();
		await expect(page.getByText('Máy chủ đã nhận')).toBeVisible({ timeout: 30_000 });
	} finally {
		await server.remove();
	}
});

test('where somebody on the way refuses compressed text, the dossier arrives in plain text', async ({
	page,
}) => {
	const server = await startServer();
	try {
		await fillGeneral(page, server.url, '1.001022');
		const encodings: string[] = [];
		await page.context().route('**/api/dossiers/**', (route) => {
			const encoding = route.request().headers()['content-encoding'];
			encodings.push(encoding ?? 'plain');
			return encoding ? route.fulfill({ status: 415 }) : route.continue();
		});
		await submit(page);
		await expect(page.getByText('Máy chủ đã nhận')).toBeVisible({ timeout: 30_000 });
		expect(encodings).toEqual(['gzip', 'plain']);
		expect(await runCommand(server.dataDir, 'dossiers')).toHaveLength(1);
	} finally {
		await server.remove();
	}
});

test('a server killed between file and form, and one whose answer is lost, end with one dossier', async ({
	page,
}) => {
	let server = await startServer();
	try {
		await fillGeneral(page, server.url, '1.001022');
		// The file arrives; the server dies before it sees the form.
		await page.context().route('**/api/dossiers/**', async (route) => {
			await server.stop('SIGKILL');
			await route.abort();
		});
		await submit(page);
		await expect(page.getByText('Chưa tới được máy chủ.')).toBeVisible();
		await page.context().unroute('**/api/dossiers/**');
		server = await startServer({ dataDir: server.dataDir, port: server.port });
		// The form arrives; its answer is lost, and the server dies right after.
		let lost = false;
		await page.context().route('**/api/dossiers/**', async (route) => {
			if (lost) return route.continue();
			lost = true;
			await route.fetch();
			await server.stop('SIGKILL');
			await route.abort();
		});
		await page.getByRole('button', { name: 'Gửi ngay' }).click();
		await expect.poll(() => lost).toBe(true);
		await expect(page.getByText('Chưa tới được máy chủ.')).toBeVisible();
		server = await startServer({ dataDir: server.dataDir, port: server.port });
		await page.getByRole('button', { name: 'Gửi ngay' }).click();
		await expect(page.getByText('Máy chủ đã nhận')).toBeVisible({ timeout: 30_000 });
		expect(await runCommand(server.dataDir, 'dossiers')).toHaveLength(1);
	} finally {
		await server.remove();
	}
});

test('two tabs and the service worker, woken at once, bring one dossier', async ({
	context,
	page,
}) => {
	const server = await startServer();
	try {
		await untilReady(page, server.url);
		await page.reload();
		await page.evaluate(() => navigator.serviceWorker.ready);
		await fillGeneral(page, server.url, '1.001022');
		await context.setOffline(true);
		await submit(page);
		await expect(page.getByText('Đang chờ mạng')).toBeVisible();
		const other = await context.newPage();
		await other.goto(`${server.url}/hop-gui`);
		await expect(other.getByText('Đang chờ mạng')).toBeVisible();

		const sync = await backgroundSync(page, server.url);
		await context.setOffline(false);
		await Promise.all([
			sync(),
			page
				.getByRole('button', { name: 'Gửi ngay' })
				.click({ timeout: 5_000 })
				.catch(() => undefined),
			other
				.getByRole('button', { name: 'Gửi ngay' })
				.click({ timeout: 5_000 })
				.catch(() => undefined),
		]);
		await expect(page.getByText('Máy chủ đã nhận')).toBeVisible({ timeout: 30_000 });
		await expect(other.getByText('Máy chủ đã nhận')).toBeVisible();
		expect(await runCommand(server.dataDir, 'dossiers')).toHaveLength(1);
	} finally {
		await server.remove();
	}
});

test('the service worker alone brings a dossier when every page is closed', async ({
	context,
	page,
}) => {
	const server = await startServer();
	try {
		await untilReady(page, server.url);
		await page.reload();
		await fillGeneral(page, server.url, '1.001022');
		await context.setOffline(true);
		await submit(page);
		await expect(page.getByText('Đang chờ mạng')).toBeVisible();
		const sync = await backgroundSync(page, server.url);
		await page.goto('about:blank');
		await context.setOffline(false);
		// The browser wakes it again while something is left: the first time there may be no line for it yet.
		const wokenOnce = async () => {
			await sync();
			return (await runCommand(server.dataDir, 'dossiers')).length;
		};
		await expect.poll(wokenOnce, { timeout: 45_000, intervals: [3_000] }).toBe(1);
	} finally {
		await server.remove();
	}
});

test('several tenants in one dossier: shared address once, one paper for each', async ({
	page,
	app,
}) => {
	test.setTimeout(180_000);
	await page.goto(`${app.url}/nop/1.004194`);
	await next(page);
	const people = 3;
	for (let turn = 0; turn < 200; turn++) {
		const at = new URL(page.url()).searchParams.get('buoc') ?? '';
		if (at === 'noi-nhan') break;
		const add = page.getByRole('button', { name: 'Thêm một người' });
		if (await add.isVisible()) {
			const known = await page.getByRole('button', { name: /^Sửa / }).count();
			if (known < people) await add.click();
			else await next(page);
		} else {
			await answer(page, at, turn);
			await next(page);
		}
		await expect(page).not.toHaveURL(new RegExp(`buoc=${at.replaceAll('.', '\\.')}$`));
	}
	await page.getByLabel('Tỉnh, thành phố').selectOption({ label: 'Thành phố Huế' });
	await page.getByLabel('Xã, phường, đặc khu').selectOption({ index: 2 });
	await next(page);
	await page.getByRole('button', { name: 'Xem lại' }).click();
	await expect(page.getByText('CT01', { exact: false })).toHaveCount(people);
	await submit(page);
	await expect(page.getByText('Máy chủ đã nhận')).toBeVisible({ timeout: 30_000 });
});

/** An answer that fits, whatever the question. */
async function answer(page: Page, path: string, turn: number) {
	const province = page.getByLabel('Tỉnh, thành phố');
	if ((await province.count()) > 0) {
		await province.selectOption({ label: 'Thành phố Huế' });
		const commune = page.getByLabel('Xã, phường, đặc khu');
		if ((await commune.count()) > 0) await commune.selectOption({ index: 2 });
		return;
	}
	const radio = page.getByRole('radio');
	if ((await radio.count()) > 0) return radio.first().check();
	const field = page.getByRole('textbox');
	const mode = await field.getAttribute('inputmode');
	const id = `0010901${String(10_000 + turn).slice(-5)}`;
	const digits = /Id|id/.test(path) ? id : '12/4/1990';
	const values: Record<string, string> = {
		tel: '0912345678',
		email: 'hoa@gmail.com',
		numeric: digits,
	};
	await field.fill(values[mode ?? ''] ?? 'Nguyễn Văn Bình');
}

for (const screen of ['intro', 'question', 'unit', 'papers', 'review', 'outbox', 'dossiers']) {
	const paths: Record<string, string> = {
		intro: '/nop/1.001193',
		question: '/nop/1.001193?buoc=childName',
		unit: '/nop/1.001193?buoc=noi-nhan',
		papers: '/nop/1.001193?buoc=giay-to',
		review: '/nop/1.001193?buoc=xem-lai',
		outbox: '/hop-gui',
		dossiers: '/ho-so',
	};
	test(`${screen}: axe finds nothing, light and dark, and it fits 320 px and 400 % zoom`, async ({
		page,
		app,
	}) => {
		await page.goto(`${app.url}${paths[screen]}`);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await expect(page.getByText('Đang mở…')).toHaveCount(0);
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme });
			await expectAccessible(page);
		}
		await expectLargeTargets(page);
		await page.setViewportSize({ width: 320, height: 256 });
		await expectNoOverflow(page);
	});
}
