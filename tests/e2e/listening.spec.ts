import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { expectAccessible } from '../support/axe.ts';
import { recordingsMissing } from '../support/recording.ts';
import { hasRecordings, voicePackDirectory } from '../support/recordings.ts';
import { stubRecogniser } from '../support/recogniser.ts';
import { startServer } from '../support/server.ts';

/** What the panel has shown since, even for a moment: `listens` or `between`, no state twice in a row. */
async function panelStates(page: Page) {
	await page.evaluate(() => {
		const seen: string[] = [];
		Object.assign(window, { seen });
		new MutationObserver(() => {
			const text = document.querySelector('[role="group"][aria-label="Đang nghe"]')?.textContent;
			const state = /Rảnh tay/.test(text ?? '') ? 'between' : /Xong/.test(text ?? '') && 'listens';
			if (state && state !== seen.at(-1)) seen.push(state);
		}).observe(document.body, { subtree: true, childList: true, characterData: true });
	});
	return () => page.evaluate(() => (window as unknown as { seen: string[] }).seen);
}

test('the microphone’s state is shown, and a tap on Xong or Thôi ends it', async ({
	page,
	app,
}) => {
	await stubRecogniser(page, { silent: true });
	await page.goto(app.url);
	await page.getByRole('button', { name: 'Nói' }).click();
	const panel = page.getByRole('group', { name: 'Đang nghe' });
	await expect(panel).toContainText('Đang nghe… Bạn nói đi.');
	await expect(panel.getByRole('button', { name: 'Xong' })).toBeVisible();
	await expectAccessible(page);
	await panel.getByRole('button', { name: 'Thôi' }).click();
	await expect(panel).toHaveCount(0);
});

test('hands-free, it listens again after the answer, until it is stopped', async ({
	page,
	app,
}) => {
	await stubRecogniser(page, { say: 'làm giấy khai sinh' });
	await page.goto(`${app.url}/cai-dat`);
	await page.locator('html[data-ready]').waitFor();
	await page.getByRole('checkbox', { name: /Rảnh tay/ }).check();
	await page.goto(app.url);
	const states = await panelStates(page);
	await page.getByRole('button', { name: 'Nói' }).click();
	await expect.poll(async () => (await states()).join()).toMatch(/listens,between,listens,between/);
	const panel = page.getByRole('group', { name: 'Đang nghe' });
	await panel.getByRole('button', { name: /Thôi|Dừng nghe/ }).click();
	await expect(panel).toHaveCount(0);
	await expect(page.getByText('Tôi nghe: “làm giấy khai sinh”').first()).toBeVisible();
});

test('pressed once, it listens once', async ({ page, app }) => {
	await stubRecogniser(page, { say: 'làm giấy khai sinh' });
	await page.goto(app.url);
	await page.getByRole('button', { name: 'Nói' }).click();
	await expect(page.getByText('Tôi nghe: “làm giấy khai sinh”').first()).toBeVisible();
	await expect(page.getByRole('group', { name: 'Đang nghe' })).toHaveCount(0);
});

test('nothing is said about a voice pack where the operator has none', async ({ page, app }) => {
	const offered = page.waitForResponse(/voice-pack\/manifest\.json/);
	await page.goto(`${app.url}/cai-dat`);
	expect((await offered).status()).toBe(404);
	await expect(page.getByText('Nghe khi không có mạng')).toHaveCount(0);
});

test(`the operator’s voice pack is fetched once, works, outlives the network and can be erased${
	hasRecordings ? '' : ` (${recordingsMissing})`
}`, async ({ page, context }) => {
	test.skip(!hasRecordings, recordingsMissing);
	const server = await startServer({ env: { VOICE_PACK_DIR: voicePackDirectory } });
	const asked: string[] = [];
	page.on('request', (request) => asked.push(new URL(request.url()).pathname));
	await page.goto(`${server.url}/cai-dat`);
	await page.evaluate(() => navigator.serviceWorker.ready);
	await expect(page.getByText(/Tải bộ nghe 1,1 MB/)).toBeVisible();
	expect(asked.filter((path) => /soundswallower|phrases\.worker|\/mdef/.test(path))).toEqual([]);
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Tải bộ nghe' }).click();
	await expect(page.getByText('Bộ nghe đã ở trên máy.')).toBeVisible();
	expect(asked).toContain('/voice-pack/mdef');
	await page.goto(server.url);
	await context.setOffline(true);
	await page.goto(`${server.url}/cai-dat`);
	await expect(page.getByText('Bộ nghe đã ở trên máy.')).toBeVisible();
	await context.setOffline(false);
	await page.getByRole('button', { name: 'Xóa bộ nghe' }).click();
	await expect(page.getByRole('button', { name: 'Tải bộ nghe' })).toBeVisible();
	await server.remove();
});
