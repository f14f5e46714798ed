import type { Page } from '@playwright/test';
import { expect, onlineTest as test } from '../support/app.ts';

/** The screen as it stands before the app's scripts have come. */
async function openWithoutApp(page: Page, address: string): Promise<() => void> {
	let letAppCome!: () => void;
	const appComes = new Promise<void>((resolve) => (letAppCome = resolve));
	await page.context().route(/_app\/immutable\/.*\.js/, async (route) => {
		await appComes;
		await route.continue();
	});
	await page.goto(address, { waitUntil: 'commit' });
	return letAppCome;
}

test('a button tapped before the app has come is answered when it has', async ({ page, app }) => {
	const letAppCome = await openWithoutApp(page, `${app.url}/cai-dat/giong-doc`);
	const pitch = page.getByRole('group', { name: 'Độ cao' });
	await pitch.getByRole('button', { name: 'Trầm hơn' }).click();
	await pitch.getByRole('button', { name: 'Cao hơn' }).click();
	await expect(pitch.getByRole('button', { name: 'Cao hơn' })).toHaveAttribute('aria-busy');
	await expect(pitch.getByRole('button', { name: 'Trầm hơn' })).not.toHaveAttribute('aria-busy');
	letAppCome();
	await expect(pitch).toContainText('110 phần trăm');
	await expect(pitch.getByRole('button', { name: 'Cao hơn' })).not.toHaveAttribute('aria-busy');
});

test('a choice made before the app has come is kept', async ({ page, app }) => {
	const letAppCome = await openWithoutApp(page, `${app.url}/cai-dat/giong-doc`);
	await page.getByText('Miền Nam').click();
	letAppCome();
	await expect(page.locator('html[data-ready]')).toBeAttached();
	await page.reload();
	await expect(page.getByRole('radio', { name: 'Miền Nam' })).toBeChecked();
});

test('Nghe tapped before the app has come reads when it has', async ({ page, app }) => {
	const letAppCome = await openWithoutApp(page, `${app.url}/thu-tuc/1.001193`);
	await page.getByRole('button', { name: 'Nghe', exact: true }).click();
	letAppCome();
	await expect(page.locator('.spoken')).toHaveCount(1);
});
