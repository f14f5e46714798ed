import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { expectAccessible, expectNoOverflow } from '../support/axe.ts';
import { fillGeneral } from '../support/fill-general.ts';
import { stubRecogniser } from '../support/recogniser.ts';
import { stubVoice } from '../support/spoken.ts';

test('the manifest is one a phone installs, with all that the system may offer', async ({
	page,
	app,
}) => {
	await page.goto(app.url);
	const browser = await page.context().newCDPSession(page);
	const { errors, data = '' } = await browser.send('Page.getAppManifest');
	expect(errors).toEqual([]);
	const manifest = JSON.parse(data) as {
		icons: { src: string; purpose: string; sizes: string }[];
		shortcuts: { url: string }[];
		share_target: { action: string };
		file_handlers: { action: string }[];
	};
	expect(new Set(manifest.icons.map(({ purpose }) => purpose))).toEqual(
		new Set(['any', 'maskable', 'monochrome']),
	);
	for (const { src } of manifest.icons)
		expect((await page.request.get(app.url + src)).status(), src).toBe(200);
	const actions = [
		manifest.share_target.action,
		...manifest.file_handlers.map(({ action }) => action),
		...manifest.shortcuts.map(({ url }) => url),
	];
	for (const action of actions)
		expect((await page.request.get(app.url + action)).status(), action).toBe(200);
});

test('what another app shares is searched for', async ({ page, app }) => {
	const text = 'Tôi muốn làm giấy khai sinh cho con. Cần giấy tờ gì?';
	await page.goto(`${app.url}/chia-se?text=${encodeURIComponent(text)}`);
	await expect(page.getByRole('option').first()).toContainText(/khai sinh/i);
	await expect(page.getByRole('combobox')).toHaveValue('Tôi muốn làm giấy khai sinh cho con');
});

test('a shared link that names a procedure opens it', async ({ page, app }) => {
	const link = 'https://dichvucong.gov.vn/p/home/chi-tiet.html?ma_thu_tuc=1.001193';
	await page.goto(`${app.url}/chia-se?title=DVC&text=${encodeURIComponent(link)}`);
	await expect(page).toHaveURL(`${app.url}/thu-tuc/1.001193`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/khai sinh/i);
});

test('a file that the app is opened with is looked at by itself', async ({ page, app }) => {
	await page.addInitScript(() => {
		type Consumer = (params: { files: { getFile: () => Promise<File> }[] }) => void;
		const file = new File(['không phải danh mục'], 'danh-muc.gz', { type: 'application/gzip' });
		const setConsumer = (consumer: Consumer) =>
			consumer({ files: [{ getFile: async () => file }] });
		Object.defineProperty(window, 'launchQueue', { value: { setConsumer } });
	});
	await page.goto(`${app.url}/cai-dat`);
	await expect(page.getByText('Tệp này không phải danh mục của Một Cửa Nói.')).toBeVisible();
});

const birth = '/thu-tuc/1.001193';
const birthForm = '/nop/1.001193';
const iphone =
	'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1';

const zalo =
	'Mozilla/5.0 (Linux; Android 10; SM-A107F; wv) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36 Zalo android/12110';
const facebook =
	'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 [FBAN/FBIOS;FBAV/450.0.0.38.108;FBBV/564431005]';

/** Reads a procedure and goes home again: the app has been of use. */
async function useIt(page: Page, url: string) {
	await page.goto(url);
	await page.getByRole('combobox').fill('khai sinh');
	await page.getByRole('option').first().click();
	await expect(page.getByRole('heading', { name: 'Tóm tắt' })).toBeVisible();
	await page.getByRole('link', { name: 'Một Cửa Nói' }).click();
}

test('the home screen is offered once the app was of use, and not again when put off', async ({
	page,
	app,
}) => {
	await page.goto(app.url);
	const hint = page.getByRole('region', { name: 'Để ứng dụng lên màn hình chính' });
	const offer = () =>
		page.evaluate(() => {
			const event = new Event('beforeinstallprompt', { cancelable: true });
			Object.assign(event, {
				prompt: () => Promise.resolve((document.body.dataset.asked = 'yes')),
			});
			dispatchEvent(event);
		});
	await expect(page.locator('html[data-ready]')).toBeAttached();
	await page.getByRole('combobox').fill('khai sinh');
	await page.getByRole('option').first().waitFor();
	await offer();
	await expect(hint).toHaveCount(0);
	await page.getByRole('option').first().click();
	await expect(page.getByRole('heading', { name: 'Tóm tắt' })).toBeVisible();
	await page.getByRole('link', { name: 'Một Cửa Nói' }).click();
	await hint.getByRole('button', { name: 'Cài đặt ứng dụng' }).click();
	await expect(page.locator('body')).toHaveAttribute('data-asked', 'yes');
	await offer();
	await hint.getByRole('button', { name: 'Để sau' }).click();
	await expect(hint).toHaveCount(0);
	await page.reload();
	await page.getByRole('combobox').fill('khai sinh');
	await page.getByRole('option').first().waitFor();
	await offer();
	await expect(hint).toHaveCount(0);
});

test.describe('on an iPhone', () => {
	test.use({ userAgent: iphone });
	test('the way to the home screen is told in words, in a picture and aloud', async ({
		page,
		app,
	}) => {
		await stubVoice(page);
		await useIt(page, app.url);
		const hint = page.getByRole('region', { name: 'Để ứng dụng lên màn hình chính' });
		await expect(hint.getByRole('listitem').first()).toContainText('Bấm nút Chia sẻ');
		await expect(hint.locator('svg')).toBeVisible();
		await hint.getByRole('button', { name: 'Nghe cách làm' }).click();
		await expect.poll(() => page.evaluate(() => window.spoken.join(' '))).toMatch(/chia sẻ/i);
	});
});

test.describe('in the browser of another app', () => {
	test.use({ userAgent: zalo });
	test('the way out is told', async ({ page, app }) => {
		await useIt(page, app.url);
		const hint = page.getByRole('region', { name: 'Bạn đang mở trong Zalo' });
		await expect(hint.getByRole('link', { name: 'Mở bằng trình duyệt' })).toHaveAttribute(
			'href',
			/^intent:\/\/localhost:\d+\/#Intent;scheme=http;/,
		);
		await hint.getByRole('button', { name: 'Để sau' }).click();
		await expect(hint).toHaveCount(0);
	});
});

test('whoever opened the app at a procedure comes home by back', async ({ page: other, app }) => {
	await other.goto(`${app.url}/manifest.webmanifest`);
	const opening = other.context().waitForEvent('page');
	await other.evaluate((url) => void window.open(url, '_blank', 'noopener'), app.url + birth);
	const page = await opening;
	const title = page.getByRole('heading', { level: 1 });
	await expect(title).toHaveText(/khai sinh/i);
	const touch = async () => {
		await title.click();
		return page.evaluate(() => history.length);
	};
	await expect.poll(touch, { timeout: 30_000 }).toBe(2);
	await page.goBack();
	await expect(page).toHaveURL(`${app.url}/`);
	await expect(page.getByRole('combobox')).toBeVisible();
	await page.goForward();
	await expect(page).toHaveURL(app.url + birth);
	await expect(title).toHaveText(/khai sinh/i);
});

test('what lies open closes when closing is asked for', async ({ page, app }) => {
	await page.goto(app.url);
	await page.getByRole('combobox').fill('cap lai');
	const filters = page.getByRole('button', { name: 'Lọc kết quả' });
	await filters.click();
	await expect(filters).toHaveAttribute('aria-expanded', 'true');
	await page.keyboard.press('Escape');
	await expect(filters).toHaveAttribute('aria-expanded', 'false');
});

test('the manifest says what the splash and the store of apps show', async ({ page, app }) => {
	const manifest = (await (await page.request.get(`${app.url}/manifest.webmanifest`)).json()) as {
		id: string;
		start_url: string;
		name: string;
		display: string;
		theme_color: string;
		background_color: string;
		icons: { purpose: string; sizes: string }[];
		screenshots: { src: string; label: string; form_factor: string }[];
	};
	expect(manifest).toMatchObject({ id: '/', name: 'Một Cửa Nói', display: 'standalone' });
	// Chromium paints the splash of these two and of an icon of 512 pixels.
	expect(manifest.background_color).toMatch(/^#[0-9a-f]{6}$/);
	for (const purpose of ['any', 'maskable', 'monochrome'])
		expect(manifest.icons.filter((icon) => icon.purpose === purpose)).toContainEqual(
			expect.objectContaining({ sizes: '512x512' }),
		);
	expect(manifest.screenshots.map(({ form_factor }) => form_factor)).toContain('narrow');
	for (const { src, label } of manifest.screenshots) {
		expect((await page.request.get(app.url + src)).headers()['content-type']).toBe('image/png');
		expect(label).not.toBe('');
	}
	expect((await page.request.get(app.url + manifest.start_url)).status()).toBe(200);
});

test.describe('on the help screen', () => {
	for (const [name, userAgent, step] of [
		['an iPhone', iphone, /^Bấm nút Chia sẻ/],
		['Zalo on Android', zalo, /^Bấm dấu ba chấm ở góc trên màn hình/],
		['Facebook on an iPhone', facebook, /^Bấm dấu ba chấm hoặc hình la bàn/],
	] as const) {
		test.describe(name, () => {
			test.use({ userAgent });
			test('the way out of it, or to the home screen, can be read and heard at any time', async ({
				page,
				app,
			}) => {
				await page.goto(`${app.url}/tro-giup`);
				await expect(page.getByRole('listitem').filter({ hasText: step })).toBeVisible();
				await expect(page.getByRole('button', { name: 'Nghe cách làm' })).toBeVisible();
				await expectAccessible(page);
				await page.setViewportSize({ width: 320, height: 256 });
				await expectNoOverflow(page);
			});
		});
	}
});

test('from the home screen nothing of it is offered any more', async ({ page, app }) => {
	await page.addInitScript(() => {
		const { matchMedia } = window;
		window.matchMedia = (query) =>
			query === '(display-mode: standalone)'
				? ({ matches: true } as MediaQueryList)
				: matchMedia.call(window, query);
	});
	await useIt(page, app.url);
	await expect(page.getByRole('combobox')).toBeVisible();
	await page.getByRole('link', { name: 'Trợ giúp' }).click();
	await expect(page.getByText('Đã để ứng dụng lên màn hình chính.')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Cài đặt ứng dụng' })).toHaveCount(0);
});

test('once it stands on the home screen the browser is asked to keep the data', async ({
	page,
	app,
}) => {
	await page.addInitScript(() => {
		navigator.storage.persist = () => {
			document.documentElement.dataset.persist = 'asked';
			return Promise.resolve(true);
		};
	});
	await page.goto(app.url);
	await expect(page.locator('html[data-ready]')).toBeAttached();
	await page.evaluate(() => dispatchEvent(new Event('appinstalled')));
	await expect(page.locator('html')).toHaveAttribute('data-persist', 'asked');
});

test('the browser is asked to keep a dossier at its first answer, after the reason was given', async ({
	page,
	app,
}) => {
	await page.addInitScript(() => {
		navigator.storage.persisted = () => Promise.resolve(false);
		navigator.storage.persist = () => {
			document.documentElement.dataset.persist = 'asked';
			return Promise.resolve(false);
		};
	});
	await page.goto(app.url + birthForm);
	await expect(page.getByText(/^Hồ sơ bạn viết nằm trên máy này cho tới khi gửi/)).toBeVisible();
	await page.getByRole('button', { name: 'Tiếp tục' }).click();
	await page.getByRole('textbox').fill('Nguyễn Văn An');
	const asked = page.locator('html[data-persist]');
	await expect(asked).toHaveCount(0);
	await page.getByRole('button', { name: 'Tiếp tục' }).click();
	await expect(asked).toHaveCount(1);
	await page.goto(`${app.url}/cai-dat/bo-nho`);
	await expect(page.getByText(/^Khi máy đầy, trình duyệt có thể tự xóa/)).toBeVisible();
	await page.getByRole('button', { name: 'Giữ dữ liệu trên máy này' }).click();
	await expect(page.getByText(/^Trình duyệt chưa hứa giữ/)).toBeVisible();
});

test('the icon shows how many dossiers wait, and nothing once they have arrived', async ({
	page,
	app,
	context,
}) => {
	await page.addInitScript(() => {
		navigator.setAppBadge = (count = 0) => {
			document.documentElement.dataset.badge = String(count);
			return Promise.resolve();
		};
	});
	await fillGeneral(page, app.url, '1.001022');
	await context.setOffline(true);
	await page.getByRole('button', { name: 'Nộp hồ sơ' }).click();
	const badge = page.locator('html');
	await expect(badge).toHaveAttribute('data-badge', '1');
	await context.setOffline(false);
	await expect(page.getByText('Máy chủ đã nhận')).toBeVisible({ timeout: 30_000 });
	await expect(badge).toHaveAttribute('data-badge', '0');
});

test('back from a procedure leads to the list as it was left: what was asked, and how far down', async ({
	page,
	app,
}) => {
	await page.goto(app.url);
	const field = page.getByRole('combobox');
	await field.fill('dang ky');
	await page.getByRole('option').nth(7).waitFor();
	await page.getByRole('button', { name: 'Lọc kết quả' }).waitFor();
	await page.evaluate(() => scrollTo(0, 400));
	const names = await page.getByRole('option').allInnerTexts();
	const before = await page.evaluate(() => scrollY);
	expect(before).toBeGreaterThan(200);
	const option = page.getByRole('option').nth(5);
	await option.click();
	await expect(page.getByRole('heading', { name: 'Tóm tắt' })).toBeVisible();
	await page.goBack();
	await expect(field).toHaveValue('dang ky');
	expect(await page.getByRole('option').allInnerTexts()).toEqual(names);
	await expect.poll(() => page.evaluate(() => scrollY)).toBe(before);
});

test('back closes what a screen has opened, before it leaves the screen', async ({ page, app }) => {
	await stubRecogniser(page, { silent: true });
	await page.goto(app.url + birth);
	await page.getByRole('button', { name: 'Nghe', exact: true }).click();
	await page.getByRole('button', { name: 'Thêm', exact: true }).click();
	const slower = page.getByRole('button', { name: 'Chậm lại', exact: true });
	await expect(slower).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(slower).toHaveCount(0);
	await expect(page.getByRole('heading', { name: 'Tóm tắt' })).toBeVisible();

	await page.getByRole('button', { name: 'Nói', exact: true }).click();
	const listening = page.getByRole('group', { name: 'Đang nghe' });
	await expect(listening).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(listening).toHaveCount(0);

	await page.goto(`${app.url}/giay-to-cua-toi?xem=xoa-het`);
	await page.getByRole('button', { name: 'Xóa hết', exact: true }).click();
	const sure = page.getByRole('button', { name: 'Xóa hết, tôi chắc chắn' });
	await expect(sure).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(sure).toHaveCount(0);
	await expect(page).toHaveURL(/xem=xoa-het/);
});

test.describe('what the browser has cleared away', () => {
	test('is no secret when it was to be sent', async ({ page, app }) => {
		await page.goto(app.url + birthForm + '?buoc=childName');
		await page.getByRole('textbox').fill('Nguyễn Văn An');
		await page.getByRole('button', { name: 'Tiếp tục' }).click();
		const noted = () => page.evaluate(() => localStorage.getItem('mot-cua-noi.waiting'));
		await expect.poll(noted).toContain('1.001193');
		await page.goto(`${app.url}/manifest.webmanifest`);
		await page.evaluate(
			() =>
				new Promise((resolve) => {
					indexedDB.deleteDatabase('mot-cua-noi-outbox').onsuccess = resolve;
				}),
		);
		await page.goto(`${app.url}/hop-gui`);
		const alert = page.getByRole('alert', { name: 'Máy này đã mất dữ liệu' });
		await expect(alert).toContainText('Trình duyệt đã tự xóa 1 hồ sơ chưa gửi');
		await expect(alert.getByRole('link', { name: /^Làm lại: .*khai sinh/i })).toBeVisible();
		await alert.getByRole('button', { name: 'Tôi đã biết' }).click();
		await page.reload();
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await expect.poll(noted).toBe('{"waiting":[]}');
		await expect(alert).toHaveCount(0);
	});

	test('is fetched again where it can be, and said', async ({ page, app }) => {
		const ready = page.getByText('Đã sẵn sàng khi không có mạng').first();
		await page.goto(app.url);
		await page.getByRole('combobox').fill('khai sinh');
		await expect(ready).toBeVisible({ timeout: 60_000 });
		await page.goto(`${app.url}/manifest.webmanifest`);
		await page.evaluate(async () => {
			for (const name of await caches.keys()) await caches.delete(name);
			await new Promise((resolve) => {
				indexedDB.deleteDatabase('mot-cua-noi').onsuccess = resolve;
			});
		});
		await page.goto(app.url);
		await page.getByRole('combobox').fill('khai sinh');
		await expect(page.getByText(/^Trình duyệt đã tự xóa danh mục/)).toBeVisible();
		await expect(ready).toBeVisible({ timeout: 60_000 });
		const shell = () =>
			page.evaluate(async () => {
				const names = (await caches.keys()).filter((name) => name.includes('precache'));
				const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
				return keys.flat().map(({ url }) => new URL(url).pathname);
			});
		await expect.poll(shell).toContain('/shell.html');
	});
});

test.describe('on a full phone', () => {
	test('procedures stop coming before dossiers would lack the room', async ({ page, app }) => {
		await page.addInitScript(() => {
			navigator.storage.estimate = () => Promise.resolve({ usage: 90e6, quota: 100e6 });
		});
		await page.goto(app.url);
		await page.getByRole('combobox').fill('khai sinh');
		await page.getByRole('option').first().waitFor();
		await page.getByRole('button', { name: 'Xóa ô tìm kiếm' }).click();
		const full = /^Máy gần đầy, không cất thêm được/;
		await expect(page.getByRole('main').getByText(full)).toBeVisible();
		await expect(page.getByRole('status').filter({ hasText: full })).toHaveCount(1);
		expect(await packsHere(page)).toBe(2);
	});

	test('a dossier takes the room of procedures that can be fetched again', async ({
		page,
		app,
	}) => {
		await page.goto(app.url);
		await page.getByRole('combobox').fill('khai sinh');
		await expect(page.getByText('Đã sẵn sàng khi không có mạng').first()).toBeVisible({
			timeout: 60_000,
		});
		expect(await packsHere(page)).toBeGreaterThan(2);
		// The disk is full until something goes.
		await page.addInitScript(() => {
			let full = true;
			const { put, add } = IDBObjectStore.prototype;
			const remove = IDBObjectStore.prototype.delete;
			const refuse = (own: typeof put) =>
				function (this: IDBObjectStore, ...given: Parameters<typeof put>) {
					if (full && this.transaction.db.name === 'mot-cua-noi-outbox' && this.name === 'drafts')
						throw new DOMException('full', 'QuotaExceededError');
					return own.apply(this, given);
				};
			IDBObjectStore.prototype.put = refuse(put);
			IDBObjectStore.prototype.add = refuse(add);
			IDBObjectStore.prototype.delete = function (this: IDBObjectStore, key) {
				if (this.name === 'packs') full = false;
				return remove.call(this, key);
			};
		});
		await page.goto(`${app.url}${birthForm}?buoc=childName`);
		await page.getByRole('textbox').fill('Nguyễn Văn An');
		await page.getByRole('button', { name: 'Tiếp tục' }).click();
		await expect.poll(() => packsHere(page)).toBe(2);
		await page.goto(`${app.url}/hop-gui`);
		await expect(page.getByRole('link', { name: /khai sinh/i })).toBeVisible();
	});
});

/** How many packs of the catalogue are on this phone; its index and everyday words are two. */
const packsHere = (page: Page) =>
	page.evaluate(
		() =>
			new Promise<number>((resolve) => {
				const opening = indexedDB.open('mot-cua-noi');
				opening.onsuccess = () => {
					const db = opening.result;
					const counting = db.transaction('packs').objectStore('packs').count();
					counting.onsuccess = () => {
						db.close();
						resolve(counting.result);
					};
				};
			}),
	);
