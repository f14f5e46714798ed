/**
 * `npm run screens`: every screen as a person sees it – light, dark, 320 px wide, at 400 % zoom – into `screens/`,
 * and the pictures of the README and the installer into `static/screenshots/`. `npm run screens -- said- listening`
 * takes those whose name begins so.
 */
import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright';
import { chromiumPath } from './support/chromium.ts';
import { openScreen, screens } from './support/screens.ts';
import { startServer } from './support/server.ts';

const views = {
	light: { viewport: { width: 360, height: 740 }, colorScheme: 'light' },
	dark: { viewport: { width: 360, height: 740 }, colorScheme: 'dark' },
	narrow: { viewport: { width: 320, height: 640 }, colorScheme: 'light' },
	// 1280 × 1024 at 400 % is a window of 320 × 256 CSS pixels.
	zoomed: { viewport: { width: 320, height: 256 }, colorScheme: 'light', deviceScaleFactor: 4 },
	wide: { viewport: { width: 1280, height: 800 }, colorScheme: 'light' },
} as const;

const pictures: Record<string, keyof typeof views> = {
	home: 'light',
	results: 'light',
	reading: 'light',
	procedure: 'dark',
	'form-question': 'light',
};

const wanted = process.argv.slice(2);
const chosen = Object.entries(screens).filter(
	([name]) => wanted.length === 0 || wanted.some((beginning) => name.startsWith(beginning)),
);

mkdirSync('screens', { recursive: true });
mkdirSync('static/screenshots', { recursive: true });
const executablePath = chromiumPath();
const server = await startServer();
const browser = await chromium.launch({
	...(executablePath ? { executablePath } : {}),
	args: [
		'--no-sandbox',
		'--disable-dev-shm-usage',
		'--disable-quic',
		'--disable-background-networking',
	],
});
try {
	for (const [view, options] of Object.entries(views)) {
		for (const [name, state] of chosen) {
			const context = await browser.newContext({
				...options,
				locale: 'vi-VN',
				reducedMotion: 'reduce',
				serviceWorkers: 'block',
			});
			const page = await context.newPage();
			await openScreen(page, server.url, state);
			await page.waitForTimeout(400);
			await page.screenshot({ path: `screens/${name}-${view}.png` });
			if (pictures[name] === view || (name === 'home' && view === 'wide')) {
				const file = view === 'wide' ? 'wide' : name;
				await page.screenshot({ path: `static/screenshots/${file}.png` });
			}
			await context.close();
		}
	}
	console.log(`${chosen.length * Object.keys(views).length} pictures in screens/`);
} finally {
	await browser.close();
	await server.remove();
}
