import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { labelOf, openTalk, talks, unitPath } from '../support/form-talk.ts';
import { mishearing, type Misheard } from '../support/listening-noise.ts';
import { say, stubRecogniser } from '../support/recogniser.ts';
import { sameAnswer, sayTruth } from '../support/spoken-person.ts';
import { stubVoice } from '../support/spoken.ts';

const birth = '/thu-tuc/1.001193';

async function openByVoice(page: Page, url: string) {
	await stubRecogniser(page, { silent: true });
	await stubVoice(page);
	await page.goto(url);
	await page.getByRole('combobox').waitFor();
}

/** The app's last words, from what was said on the screen; waits until something new was said. */
const transcript = (page: Page) => page.locator('[data-line]');
const lineNumber = async (page: Page) =>
	(await transcript(page).count()) === 0
		? 0
		: Number(await transcript(page).last().getAttribute('data-line'));
const lastSaid = async (page: Page) =>
	(await page.locator('[data-line][data-by="app"]').last().textContent())?.replace(/\s+/g, ' ') ??
	'';

/** Says it, and waits until the app has answered. */
async function exchange(page: Page, text: string): Promise<string> {
	const before = await lineNumber(page);
	await say(page, { say: text });
	// The person's own line, and the app's after it.
	await expect.poll(() => lineNumber(page)).toBeGreaterThan(before + 1);
	await page.waitForTimeout(150);
	return lastSaid(page);
}

test('from a question to the procedure, its sections and its answers, by voice alone', async ({
	page,
	app,
}) => {
	await openByVoice(page, app.url);
	const found = await exchange(page, 'làm giấy khai sinh cho con');
	expect(found).toMatch(/Số một: .*khai sinh.*Số hai: .*Số ba: /i);
	expect(await exchange(page, 'đọc thêm')).toContain('Số bốn:');
	await exchange(page, 'mở số một');
	await expect(page).toHaveURL(/\/thu-tuc\//);
	await page.goto(app.url + birth);
	await page.getByRole('heading', { level: 1 }).waitFor();
	await say(page, { say: 'hết bao nhiêu tiền' });
	await expect(
		page.locator('[data-sentence^="fees."].spoken, [data-sentence^="fees."] .spoken').first(),
	).toBeVisible();
	await say(page, { say: 'tạm dừng' });
	await expect(page.getByRole('button', { name: 'Nghe', exact: true })).toBeVisible();
	await say(page, { say: 'đọc giấy tờ cần nộp' });
	await expect(
		page
			.locator('[data-sentence^="documents."].spoken, [data-sentence^="documents."] .spoken')
			.first(),
	).toBeVisible();
	expect(await exchange(page, 'chậm lại')).toContain('Tốc độ');
	await say(page, { say: 'dừng lại' });
	expect(await exchange(page, 'gặp cán bộ')).toContain('1800 1096');
	await expect(page.getByRole('link', { name: /Gọi .*1800 1096/ })).toHaveAttribute(
		'href',
		'tel:18001096',
	);
});

test('asks what was meant where it is not sure, and takes yes and no', async ({ page, app }) => {
	await openByVoice(page, `${app.url}/cai-dat`.replace(/cai-dat$/, ''));
	await page.goto(`${app.url}/hop-gui`);
	await page.getByRole('heading', { level: 1 }).waitFor();
	expect(await exchange(page, 'trợ giúp')).toContain('Nói gửi ngay');
	expect(await exchange(page, 'gửi ngay')).toContain('Không có hồ sơ nào');
	await exchange(page, 'trang chủ');
	await expect(page).toHaveURL(`${app.url}/`);
});

interface Filled {
	readonly turns: number;
	readonly ended: 'sent' | 'handed-over';
}

/** A person with a dossier in mind answers what the app asks, until it is handed in or put aside. */
async function fillByVoice(
	page: Page,
	name: string,
	hear: (said: string) => Misheard = (text) => ({ type: 'heard', text }),
): Promise<Filled> {
	const talk = talks.find((one) => one.form.id === name);
	if (!talk) throw new Error(name);
	const { agenda } = openTalk(talk.form);
	const truth = talk.truth;
	const right = { answers: truth.answers, unit: truth.unit };
	const gone = () => !/^\/(?:nop|hop-gui)/.test(new URL(page.url()).pathname);
	let turns = 0;
	let returns = 0;
	while (turns < 250) {
		if (new URL(page.url()).pathname === '/hop-gui') return { turns, ended: 'sent' };
		if (gone()) throw new Error(`led out of the form: ${await transcript(page).allTextContents()}`);
		const prompt = await lastSaid(page);
		const place = new URL(page.url()).searchParams.get('buoc') ?? '';
		const topic = agenda.topics(right).find(({ path }) => path === place);
		let said: string;
		if (/chắc chắn nộp không/.test(prompt)) said = 'có';
		else if (/Ý bạn là/.test(prompt)) said = 'không';
		else if (/Khi nào muốn làm tiếp/.test(prompt)) {
			if (returns++ >= 2) return { turns, ended: 'handed-over' };
			said = 'tiếp tục';
		} else if (/nói nộp hồ sơ|Chưa nộp/.test(prompt) && place === 'xem-lai') {
			const wrong = await wrongRow(page);
			said = wrong ? `sửa ${wrong.toLowerCase()}` : 'nộp hồ sơ';
		} else if (/Đúng không\?/.test(prompt)) {
			const pending = page
				.locator('main :is(input[type="text"], input:not([type]), input[type="tel"]):visible')
				.first();
			const shown = await pending.inputValue().catch(() => '');
			const value = truth.answers[place];
			const isRight =
				shown === '' || sameAnswer(shown, value) || sameAnswer(shown.replace(/\D/g, ''), value);
			said = isRight ? 'đúng rồi' : 'sai rồi';
		} else if (topic) {
			const value = truth.answers[place];
			const label =
				topic.kind === 'choice' && typeof value === 'string'
					? labelOf(talk.form, place, value)?.toLowerCase()
					: undefined;
			said = label ?? sayTruth(topic, truth, unitPath) ?? 'bỏ qua';
		} else said = 'bỏ qua';
		turns++;
		const misheard = hear(said);
		const before = await lineNumber(page);
		const url = page.url();
		await say(page, misheard.type === 'heard' ? { say: misheard.text } : { error: 'no-speech' });
		await expect
			.poll(async () => (await lineNumber(page)) > before || page.url() !== url)
			.toBe(true);
		await page.waitForTimeout(250);
	}
	throw new Error(`still talking after ${turns} turns`);

	/** The first row of the review that is not what the person meant. */
	async function wrongRow(page: Page): Promise<string | undefined> {
		const rows = await page
			.locator('main dl > div')
			.evaluateAll((all) =>
				all.map((row) => [
					row.querySelector('dt')?.textContent?.trim() ?? '',
					row.querySelector('dd')?.textContent?.trim() ?? '',
				]),
			);
		for (const topic of agenda.topics(right)) {
			const row = rows.find(([label]) => label === topic.name);
			const value = agenda.valueAt(right, topic.path);
			if (!row || value === undefined || !topic.answered) continue;
			const meant = agenda.sayValue(topic, value, 'plain');
			const isDate = topic.kind === 'date';
			const isDigits = topic.kind === 'digits';
			const shown = row[1] ?? '';
			const same = isDigits
				? shown.replace(/\D/g, '') === String(value).replace(/\D/g, '')
				: isDate
					? shown.split('/').reverse().join('-') === value
					: sameAnswer(shown, meant) || sameAnswer(shown, value);
			if (!same) return topic.name;
		}
		return undefined;
	}
}

test('a birth is registered by voice alone, with no network, and goes by itself when there is one', async ({
	page,
	context,
	app,
}) => {
	test.setTimeout(300_000);
	await openByVoice(page, app.url);
	await exchange(page, 'đăng ký khai sinh');
	await page.goto(app.url + birth);
	await page.getByRole('heading', { level: 1 }).waitFor();
	await say(page, { say: 'nộp hồ sơ' });
	await expect(page).toHaveURL(/\/nop\/1\.001193\?buoc=childName/);
	await expect.poll(() => lastSaid(page)).toContain('Bé tên là gì?');
	await context.setOffline(true);
	const { turns, ended } = await fillByVoice(page, 'birth-registration');
	expect(ended).toBe('sent');
	expect(turns).toBeLessThan(45);
	await expect(page.getByText('Đang chờ mạng').first()).toBeVisible();
	expect(await exchange(page, 'đọc hồ sơ đang chờ')).toContain('Đang chờ mạng');
	await context.setOffline(false);
	if (/Gửi ngay/.test(await exchange(page, 'gửi ngay'))) await say(page, { say: 'có' });
	await expect(page.getByText('Máy chủ đã nhận').first()).toBeVisible({ timeout: 60_000 });
	expect(await exchange(page, 'hồ sơ của tôi đến đâu rồi')).toContain('Máy chủ đã nhận');
	await expect(page).toHaveURL(/\/ho-so/);
});

test('misheard now and then, it ends with the right dossier or is honestly handed over', async ({
	page,
	app,
}) => {
	test.setTimeout(300_000);
	await openByVoice(page, app.url);
	await page.goto(app.url + birth);
	await page.getByRole('heading', { level: 1 }).waitFor();
	await say(page, { say: 'nộp hồ sơ' });
	await expect(page).toHaveURL(/buoc=childName/);
	await expect.poll(() => lastSaid(page)).toContain('Bé tên là gì?');
	const { ended } = await fillByVoice(page, 'birth-registration', mishearing(7, 1 / 6));
	expect(['sent', 'handed-over']).toContain(ended);
});

test('voice, keys and touch fill in one dossier, and the talk goes on after a reload', async ({
	page,
	app,
}) => {
	await openByVoice(page, app.url);
	await page.goto(`${app.url}/nop/1.001193?buoc=childName`);
	await page.getByRole('heading', { level: 1 }).waitFor();
	expect(await exchange(page, 'lê minh an')).toContain('Đúng không?');
	await expect(page.getByRole('textbox')).toHaveValue('Lê Minh An');
	expect(await exchange(page, 'đúng rồi')).toContain('Bé là trai hay gái?');
	await page.getByRole('radio', { name: 'Nữ' }).check();
	await page.getByRole('button', { name: 'Tiếp tục' }).click();
	await expect(page).toHaveURL(/buoc=childBirthDate/);
	await exchange(page, 'mười hai tháng tư năm hai nghìn không trăm hai mươi sáu');
	await exchange(page, 'đúng');
	await expect(page).toHaveURL(/buoc=birthPlaceKind/);
	await page.reload();
	await page.getByRole('heading', { level: 1 }).waitFor();
	await exchange(page, 'ở bệnh viện hoặc trạm y tế');
	await expect(page).toHaveURL(/buoc=birthPlaceName/);
	await exchange(page, 'sửa giới tính');
	await expect(page).toHaveURL(/buoc=childSex/);
	await expect(page.getByRole('radio', { name: 'Nữ' })).toBeChecked();
	await page.goto(`${app.url}/nop/1.001193?buoc=xem-lai`);
	await expect(page.getByText('Lê Minh An').first()).toBeVisible();
	await expect(page.getByText('12/04/2026').first()).toBeVisible();
});
