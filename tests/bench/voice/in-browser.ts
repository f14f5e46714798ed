/** The spoken journeys in a real Chromium against the built app: turns, and what talking takes. */
import { chromium, type Browser } from 'playwright';
import { chromiumPath } from '../../support/chromium.ts';
import { apply, ask, journeys } from '../../support/journeys.ts';
import { mishearing } from '../../support/listening-noise.ts';
import { startServer } from '../../support/server.ts';
import { fillByVoice, openByVoice, turnsOf } from '../../support/talker.ts';
import { secondsOf, type Said } from './seconds.ts';

const seeds = [1, 2, 3, 4];
const print = (name: string, turns: readonly Said[]) =>
	console.log(
		`  ${name.padEnd(64)} ${String(turns.length).padStart(3)} turns  ${Math.round(secondsOf(turns))} s`,
	);

/** @returns what went wrong, by name */
export async function measureInBrowser(): Promise<readonly string[]> {
	const server = await startServer();
	const executablePath = chromiumPath();
	const args = ['--no-sandbox', '--disable-dev-shm-usage'];
	const browser = await chromium.launch(executablePath ? { executablePath, args } : { args });
	try {
		return [...(await clean(browser, server.url)), ...(await misheard(browser, server.url))];
	} finally {
		await browser.close();
		await server.remove();
	}
}

async function personIn(browser: Browser, url: string) {
	const context = await browser.newContext({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });
	const page = await context.newPage();
	await openByVoice(page, url);
	return page;
}

async function clean(browser: Browser, url: string): Promise<readonly string[]> {
	console.log('Journeys in Chromium, one after the other. Turns, and the time talking takes.');
	const page = await personIn(browser, url);
	for (const { name, go } of journeys) {
		const before = turnsOf(page).length;
		try {
			await go(page);
		} catch (error) {
			console.error(error);
			return [name];
		}
		print(name, turnsOf(page).slice(before));
	}
	await page.context().close();
	return [];
}

async function misheard(browser: Browser, url: string): Promise<readonly string[]> {
	console.log('From a question to a birth registered, misheard 17 % of the time.');
	const failures: string[] = [];
	for (const seed of seeds) {
		const page = await personIn(browser, url);
		const hear = mishearing(seed, 1 / 6);
		try {
			await ask(page, hear);
			await apply(page, hear);
			const { ended } = await fillByVoice(page, 'birth-registration', hear);
			print(`seed ${seed}, ${ended}`, turnsOf(page));
		} catch (error) {
			console.error(error);
			failures.push(`misheard, seed ${seed}`);
		}
		await page.context().close();
	}
	return failures;
}
