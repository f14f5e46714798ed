import { readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { toWords } from '../../src/lib/vietnamese/index.ts';
import { expect, onlineTest as test } from '../support/app.ts';
import { stubVoice } from '../support/spoken.ts';

const form = '/nop/1.001193';
/** Every screen of the citizen's side: its folder among the routes → addresses that show its states. */
const screens: Record<string, readonly string[]> = {
	'': ['/', '/?q=zzzzqqqq', '/?q=khai+sinh'],
	'ban-nghe': ['/ban-nghe'],
	'cai-dat': ['/cai-dat'],
	'chia-se': ['/chia-se'],
	'co-quan': ['/co-quan'],
	'co-quan/[agency]': ['/co-quan/khong-co'],
	'giay-to-cua-toi': [
		'/giay-to-cua-toi',
		'/giay-to-cua-toi?xem=them-giay',
		'/giay-to-cua-toi?xem=khoa',
		'/giay-to-cua-toi?xem=chuyen-may',
		'/giay-to-cua-toi?xem=giu-lai',
		'/giay-to-cua-toi?xem=xoa-het',
	],
	'ho-so': ['/ho-so'],
	'hop-gui': ['/hop-gui'],
	'linh-vuc': ['/linh-vuc'],
	'linh-vuc/[field]': ['/linh-vuc/ho-tich', '/linh-vuc/khong-co'],
	'nop/[code]': [
		form,
		`${form}?buoc=childBirthDate`,
		`${form}?buoc=childSex`,
		`${form}?buoc=noi-nhan`,
		`${form}?buoc=giay-to`,
		`${form}?buoc=xem-lai`,
	],
	'cai-dat/bo-nho': ['/cai-dat/bo-nho'],
	'cai-dat/giong-doc': ['/cai-dat/giong-doc'],
	'thu-tuc/[code]': ['/thu-tuc/1.001193', '/thu-tuc/9.999999'],
	'tro-giup': ['/tro-giup'],
	viec: ['/viec'],
	'viec/[event]': ['/viec/birth'],
};

const routes = readdirSync('src/routes/(citizen)', { recursive: true, encoding: 'utf8' })
	.filter((file) => file.endsWith('+page.svelte'))
	.map((file) => file.replace(/\/?\+page\.svelte$/, ''));

test('every route is among the screens walked here', () => {
	expect(routes.sort()).toEqual(Object.keys(screens).sort());
});

/** The question that results answer was the person's own; a procedure is walked by section, past its cases. */
const unheard: Readonly<Record<string, string>> = {
	'/?q=khai+sinh': 'h1',
	'/thu-tuc/1.001193': 'h3',
};

const visibleHeadings = (page: Page, address: string) =>
	page
		.locator('main :is(h1, h2, h3):visible')
		.and(page.locator(`:not(${unheard[address] ?? 'h4'})`))
		.evaluateAll((all) => all.map(({ textContent }) => textContent?.trim() ?? ''));

/** The headings once the screen has come to rest: what is shown while something loads is no part of it. */
async function settledHeadings(page: Page, address: string): Promise<string[]> {
	let [before, now] = [[''], await visibleHeadings(page, address)];
	while (before.join() !== now.join()) {
		await page.waitForTimeout(400);
		[before, now] = [now, await visibleHeadings(page, address)];
	}
	return now;
}

/** Presses on, each time when something new is said, until reading is over. */
async function readAll(page: Page, key: string): Promise<string> {
	await page.getByRole('button', { name: 'Nghe', exact: true }).click();
	await page.waitForFunction(() => window.spoken.length > 0);
	for (let over = false; !over;) {
		const before = await page.evaluate(() => window.spoken.length);
		await page.keyboard.press(key);
		// Looked for at every frame: what is read is long, and a test must not sleep between its sentences.
		const next = await page.waitForFunction((said) => {
			const buttons = [...document.querySelectorAll('button')];
			const over = buttons.some(
				(button) => (button.ariaLabel ?? button.textContent?.trim()) === 'Nghe',
			);
			return over ? 'over' : window.spoken.length > said && 'on';
		}, before);
		over = (await next.jsonValue()) === 'over';
	}
	return (await page.evaluate(() => window.spoken)).join(' ').toLowerCase();
}

for (const [route, addresses] of Object.entries(screens)) {
	for (const address of addresses) {
		test(`“Nghe” says every heading of ${address}`, async ({ page, app }) => {
			await stubVoice(page);
			// What the app says by itself between two sentences is no part of a screen; the home screen asks first.
			if (route !== '')
				await page.addInitScript(() =>
					localStorage.setItem('mot-cua-noi.settings', '{"mode":"screen-reader"}'),
				);
			await page.goto(app.url + address);
			await expect(page.locator('html[data-ready]')).toBeAttached();
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			// What is shown while the catalogue comes is no part of a screen either.
			if (address.includes('?q='))
				await expect(
					page
						.getByRole('option')
						.or(page.getByText('Không tìm thấy', { exact: true }))
						.first(),
				).toBeVisible();
			await expect(page.getByText(/Đang chuẩn bị danh mục|chưa về tới máy/)).toHaveCount(0);
			const headings = await settledHeadings(page, address);
			expect(headings.length).toBeGreaterThan(0);
			// A procedure's own sentences are left after their heading.
			const said = await readAll(page, route.startsWith('thu-tuc') ? 'Alt+PageDown' : 'F9');
			expect(said.length).toBeGreaterThan(10);
			for (const heading of headings) {
				// A name longer than a breath is read by its beginning first.
				const words = toWords(heading)
					.words.toLowerCase()
					.replace(/[.,:;?!]+$/, '')
					.slice(0, 100);
				expect(said, heading).toContain(words);
			}
		});
	}
}
