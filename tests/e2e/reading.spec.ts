import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { expect, onlineTest as test } from '../support/app.ts';

const procedure = '/thu-tuc/1.001193';
const spoken = (page: Page) => page.locator('.spoken');
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** The words that the highlight marks just now. */
const marked = (page: Page) =>
	page.evaluate(() => [...(CSS.highlights.get('spoken-word') ?? [])].map(String));

/** Opens the procedure; its page is there before the app that answers taps and keys. */
async function open(page: Page, url: string) {
	await page.goto(url + procedure);
	await expect(page.locator('html[data-ready]')).toBeAttached();
}

async function listen(page: Page, url: string) {
	await open(page, url);
	await press(page, 'Nghe');
	await expect(page.getByRole('button', { name: 'Tạm dừng' })).toBeVisible();
	await expect(spoken(page)).toHaveCount(1);
}

test('the bundled voice reads on by itself, sentence by sentence, word by word', async ({
	page,
	app,
}) => {
	await listen(page, app.url);
	await press(page, 'Phần sau');
	await expect(spoken(page)).toHaveText('Tóm tắt');
	await expect(page.locator('p .spoken, li .spoken').first()).toBeVisible();
	await expect.poll(() => marked(page)).toHaveLength(1);
	const [word = ''] = await marked(page);
	expect(await spoken(page).textContent()).toContain(word.trim());
	const first = await spoken(page).textContent();
	await expect(spoken(page)).not.toHaveText(first ?? '', { timeout: 20_000 });
});

test('moves by sentence and by section, forth and back, and repeats', async ({ page, app }) => {
	await listen(page, app.url);
	for (const heading of ['Tóm tắt', 'Giấy tờ cần nộp', 'Các bước thực hiện']) {
		await press(page, 'Phần sau');
		await expect(page.locator('h2.spoken')).toHaveText(heading);
	}
	await press(page, 'Câu sau');
	await expect(spoken(page)).toHaveText(/^Có .* bước\.$/);
	await expect(page.getByText(/^Các bước thực hiện · câu 1 trên \d+/)).toBeVisible();
	await press(page, 'Thêm');
	await press(page, 'Phần trước');
	await expect(page.locator('h2.spoken')).toHaveText('Các bước thực hiện');
	await press(page, 'Phần trước');
	await expect(page.locator('h2.spoken')).toHaveText('Giấy tờ cần nộp');
	await press(page, 'Câu sau');
	await press(page, 'Đọc lại');
	await expect(spoken(page)).toHaveText(/^Có .* loại giấy tờ\.$/);
});

test('a new speed counts at once and is remembered', async ({ page, app }) => {
	await listen(page, app.url);
	await press(page, 'Thêm');
	await press(page, 'Nhanh hơn');
	await expect(page.getByText('Tốc độ 115 phần trăm')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Tạm dừng' })).toBeVisible();
	await page.reload();
	await press(page, 'Nghe');
	await expect(page.getByText('Tốc độ 115 phần trăm')).toBeVisible();
});

test('starts at a tapped sentence, at a section’s button, and by Enter', async ({ page, app }) => {
	await open(page, app.url);
	const sentence = page.locator('.documents li [data-sentence]').nth(1);
	await sentence.click();
	await expect(sentence).toHaveClass(/spoken/);
	await press(page, 'Nghe phần Nơi nộp');
	await expect(page.locator('h2.spoken')).toHaveText('Nơi nộp');
	await press(page, 'Tạm dừng');
	await page.locator('[data-sentence][tabindex="0"]').focus();
	await page.keyboard.press('ArrowDown');
	const chosen = await page.evaluate(() => document.activeElement?.textContent);
	await page.keyboard.press('Enter');
	await expect(spoken(page)).toHaveText(chosen ?? '');
});

test('keys read, move and stop on every screen, and a person’s own take their place', async ({
	page,
	app,
}) => {
	await open(page, app.url);
	await page.keyboard.press('F8');
	await expect(page.getByRole('button', { name: 'Tạm dừng' })).toBeVisible();
	await page.keyboard.press('Alt+PageDown');
	await expect(page.locator('h2.spoken')).toHaveText('Tóm tắt');
	await page.keyboard.press('Shift+F8');
	await expect(spoken(page)).toHaveCount(0);

	await page.goto(`${app.url}/cai-dat`);
	await expect(page.locator('html[data-ready]')).toBeAttached();
	await press(page, 'Đổi phím: Nghe, tạm dừng');
	await page.keyboard.press('k');
	await expect(page.getByText(/Không dùng một chữ hay một số riêng lẻ/)).toBeVisible();
	await page.keyboard.press('Control+Alt+k');
	await expect(page.getByText('Ctrl+Alt+K').first()).toBeVisible();
	await open(page, app.url);
	await page.keyboard.press('F8');
	await page.keyboard.press('Control+Alt+k');
	await expect(page.getByRole('button', { name: 'Tạm dừng' })).toBeVisible();
});

test('reads on another day where it was left', async ({ page, app }) => {
	await listen(page, app.url);
	await press(page, 'Nghe phần Các bước thực hiện');
	await press(page, 'Câu sau');
	await press(page, 'Câu sau');
	await press(page, 'Tạm dừng');
	const left = (await spoken(page).textContent()) ?? '';
	await page.reload();
	await press(page, 'Đọc tiếp từ phần Các bước thực hiện');
	await expect(spoken(page)).toHaveText(left);
	await expect(page.getByRole('button', { name: 'Tạm dừng' })).toBeVisible();
});

test('skimming says less, and a paragraph in full when asked', async ({ page, app }) => {
	await listen(page, app.url);
	await press(page, 'Thêm');
	await press(page, 'Đọc lướt');
	await expect(page.getByRole('button', { name: 'Đọc lướt' })).toHaveAttribute(
		'aria-pressed',
		'true',
	);
	await press(page, 'Nghe phần Giấy tờ cần nộp');
	await press(page, 'Câu sau');
	await press(page, 'Câu sau');
	const lead = (await spoken(page).textContent()) ?? '';
	await press(page, 'Đọc đủ đoạn này');
	await press(page, 'Câu sau');
	const rest = page.locator('.documents li').first().locator('[data-sentence]').nth(1);
	await expect(rest).toHaveClass(/spoken/);
	expect(await rest.textContent()).not.toBe(lead);
});

test('the page follows what is read until the person scrolls, and comes back when asked', async ({
	page,
	app,
}) => {
	await listen(page, app.url);
	await press(page, 'Nghe phần Căn cứ pháp lý');
	await expect(page.locator('h2.spoken')).toBeInViewport();
	await page.mouse.move(180, 300);
	await page.mouse.wheel(0, -9_000);
	await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
	await press(page, 'Về chỗ đang đọc');
	await expect(spoken(page)).toBeInViewport();
	await expect(page.getByRole('button', { name: 'Về chỗ đang đọc' })).toHaveCount(0);
});

test('the lock screen shows what is read and has its controls', async ({ page, app }) => {
	await page.addInitScript(() => {
		const handlers: Record<string, (() => void) | null> = {};
		Object.assign(window, { handlers });
		const { mediaSession } = navigator;
		mediaSession.setActionHandler = (action, act) => {
			handlers[action] = act as () => void;
		};
	});
	await listen(page, app.url);
	await press(page, 'Nghe phần Nơi nộp');
	const shown = () =>
		page.evaluate(() => [
			navigator.mediaSession.metadata?.title,
			navigator.mediaSession.metadata?.artist,
			navigator.mediaSession.playbackState,
		]);
	await expect.poll(shown).toEqual(['Nơi nộp', 'Thủ tục đăng ký khai sinh', 'playing']);
	const act = (action: string) =>
		page.evaluate(
			(name) => (window as unknown as { handlers: Record<string, () => void> }).handlers[name]?.(),
			action,
		);
	await act('nexttrack');
	await expect(page.locator('h2.spoken')).toHaveText('Yêu cầu, điều kiện');
	await act('pause');
	await expect(page.getByRole('button', { name: 'Nghe', exact: true })).toBeVisible();
	await act('play');
	await expect(page.getByRole('button', { name: 'Tạm dừng' })).toBeVisible();
	await act('seekforward');
	await expect(page.locator('h2.spoken')).toHaveCount(0);
	await act('stop');
	await expect(spoken(page)).toHaveCount(0);
});

test('two windows never speak at once', async ({ page, context, app }) => {
	await listen(page, app.url);
	const other = await context.newPage();
	await listen(other, app.url);
	await expect(page.getByRole('button', { name: 'Nghe', exact: true })).toBeVisible();
});

test('keeps a procedure as an MP3 that every player opens', async ({ page, app }) => {
	await open(page, app.url);
	const started = Date.now();
	await press(page, 'Lưu bản nghe');
	await expect(page.getByRole('progressbar', { name: 'Đang làm bản nghe' })).toBeVisible();
	const kept = page.getByText(/^Dài .*đã ở trên máy\.$/);
	await expect(kept).toBeVisible({ timeout: 80_000 });
	const madeInMs = Date.now() - started;
	const [, minutes = '0', seconds = '0'] =
		/(\d+) phút (\d+) giây/.exec((await kept.textContent()) ?? '') ?? [];
	const told = Number(minutes) * 60 + Number(seconds);

	const downloading = page.waitForEvent('download');
	await press(page, 'Tải về');
	const download = await downloading;
	expect(download.suggestedFilename()).toBe('thu-tuc-dang-ky-khai-sinh-1.001193.mp3');
	const bytes = await readFile(await download.path());
	expect(bytes.subarray(0, 3).toString('latin1')).toBe('ID3');
	expect(bytes.includes(Buffer.from('Thủ tục đăng ký khai sinh', 'utf16le'))).toBe(true);

	const heard = await page.evaluate(async (base64) => {
		const file = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
		const audio = await new OfflineAudioContext(1, 1, 22_050).decodeAudioData(file.buffer);
		const samples = audio.getChannelData(0);
		let loud = 0;
		for (const sample of samples) if (Math.abs(sample) > 0.02) loud++;
		return {
			seconds: audio.duration,
			loud: loud / samples.length,
			channels: audio.numberOfChannels,
		};
	}, bytes.toString('base64'));
	expect(heard.channels).toBe(1);
	expect(Math.abs(heard.seconds - told)).toBeLessThan(2);
	expect(heard.seconds).toBeGreaterThan(60);
	expect(heard.loud).toBeGreaterThan(0.2);
	test.info().annotations.push({
		type: 'recording',
		description: JSON.stringify({ ...heard, bytes: bytes.length, madeInMs }),
	});

	await expectAccessible(page);
	await page.reload();
	await expect(kept).toBeVisible();
	await page.goto(`${app.url}/ban-nghe`);
	await expect(
		page.getByRole('heading', { level: 2, name: 'Thủ tục đăng ký khai sinh' }),
	).toBeVisible();
	await expectAccessible(page);
	await press(page, 'Xóa bản nghe: Thủ tục đăng ký khai sinh');
	await press(page, 'Xóa');
	await expect(page.getByText('Chưa có bản nghe nào trên máy.')).toBeVisible();
});

test('a recording that is called off, or whose window is closed, leaves nothing', async ({
	page,
	context,
	app,
}) => {
	await open(page, app.url);
	await press(page, 'Lưu bản nghe');
	await press(page, 'Thôi, không lưu');
	await expect(page.getByRole('button', { name: 'Lưu bản nghe' })).toBeVisible();
	await press(page, 'Lưu bản nghe');
	await expect(page.getByText(/Đang làm bản nghe: [1-9]/)).toBeVisible();
	await page.close();
	const again = await context.newPage();
	await again.goto(`${app.url}/ban-nghe`);
	await expect(again.getByText('Chưa có bản nghe nào trên máy.')).toBeVisible();
});

test('a full disk is told, and nothing is kept', async ({ page, app }) => {
	await page.addInitScript(() => {
		const put = IDBObjectStore.prototype.put;
		IDBObjectStore.prototype.put = function (value: unknown, ...more) {
			if (this.name === 'recordings') throw new DOMException('full', 'QuotaExceededError');
			return put.call(this, value, ...more);
		};
	});
	await open(page, app.url);
	await press(page, 'Lưu bản nghe');
	await expect(page.getByText(/Máy gần đầy nên chưa lưu được/).first()).toBeVisible({
		timeout: 80_000,
	});
	await page.reload();
	await expect(page.getByRole('button', { name: 'Lưu bản nghe' })).toBeVisible();
	await expect(page.getByText(/đã ở trên máy/)).toHaveCount(0);
});
