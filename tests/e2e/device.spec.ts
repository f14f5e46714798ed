import { expect, test } from '../support/app.ts';

test('the manifest is one a phone installs, with all that the system may offer', async ({
	page,
	app,
}) => {
	await page.goto(app.url);
	const browser = await page.context().newCDPSession(page);
	const { errors, data = '' } = await browser.send('Page.getAppManifest');
	expect(errors).toEqual([]);
	const manifest = JSON.parse(data) as {
		icons: { src: string; purpose: string; sizes: string }[];
		shortcuts: { url: string }[];
		share_target: { action: string };
		file_handlers: { action: string }[];
	};
	expect(new Set(manifest.icons.map(({ purpose }) => purpose))).toEqual(
		new Set(['any', 'maskable', 'monochrome']),
	);
	for (const { src } of manifest.icons)
		expect((await page.request.get(app.url + src)).status(), src).toBe(200);
	const actions = [
		manifest.share_target.action,
		...manifest.file_handlers.map(({ action }) => action),
		...manifest.shortcuts.map(({ url }) => url),
	];
	for (const action of actions)
		expect((await page.request.get(app.url + action)).status(), action).toBe(200);
});

test('what another app shares is searched for', async ({ page, app }) => {
	const text = 'Tôi muốn làm giấy khai sinh cho con. Cần giấy tờ gì?';
	await page.goto(`${app.url}/chia-se?text=${encodeURIComponent(text)}`);
	await expect(page.getByRole('option').first()).toContainText(/khai sinh/i);
	await expect(page.getByRole('combobox')).toHaveValue('Tôi muốn làm giấy khai sinh cho con');
});

test('a shared link that names a procedure opens it', async ({ page, app }) => {
	const link = 'https://dichvucong.gov.vn/p/home/chi-tiet.html?ma_thu_tuc=1.001193';
	await page.goto(`${app.url}/chia-se?title=DVC&text=${encodeURIComponent(link)}`);
	await expect(page).toHaveURL(`${app.url}/thu-tuc/1.001193`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/khai sinh/i);
});

test('a file that the app is opened with is looked at by itself', async ({ page, app }) => {
	await page.addInitScript(() => {
		type Consumer = (params: { files: { getFile: () => Promise<File> }[] }) => void;
		const file = new File(['không phải danh mục'], 'danh-muc.gz', { type: 'application/gzip' });
		const setConsumer = (consumer: Consumer) =>
			consumer({ files: [{ getFile: async () => file }] });
		Object.defineProperty(window, 'launchQueue', { value: { setConsumer } });
	});
	await page.goto(`${app.url}/cai-dat`);
	await expect(page.getByText('Tệp này không phải danh mục của Một Cửa Nói.')).toBeVisible();
});
