import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { say, stubRecogniser } from '../support/recogniser.ts';
import { stubVoice } from '../support/spoken.ts';

declare global {
	interface Window {
		/** numbers of the controls that were pressed by the app, in order */
		pressed: string[];
	}
}

const form = '/nop/1.001193';
/** Screens in their states, each with what it takes to get there. */
const screens = [
	'/',
	'/?q=zzzzqqqq',
	'/?q=khai+sinh',
	'/ban-nghe',
	'/cai-dat',
	'/cai-dat/giong-doc',
	'/ho-so',
	'/hop-gui',
	form,
	`${form}?buoc=childBirthDate`,
	`${form}?buoc=childSex`,
	`${form}?buoc=childEthnicity`,
	`${form}?buoc=noi-nhan`,
	`${form}?buoc=giay-to`,
	`${form}?buoc=xem-lai`,
	'/thu-tuc/1.001193',
	'/thu-tuc/9.999999',
	'/tro-giup',
	'/viec',
	'/viec/birth',
	'/linh-vuc',
	'/co-quan',
];

interface Found {
	readonly id: string;
	readonly name: string;
	readonly isField: boolean;
}

/** Every control a finger could reach, with the name the accessibility tree gives it. */
async function numberControls(page: Page): Promise<Found[]> {
	const all = page.locator(
		':is(a[href], button, input:not([type="hidden"]), select, textarea, summary, [role="option"]):visible:not(:disabled)',
	);
	await all.evaluateAll((elements) =>
		elements.forEach((element, at) => element.setAttribute('data-number', String(at))),
	);
	const found: Found[] = [];
	for (const [at, one] of (await all.all()).entries()) {
		const snapshot = await one.ariaSnapshot();
		const name = /^- \S+ "((?:[^"\\]|\\.)*)"/.exec(snapshot)?.[1]?.replace(/\\"/g, '"');
		const isField = await one.evaluate((element) =>
			element.matches(
				'select, textarea, input:not([type="checkbox"], [type="radio"], [type="file"])',
			),
		);
		found.push({ id: String(at), name: name ?? (await one.innerText()), isField });
	}
	return found;
}

/** What the app presses is noted and goes no further: the screen stays as it is. */
async function notePresses(page: Page) {
	await page.evaluate(() => {
		window.pressed = [];
		document.addEventListener(
			'click',
			(event) => {
				if (event.isTrusted) return;
				event.preventDefault();
				event.stopImmediatePropagation();
				window.pressed.push(
					(event.target as Element).closest('[data-number]')?.getAttribute('data-number') ?? '',
				);
			},
			true,
		);
	});
}

const reached = (page: Page, { id, isField }: Found) =>
	page.evaluate(
		([number, field]) =>
			field
				? document.activeElement?.getAttribute('data-number') === number
				: window.pressed.includes(number as string),
		[id, isField] as const,
	);

for (const address of screens) {
	test(`whatever can be pressed on ${address} can be pressed by its name`, async ({
		page,
		app,
	}) => {
		test.setTimeout(300_000);
		await stubRecogniser(page, { silent: true });
		await stubVoice(page);
		await page.goto(app.url + address);
		await page.getByRole('heading', { level: 1 }).first().waitFor();
		if (address.includes('khai+sinh')) await page.getByRole('option').first().waitFor();
		// From now on the talk is there, and with it its own controls.
		await say(page, { say: 'nhắc lại' });
		await page.waitForTimeout(300);
		await notePresses(page);
		const controls = await numberControls(page);
		expect(controls.length).toBeGreaterThan(5);
		const missed: string[] = [];
		for (const control of controls) {
			await page.evaluate(() => {
				window.pressed = [];
				(document.activeElement as HTMLElement | null)?.blur();
			});
			await say(page, { say: `bấm ${control.name}` });
			let isReached = await waitReached(page, control);
			// Several bear the name: by its number among them.
			for (let number = 1; number <= 12 && !isReached; number++) {
				const last = (await page.locator('[data-line]').last().textContent()) ?? '';
				if (number === 1 && !/Có \d+ chỗ/.test(last)) break;
				if (number > 1) await say(page, { say: `bấm ${control.name}` });
				await say(page, { say: `số ${number}` });
				isReached = await waitReached(page, control);
			}
			if (!isReached) missed.push(control.name);
		}
		expect(missed).toEqual([]);
	});
}

async function waitReached(page: Page, control: Found) {
	for (let waited = 0; waited < 30; waited++) {
		if (await reached(page, control)) return true;
		await page.waitForTimeout(30);
	}
	return false;
}
