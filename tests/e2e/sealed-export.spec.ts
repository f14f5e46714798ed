import { dossier } from '../faults/entries.ts';
import { bringOnPhone, callOnPhone, carried } from '../faults/on-phone.ts';
import { photo } from '../faults/real-server.ts';
import { Random } from '../faults/random.ts';
import { expect, test } from '../support/app.ts';
import { expectAccessible, expectLargeTargets, expectNoOverflow } from '../support/axe.ts';
import { runCommand } from '../support/dossier-list.ts';
import { startServer } from '../support/server.ts';

test('what cannot be sent leaves as a sealed file, and sent as well it stays one dossier', async ({
	page,
	context,
}, info) => {
	const server = await startServer();
	try {
		// It has been here with a network once: the server's key is on the phone.
		await page.goto(`${server.url}/hop-gui`);
		await expect
			.poll(() => page.evaluate(() => localStorage.getItem('mot-cua-noi.sealing-key')))
			.toContain('"enc"');
		await context.route('**/api/**', (route) => route.abort());
		const entry = await dossier([photo('photo', 1_300_000, new Random(1))]);
		await page.goto(`${server.url}/healthz`);
		await bringOnPhone(page);
		await callOnPhone(page, 'enqueue', [await carried(entry)]);

		await page.goto(`${server.url}/hop-gui`);
		const make = page.getByRole('button', { name: 'Tạo tệp mang đi' });
		await expect(make).toBeVisible();
		await expectAccessible(page);
		await expectLargeTargets(page);
		const download = page.waitForEvent('download');
		await make.click();
		const path = info.outputPath('ho-so.motcua');
		await (await download).saveAs(path);
		await expect(page.getByText(/^Đã lưu tệp ho-so-[\d-]+\.motcua/)).toBeVisible();
		await expect(page.getByText(/^Đã cất vào tệp mang đi lúc/)).toBeVisible();
		await page.setViewportSize({ width: 320, height: 640 });
		await expectNoOverflow(page);

		const [taken, ...more] = await runCommand(server.dataDir, 'receive', path);
		expect(more).toEqual([]);
		expect(taken).toMatchObject({ result: 'received', id: entry.id, first: true });
		const { receipt } = taken as unknown as { receipt: { code: string; secret: string } };

		await context.unroute('**/api/**');
		// It may have gone by itself already.
		const now = page.getByRole('button', { name: 'Gửi ngay' });
		await now.click({ timeout: 5_000 }).catch(() => undefined);
		await expect(page.getByText(receipt.code)).toBeVisible();
		await page.goto(`${server.url}/healthz`);
		await bringOnPhone(page);
		const seen = await callOnPhone(page, 'look', [entry.id]);
		expect(seen[entry.id]).toMatchObject({ state: 'delivered', receipt });
		expect(await runCommand(server.dataDir, 'dossiers')).toHaveLength(1);
	} finally {
		await server.remove();
	}
});

test('a phone that never met the server says what is missing', async ({ page, context, app }) => {
	await context.route('**/api/keys', (route) => route.abort());
	await context.route('**/api/dossiers/**', (route) => route.abort());
	await page.goto(`${app.url}/healthz`);
	await bringOnPhone(page);
	await callOnPhone(page, 'enqueue', [await carried(await dossier())]);
	await page.goto(`${app.url}/hop-gui`);
	await page.getByRole('button', { name: 'Tạo tệp mang đi' }).click();
	await expect(page.getByText(/^Máy này chưa nhận được khóa của máy chủ/)).toBeVisible();
	await expect(page.getByText(/^Đã cất vào tệp mang đi lúc/)).toHaveCount(0);
});
