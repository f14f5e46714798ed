/**
 * `npm run screens`: every screen as a person sees it – light, dark, 320 px wide, at 400 % zoom – into `screens/`,
 * and the pictures of the README and the installer into `static/screenshots/`.
 */
import { mkdirSync } from 'node:fs';
import { chromium, type Page } from 'playwright';
import { chromiumPath } from './support/chromium.ts';
import { stubRecogniser } from './support/recogniser.ts';
import { startServer } from './support/server.ts';

type Open = (page: Page, url: string) => Promise<unknown>;

const procedure = '/thu-tuc/1.001193';
const search = async (page: Page, url: string, query: string) => {
	await page.goto(url);
	await page.getByRole('combobox').fill(query);
};

const screens: Record<string, Open> = {
	home: (page, url) => page.goto(url),
	results: async (page, url) => {
		await search(page, url, 'lam giay khai sinh');
		await page.getByRole('option').first().waitFor();
	},
	'nothing-found': async (page, url) => {
		await search(page, url, 'zzzzqqqq');
		await page.getByRole('heading', { name: 'Không tìm thấy' }).waitFor();
	},
	recent: async (page, url) => {
		await page.addInitScript(() =>
			localStorage.setItem(
				'mot-cua-noi.recent',
				'["làm giấy khai sinh cho con","đổi bằng lái xe","tam tru"]',
			),
		);
		await page.goto(url);
		await page.getByRole('combobox').focus();
		await page.getByRole('region', { name: 'Tìm gần đây' }).waitFor();
	},
	everyday: async (page, url) => {
		await search(page, url, 'bằng lái ở cấp tỉnh');
		await page.getByRole('button', { name: 'Lọc kết quả' }).waitFor();
	},
	filters: async (page, url) => {
		await search(page, url, 'cap lai');
		await page.getByRole('button', { name: 'Lọc kết quả' }).click();
		await page.getByRole('button', { name: 'Tỉnh', exact: true }).click();
		await page
			.getByRole('button', { name: /^Bỏ lọc/ })
			.first()
			.waitFor();
	},
	nearest: async (page, url) => {
		await search(page, url, 'xin cap con meo biet bay');
		await page.getByRole('heading', { name: 'Gần nhất với lời bạn' }).waitFor();
	},
	fields: async (page, url) => {
		await page.goto(`${url}/linh-vuc`);
		await page.locator('summary').first().waitFor();
	},
	agencies: async (page, url) => {
		await page.goto(`${url}/co-quan`);
		await page.locator('summary').first().click();
	},
	field: async (page, url) => {
		await page.goto(`${url}/linh-vuc/ho-tich`);
		await page
			.getByRole('link', { name: /khai sinh/i })
			.first()
			.waitFor();
	},
	listening: async (page, url) => {
		await stubRecogniser(page, { say: 'làm giấy khai sinh', partial: 'làm giấy khai' });
		await page.goto(url);
		await page.getByRole('button', { name: 'Nói' }).click();
		await page.getByText('“làm giấy khai”').waitFor();
	},
	procedure: (page, url) => page.goto(url + procedure),
	reading: async (page, url) => {
		await page.goto(url + procedure);
		await page.getByRole('button', { name: 'Nghe', exact: true }).click();
		await page.getByRole('button', { name: 'Câu sau' }).click();
		await page.getByRole('button', { name: 'Câu sau' }).click();
		await page.locator('p .spoken').waitFor();
	},
	'life-event': (page, url) => page.goto(`${url}/viec/birth`),
	settings: (page, url) => page.goto(`${url}/cai-dat`),
	help: (page, url) => page.goto(`${url}/tro-giup`),
	'no-such-procedure': (page, url) => page.goto(`${url}/thu-tuc/9.999999`),
	'form-intro': (page, url) => page.goto(`${url}/nop/1.001193`),
	'form-question': (page, url) => page.goto(`${url}/nop/1.001193?buoc=childBirthDate`),
	'form-choice': (page, url) => page.goto(`${url}/nop/1.001193?buoc=childSex`),
	'form-unit': (page, url) => page.goto(`${url}/nop/1.001193?buoc=noi-nhan`),
	'form-papers': (page, url) => page.goto(`${url}/nop/1.001193?buoc=giay-to`),
	'form-review': async (page, url) => {
		await page.goto(`${url}/nop/1.001193?buoc=xem-lai`);
		await page.getByRole('button', { name: 'Nộp hồ sơ' }).click();
	},
	outbox: (page, url) => page.goto(`${url}/hop-gui`),
	dossiers: (page, url) => page.goto(`${url}/ho-so`),
};

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
		for (const [name, open] of Object.entries(screens)) {
			const context = await browser.newContext({
				...options,
				locale: 'vi-VN',
				reducedMotion: 'reduce',
				serviceWorkers: 'block',
			});
			const page = await context.newPage();
			await open(page, server.url);
			await page.getByRole('heading', { level: 1 }).waitFor();
			await page.waitForTimeout(400);
			await page.screenshot({ path: `screens/${name}-${view}.png` });
			if (pictures[name] === view || (name === 'home' && view === 'wide')) {
				const file = view === 'wide' ? 'wide' : name;
				await page.screenshot({ path: `static/screenshots/${file}.png` });
			}
			await context.close();
		}
	}
	console.log(`${Object.keys(screens).length * Object.keys(views).length} pictures in screens/`);
} finally {
	await browser.close();
	await server.remove();
}
