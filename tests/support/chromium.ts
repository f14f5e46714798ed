import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

/**
 * Where the browser for the tests is: `CHROMIUM_PATH`, a Chromium of the system, or the one Playwright downloaded.
 * @returns a path, or undefined to let Playwright use its own
 * @throws with the one line that says how to get a browser
 */
export function chromiumPath(): string | undefined {
	const own = process.env.CHROMIUM_PATH;
	const system = [own, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
	const found = system.find((path) => path && existsSync(path));
	if (found) return found;
	if (existsSync(chromium.executablePath())) return undefined;
	throw new Error(
		'No browser for the tests: run `npx playwright install chromium`, or set CHROMIUM_PATH to a Chromium.',
	);
}

/** For a browser that does nothing of its own accord: no update, no sync, no network but the test's. */
export const quietChromium: readonly string[] = [
	'--no-sandbox',
	'--disable-dev-shm-usage',
	'--disable-quic',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--no-first-run',
];
