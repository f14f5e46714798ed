import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { labelOf, openTalk, talks, unitPath } from '../support/form-talk.ts';
import { hurry } from '../support/hurry.ts';
import { mishearing, type Misheard } from '../support/listening-noise.ts';
import { say, stubRecogniser, type Hearing } from '../support/recogniser.ts';
import { sameAnswer, sayTruth } from '../support/spoken-person.ts';
import { stubVoice } from '../support/spoken.ts';

const birth = '/thu-tuc/1.001193';

async function openByVoice(page: Page, url: string) {
	await hurry(page);
	await stubRecogniser(page, { silent: true });
	await stubVoice(page);
	await page.goto(url);
	await page.getByRole('combobox').waitFor();
}

interface Now {
	/** counts what has been said by either side */
	readonly line: number;
	/** the app's last words */
	readonly said: string;
	readonly path: string;
	readonly place: string;
	/** what the field shows */
	readonly field: string;
	readonly rows: readonly (readonly [label: string, value: string])[];
}

const now = (page: Page): Promise<Now> =>
	page.evaluate(() => {
		const text = (element: Element | null | undefined) =>
			element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
		const lines = [...document.querySelectorAll<HTMLElement>('[data-line]')];
		const field = document.querySelector<HTMLInputElement>(
			'main :is(input[type="text"], input:not([type]), input[type="tel"])',
		);
		return {
			line: Number(lines.at(-1)?.dataset.line ?? 0),
			said: text(lines.findLast(({ dataset }) => dataset.by === 'app')),
			path: location.pathname,
			place: new URLSearchParams(location.search).get('buoc') ?? '',
			field: field?.value ?? '',
			rows: [...document.querySelectorAll('main dl > div')].map(
				(row) => [text(row.querySelector('dt')), text(row.querySelector('dd'))] as const,
			),
		};
	});

/** Says it, or is misheard; over when the app has begun to answer. */
async function utter(page: Page, hearing: Hearing, before: Now) {
	await say(page, hearing);
	const own = 'say' in hearing ? 1 : 0;
	await page.waitForFunction(
		([line, path]) =>
			(path !== '' && location.pathname !== path) ||
			Number([...document.querySelectorAll<HTMLElement>('[data-line]')].at(-1)?.dataset.line ?? 0) >
				line,
		[before.line + own, before.path] as const,
	);
	// The field shows what was heard a moment after.
	await page.waitForTimeout(30);
}

/** @returns what the app answers */
async function exchange(page: Page, text: string): Promise<string> {
	const before = await now(page);
	await utter(page, { say: text }, { ...before, path: '' });
	return (await now(page)).said;
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
	let turns = 0;
	let returns = 0;
	while (turns < 250) {
		const { line, said: prompt, path, place, field, rows } = await now(page);
		if (path === '/hop-gui') return { turns, ended: 'sent' };
		if (!path.startsWith('/nop')) throw new Error(`led out of the form: ${prompt}`);
		const topic = agenda.topics(right).find((one) => one.path === place);
		const value = truth.answers[place];
		let said: string;
		if (/chắc chắn nộp không/.test(prompt)) said = 'có';
		else if (/Ý bạn là/.test(prompt)) said = 'không';
		else if (/Khi nào muốn làm tiếp/.test(prompt)) {
			if (returns++ >= 2) return { turns, ended: 'handed-over' };
			said = 'tiếp tục';
		} else if (/nói nộp hồ sơ|Chưa nộp/.test(prompt) && place === 'xem-lai') {
			const wrong = wrongRow(rows);
			said = wrong ? `sửa ${wrong.toLowerCase()}` : 'nộp hồ sơ';
		} else if (/Đúng không\?/.test(prompt)) {
			const isRight =
				field === '' || sameAnswer(field, value) || sameAnswer(field.replace(/\D/g, ''), value);
			said = isRight ? 'đúng rồi' : 'sai rồi';
		} else if (topic) {
			const label =
				topic.kind === 'choice' && typeof value === 'string'
					? labelOf(talk.form, place, value)?.toLowerCase()
					: undefined;
			said = label ?? sayTruth(topic, truth, unitPath) ?? 'bỏ qua';
		} else said = 'bỏ qua';
		turns++;
		const misheard = hear(said);
		const hearing: Hearing =
			misheard.type === 'heard' ? { say: misheard.text } : { error: 'no-speech' };
		await utter(page, hearing, { line, said: prompt, path, place, field, rows });
	}
	throw new Error(`still talking after ${turns} turns`);

	/** The first row of the review that is not what the person meant. */
	function wrongRow(rows: Now['rows']): string | undefined {
		return agenda.topics(right).find((topic) => {
			const shown = rows.find(([label]) => label === topic.name)?.[1];
			const value = agenda.valueAt(right, topic.path);
			if (shown === undefined || value === undefined || !topic.answered) return false;
			if (topic.kind === 'digits')
				return shown.replace(/\D/g, '') !== String(value).replace(/\D/g, '');
			if (topic.kind === 'date') return shown.split('/').reverse().join('-') !== value;
			return (
				!sameAnswer(shown, agenda.sayValue(topic, value, 'plain')) && !sameAnswer(shown, value)
			);
		})?.name;
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
	await expect.poll(async () => (await now(page)).said).toContain('Bé tên là gì?');
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
	await expect.poll(async () => (await now(page)).said).toContain('Bé tên là gì?');
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
