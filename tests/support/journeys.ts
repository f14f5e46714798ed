/** The journeys of a citizen by voice alone, one after the other as on one day: for the tests, and to count turns. */
import { expect, type Page } from '@playwright/test';
import { exchange, fillByVoice, insist, now, tell, type Ears, type Now } from './talker.ts';

const read = (page: Page, section: string) =>
	expect(
		page
			.locator(`[data-sentence^="${section}."].spoken, [data-sentence^="${section}."] .spoken`)
			.first(),
	).toBeVisible();

const told = /Số một: .*khai sinh.*Số hai: .*Số ba: /i;
const found = ({ said }: Now) => told.test(said);
const procedure = ({ path }: Now) => path.startsWith('/thu-tuc/');
const form = ({ path, said }: Now) => path.startsWith('/nop/') && said.includes('Câu 1 trên');

/** From a wish to the form: the best match and two others are told, one is opened, and applied for. */
export async function ask(page: Page, hear?: Ears) {
	await insist(page, 'đăng ký khai sinh', found, hear);
	await insist(page, 'mở số một', procedure, hear);
}

export const apply = (page: Page, hear?: Ears) => insist(page, 'nộp hồ sơ', form, hear);

export interface Journey {
	/** as in the description of the product */
	readonly name: string;
	go(page: Page): Promise<void>;
}

export const journeys: readonly Journey[] = [
	{
		name: '1 a wish, the best match and two others, one of them opened',
		async go(page) {
			expect(await exchange(page, 'làm giấy khai sinh cho con')).toMatch(told);
			expect(await exchange(page, 'đọc thêm')).toContain('Số bốn:');
			await ask(page);
			await expect(page).toHaveURL(/\/thu-tuc\/1\.001193/);
		},
	},
	{
		name: '2 a procedure is read, section by section',
		async go(page) {
			await tell(page, 'đọc giấy tờ cần nộp');
			await read(page, 'documents');
			await tell(page, 'tạm dừng');
			await expect(page.getByRole('button', { name: 'Nghe', exact: true })).toBeVisible();
			await tell(page, 'phần sau');
			expect(await exchange(page, 'chậm lại')).toContain('Tốc độ');
			await tell(page, 'dừng lại');
		},
	},
	{
		name: '3 what it costs, and whom to call',
		async go(page) {
			await tell(page, 'hết bao nhiêu tiền');
			await read(page, 'fees');
			await tell(page, 'dừng lại');
			expect(await exchange(page, 'gặp cán bộ')).toContain('1800 1096');
			await expect(page.getByRole('link', { name: /Gọi .*1800 1096/ })).toHaveAttribute(
				'href',
				'tel:18001096',
			);
		},
	},
	{
		name: '4 a dossier is filled in, reviewed and handed in, with no network',
		async go(page) {
			await apply(page);
			await page.context().setOffline(true);
			const { turns, ended } = await fillByVoice(page, 'birth-registration');
			expect(ended).toBe('sent');
			expect(turns).toBeLessThan(45);
		},
	},
	{
		name: '5 it waits, and goes when there is a network',
		async go(page) {
			await expect(page.getByText('Đang chờ mạng').first()).toBeVisible();
			expect(await exchange(page, 'đọc hồ sơ đang chờ')).toContain('Đang chờ mạng');
			await page.context().setOffline(false);
			if (/Gửi ngay/.test(await exchange(page, 'gửi ngay'))) await exchange(page, 'có');
			await expect(page.getByText('Máy chủ đã nhận').first()).toBeVisible({ timeout: 60_000 });
		},
	},
	{
		name: '6 where it is',
		async go(page) {
			expect(await exchange(page, 'hồ sơ của tôi đến đâu rồi')).toContain('Máy chủ đã nhận');
			await expect(page).toHaveURL(/\/ho-so/);
		},
	},
	{
		name: '7 what was told once is offered again',
		async go(page) {
			await exchange(page, 'hộp gửi');
			await exchange(page, 'bấm chọn thông tin muốn giữ');
			await expect(page.getByRole('heading', { level: 1 })).toHaveText('Giữ lại cho lần sau?');
			const asked = await exchange(page, 'bấm họ và tên lò thị hoa');
			if (/Có \d chỗ/.test(asked)) await exchange(page, 'số một');
			await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(1);
			const isBack = ({ path }: Now) => path === '/hop-gui';
			await insist(page, 'bấm giữ những mục đã chọn', isBack);
			await ask(page);
			await apply(page);
			expect(await exchange(page, 'sửa họ tên người yêu cầu')).toContain(
				'Máy đang giữ: Lò Thị Hoa.',
			);
			expect(await exchange(page, 'dùng lại')).toContain('Họ và tên người yêu cầu: Lò Thị Hoa.');
			expect((await now(page)).place).not.toBe('requesterName');
		},
	},
];
