/** Every screen and state as a person may find it: pictures are taken of them, and each of their controls obeys the voice. */
import type { Page } from 'playwright';
import { dossier } from '../faults/entries.ts';
import { bringOnPhone, callOnPhone, carried } from '../faults/on-phone.ts';
import { say, stubRecogniser } from './recogniser.ts';

export interface ScreenState {
	readonly at: string;
	/** before the page is opened */
	readonly before?: (page: Page) => Promise<unknown>;
	/** once it is there */
	readonly then?: (page: Page) => Promise<unknown>;
	/** the microphone is open: nothing else can be said meanwhile */
	readonly listens?: true;
}

const procedure = '/thu-tuc/1.001193';
const birth = '/nop/1.001193';
const residence = '/nop/1.004194';

const button = (page: Page, name: string | RegExp) =>
	page.getByRole('button', { name, exact: true }).first();
const type = (query: string, found: (page: Page) => Promise<unknown>): ScreenState => ({
	at: '/',
	async then(page) {
		await page.getByRole('combobox').fill(query);
		await found(page);
	},
});
const heard = (at: string, ...sentences: readonly string[]): ScreenState => ({
	at,
	before: (page) => stubRecogniser(page, { silent: true }),
	async then(page) {
		await page.locator('html[data-ready]').waitFor();
		for (const sentence of sentences) await say(page, { say: sentence });
		await page.locator('[data-by="app"]').last().waitFor({ state: 'attached' });
	},
});

/** Home, where a procedure was read before, with the advice that this browser calls for. */
const afterUse = (userAgent: string, heading: string): ScreenState => ({
	at: '/',
	before: (page) =>
		page.addInitScript((value) => {
			Object.defineProperty(navigator, 'userAgent', { value });
			localStorage.setItem('mot-cua-noi.rest-wanted', 'yes');
			localStorage.setItem('mot-cua-noi.kept-offline', '{"fields":["Hộ tịch"]}');
		}, userAgent),
	then: (page) => page.getByRole('heading', { name: heading }).waitFor(),
});

export const screens: Readonly<Record<string, ScreenState>> = {
	home: { at: '/' },
	results: type('lam giay khai sinh', (page) => page.getByRole('option').first().waitFor()),
	'nothing-found': type('zzzzqqqq', (page) =>
		page.getByRole('heading', { name: 'Không tìm thấy' }).waitFor(),
	),
	recent: {
		at: '/',
		before: (page) =>
			page.addInitScript(() =>
				localStorage.setItem(
					'mot-cua-noi.recent',
					'["làm giấy khai sinh cho con","đổi bằng lái xe","tam tru"]',
				),
			),
		async then(page) {
			await page.getByRole('combobox').focus();
			await page.getByRole('region', { name: 'Tìm gần đây' }).waitFor();
		},
	},
	everyday: type('bằng lái ở cấp tỉnh', (page) => button(page, 'Lọc kết quả').waitFor()),
	filters: type('cap lai', async (page) => {
		await button(page, 'Lọc kết quả').click();
		await button(page, 'Tỉnh').click();
		await button(page, /^Bỏ lọc/).waitFor();
	}),
	// An everyday word is understood once all of the index has come; from then on what is nearest stays.
	nearest: type('cưới', async (page) => {
		await page
			.getByRole('option', { name: /kết hôn/i })
			.first()
			.waitFor();
		await page.getByRole('combobox').fill('xin cap con meo biet bay');
		await page.getByRole('heading', { name: 'Gần nhất với lời bạn' }).waitFor();
	}),
	fields: { at: '/linh-vuc', then: (page) => page.locator('summary').first().waitFor() },
	agencies: { at: '/co-quan', then: (page) => page.locator('summary').first().click() },
	'no-such-agency': { at: '/co-quan/khong-co' },
	field: {
		at: '/linh-vuc/ho-tich',
		then: (page) =>
			page
				.getByRole('link', { name: /khai sinh/i })
				.first()
				.waitFor(),
	},
	listening: {
		at: '/',
		listens: true,
		before: (page) => stubRecogniser(page, { say: 'làm giấy khai sinh', partial: 'làm giấy khai' }),
		async then(page) {
			await button(page, 'Nói').click();
			await page.getByText('“làm giấy khai”').waitFor();
		},
	},
	consent: {
		at: '/tro-giup',
		listens: true,
		async before(page) {
			await stubRecogniser(page, { silent: true });
			await page.addInitScript(() =>
				localStorage.setItem('mot-cua-noi.settings', '{"remoteSpeech":"no"}'),
			);
		},
		async then(page) {
			await button(page, 'Nói').click();
			await page.getByRole('heading', { name: 'Bộ nghe của trình duyệt' }).waitFor();
		},
	},
	procedure: { at: procedure },
	reading: {
		at: procedure,
		async then(page) {
			await button(page, 'Nghe').click();
			await button(page, 'Câu sau').click();
			await button(page, 'Câu sau').click();
			await page.locator('p .spoken').waitFor();
		},
	},
	'reading-controls': {
		at: procedure,
		async then(page) {
			await button(page, 'Nghe').click();
			await button(page, 'Thêm').click();
			await button(page, 'Tạm dừng').click();
		},
	},
	recordings: { at: '/ban-nghe' },
	'life-events': { at: '/viec' },
	'life-event': { at: '/viec/birth' },
	shared: { at: '/chia-se', then: (page) => page.getByRole('combobox').waitFor() },
	settings: { at: '/cai-dat' },
	'install-hint': afterUse(
		'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) Version/17.4 Safari/604.1',
		'Để ứng dụng lên màn hình chính',
	),
	'in-app': afterUse(
		'Mozilla/5.0 (Linux; Android 10; wv) Zalo android/1',
		'Bạn đang mở trong Zalo',
	),
	lost: {
		at: '/hop-gui',
		async before(page) {
			await page.addInitScript(() =>
				localStorage.setItem(
					'mot-cua-noi.waiting',
					'{"waiting":[{"id":"a","title":"Đăng ký khai sinh","procedure":"1.001193"}]}',
				),
			);
		},
		then: (page) => page.getByRole('heading', { name: 'Máy này đã mất dữ liệu' }).waitFor(),
	},
	storage: {
		at: '/cai-dat/bo-nho',
		async then(page) {
			await page.getByText(/^Tất cả/).waitFor();
			await page.getByRole('heading', { name: 'Trên máy có gì' }).waitFor();
		},
	},
	voice: { at: '/cai-dat/giong-doc' },
	help: { at: '/tro-giup' },
	'no-such-procedure': { at: '/thu-tuc/9.999999' },
	'no-such-page': { at: '/khong-co' },
	'form-intro': { at: birth },
	'form-question': { at: `${birth}?buoc=childBirthDate` },
	'form-choice': { at: `${birth}?buoc=childSex` },
	'form-ethnicity': { at: `${birth}?buoc=childEthnicity` },
	'form-people': { at: `${residence}?buoc=people` },
	'form-unit': { at: `${birth}?buoc=noi-nhan` },
	'form-papers': { at: `${birth}?buoc=giay-to` },
	'form-camera': {
		at: `${birth}?buoc=giay-to`,
		async then(page) {
			await page
				.getByRole('button', { name: /^Chụp ảnh: / })
				.first()
				.click();
			await button(page, 'Mở máy ảnh của điện thoại').waitFor();
		},
	},
	'form-review': {
		at: `${birth}?buoc=xem-lai`,
		then: (page) => button(page, 'Nộp hồ sơ').click(),
	},
	outbox: { at: '/hop-gui' },
	'outbox-waiting': {
		at: '/hop-gui',
		async then(page) {
			await page.route('**/api/**', (route) => route.abort());
			await bringOnPhone(page);
			await callOnPhone(page, 'enqueue', [await carried(await dossier())]);
			await button(page, 'Tạo tệp mang đi').waitFor();
		},
	},
	dossiers: { at: '/ho-so' },
	vault: { at: '/giay-to-cua-toi' },
	'vault-paper': { at: '/giay-to-cua-toi?xem=them-giay' },
	'vault-lock': { at: '/giay-to-cua-toi?xem=khoa' },
	'vault-transfer': { at: '/giay-to-cua-toi?xem=chuyen-may' },
	'vault-erase': { at: '/giay-to-cua-toi?xem=xoa-het' },
	'said-results': heard('/', 'làm giấy khai sinh cho con'),
	'said-help': heard(procedure, 'trợ giúp'),
	'said-human': heard(procedure, 'gặp cán bộ'),
	'said-doubt': heard(procedure, 'chậm chậm hơn tí nữa cơ'),
	'said-name': heard(`${birth}?buoc=childName`, 'lê thị thủy'),
};

export async function openScreen(page: Page, url: string, { at, before, then }: ScreenState) {
	await before?.(page);
	await page.goto(url + at);
	await page.getByRole('heading', { level: 1 }).first().waitFor();
	await then?.(page);
}
