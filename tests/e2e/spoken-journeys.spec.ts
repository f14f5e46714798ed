import { expect, test } from '../support/app.ts';
import { mishearing } from '../support/listening-noise.ts';
import { apply, ask, journeys } from '../support/journeys.ts';
import { exchange, fillByVoice, now, openByVoice, utter } from '../support/talker.ts';

const birth = '/thu-tuc/1.001193';
test('journeys 1 to 7 in a row, by voice alone', async ({ page, app }) => {
	test.setTimeout(180_000);
	await openByVoice(page, app.url);
	for (const { name, go } of journeys) await test.step(name, () => go(page));
});

test('misheard now and then, a question ends with the right dossier or is honestly handed over', async ({
	page,
	app,
}) => {
	const hear = mishearing(3, 1 / 6);
	await openByVoice(page, app.url);
	await ask(page, hear);
	await apply(page, hear);
	const { ended } = await fillByVoice(page, 'birth-registration', hear);
	expect(['sent', 'handed-over']).toContain(ended);
});

test('paused today, it is taken up tomorrow where it stood, and numbers are read back masked', async ({
	page,
	context,
	app,
}) => {
	await openByVoice(page, app.url);
	await page.goto(`${app.url}/nop/1.001193?buoc=requesterIdNumber`);
	await page.getByRole('heading', { level: 1 }).waitFor();
	const read = await exchange(page, 'không một một một chín năm không không một hai ba bốn');
	expect(read).toContain('ba số cuối 2 3 4');
	expect(read).not.toMatch(/0 1 1|195|011/);
	await exchange(page, 'đúng rồi');
	expect(await exchange(page, 'tạm dừng')).toContain('Đã tạm dừng');
	await page.close();

	const tomorrow = await context.newPage();
	await tomorrow.addInitScript(() => {
		const { now: today } = Date;
		Date.now = () => today() + 86_400_000;
	});
	await openByVoice(tomorrow, app.url);
	await tomorrow.goto(app.url + birth);
	await tomorrow.getByRole('heading', { level: 1 }).waitFor();
	const before = await now(tomorrow);
	await utter(tomorrow, { say: 'nộp hồ sơ' }, before);
	await expect
		.poll(async () => (await now(tomorrow)).said)
		.toMatch(/đã trả lời 1 trên \d+ câu\. Mình làm tiếp nhé/);
});
