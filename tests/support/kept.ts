import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import { writeBackup } from '../../src/lib/vault/backup.browser.ts';
import type { Entry, KeptField } from '../../src/lib/vault/index.ts';
import { expect } from './app.ts';

const password = 'một mật khẩu dài';

/** A picture of one red pixel. */
const png = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
	'base64',
);

const fields = (values: Readonly<Record<string, string>>) =>
	Object.fromEntries(
		Object.entries(values).map(([name, value]): [string, KeptField] => [
			name,
			{ value, shown: value, label: name, savedAt: Date.UTC(2026, 10, 2) },
		]),
	);

/** Ids of what `keepSome` puts into the vault. */
export const keptIds = { hoa: 'hoa', tu: 'tu', paper: 'can-cuoc' } as const;

const entries: readonly Entry[] = [
	{
		id: keptIds.hoa,
		kind: 'subject',
		role: 'self',
		fields: fields({
			fullName: 'Nguyễn Thị Hoa',
			phone: '0912345678',
			address: 'Số 12 Hàng Bông, phường Hoàn Kiếm, thành phố Hà Nội',
		}),
	},
	{
		id: keptIds.tu,
		kind: 'subject',
		role: 'tenant',
		fields: fields({ fullName: 'Phạm Văn Tú', birthDate: '2000-01-02' }),
	},
	{
		id: keptIds.paper,
		kind: 'paper',
		name: 'Căn cước',
		result: false,
		savedAt: Date.UTC(2026, 10, 2),
		pages: [
			{
				id: 'page',
				name: 'mat-truoc.png',
				type: 'image/png',
				bytes: png.length,
				sha256: createHash('sha256').update(png).digest('hex'),
			},
		],
	},
	{
		id: 'receipt',
		kind: 'receipt',
		title: 'Đăng ký khai sinh',
		procedure: '1.001193',
		unitName: 'Phường Ba Đình, Thành phố Hà Nội',
		code: 'MCN-2026-7K3P',
		receivedAt: '2026-11-02T07:00:00.000Z',
		json: '{}',
		savedAt: Date.UTC(2026, 10, 2),
	},
];

const backup = writeBackup({ entries, files: new Map([['page', new Uint8Array(png)]]) }, password);

/** Two persons, a paper and a receipt come into the phone's vault, by the person's own way: from a file. */
export async function keepSome(page: Page, url: string) {
	await page.goto(`${url}/giay-to-cua-toi?xem=chuyen-may`);
	await page.locator('main input[type="file"]').setInputFiles({
		name: 'giay-to-cua-toi.mcn',
		mimeType: 'application/octet-stream',
		buffer: Buffer.from(await (await backup).arrayBuffer()),
	});
	await page.getByLabel('Mật khẩu của tệp').fill(password);
	await page.getByRole('button', { name: 'Lấy vào' }).click();
	await expect(page.getByText('Đã lấy vào 4 mục.')).toBeVisible();
}
