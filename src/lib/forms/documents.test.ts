import { expect, test } from 'vitest';
import { deriveDocuments } from './documents.ts';
import { context, enough, form, units } from './fixture.ts';

const documentContext = {
	...context,
	unitName: (code: string) => units.get(code),
	procedure: 'Thủ tục X',
	unit: 'Phường Ba Đình, Thành phố Hà Nội',
	dateInWords: (iso: string) => `chữ của ${iso}`,
};
const derive = (answers: object) =>
	deriveDocuments(form, { ...enough, ...answers }, documentContext);

test('a document is filled in from the answers, with gaps where there are none', () => {
	const people = [{ fullName: 'Trần Văn Bảy' }, { fullName: 'Lê Thị Tư' }];
	const [letter] = derive({ people, commune: '00004', email: 'a@b.vn', birthDate: '1990-04-12' });
	expect(letter).toEqual({
		id: 'letter',
		title: 'ĐƠN',
		lines: [
			{
				kind: 'text',
				text: 'Kính gửi: phường Ba Đình, thành phố Hà Nội, về Thủ tục X, cho 2 người',
			},
			{ kind: 'heading', text: 'Ghi tay: …………' },
			{ kind: 'row', label: 'Tên', value: 'Lê Thị Hoa' },
			{ kind: 'row', label: 'Ở', value: '…………, Phường Ba Đình' },
			{ kind: 'row', label: 'Liên hệ', value: 'a@b.vn' },
			{ kind: 'row', label: 'Bằng chữ', value: 'chữ của 1990-04-12' },
			{ kind: 'option', text: 'Chủ nhà', checked: false },
			{
				kind: 'table',
				head: ['TT', 'Tên', 'Nơi', 'Ghi chú'],
				rows: [
					['1', 'Trần Văn Bảy', 'Phường Ba Đình', ''],
					['2', 'Lê Thị Tư', 'Phường Ba Đình', ''],
				],
			},
			{ kind: 'table', head: ['Việc', 'Mức'], rows: [['Kết hôn', '']] },
			{ kind: 'signatures', places: [{ role: 'Người viết', note: '(Ký)', name: 'Lê Thị Hoa' }] },
		],
	});
});

test('what nothing was answered to is an empty row, not a row of gaps', () => {
	expect(derive({})[0]?.lines[3]).toEqual({ kind: 'row', label: 'Ở', value: '' });
});

test('conditions choose lines, ticks and signatures', () => {
	const [letter] = derive({ role: 'owner', married: true, marriedOn: '2020-01-02' });
	expect(letter?.lines).toContainEqual({ kind: 'row', label: 'Cưới', value: '02/01/2020' });
	expect(letter?.lines).toContainEqual({ kind: 'option', text: 'Chủ nhà', checked: true });
	expect(letter?.lines.at(-1)).toMatchObject({ places: [{}, { role: 'Chủ nhà' }] });
});

test('there is one sheet for each person, with the shared answers on each', () => {
	const people = Array.from({ length: 3 }, (_, n) => ({ fullName: `Người ${n + 1}` }));
	const sheets = derive({ people }).slice(1);
	expect(sheets.map(({ id }) => id)).toEqual(['sheet-1', 'sheet-2', 'sheet-3']);
	expect(sheets[2]).toEqual({
		id: 'sheet-3',
		title: 'TỜ KHAI',
		model: 'Mẫu 1',
		lines: [
			{ kind: 'row', label: 'Tên', value: 'Người 3' },
			{ kind: 'row', label: 'Người nộp', value: 'Lê Thị Hoa' },
			{ kind: 'text', text: '3 trên 3' },
		],
	});
});

test('an answer that looks like a template is printed as it is', () => {
	const [letter] = derive({ name: '{unit} $& <b>' });
	expect(letter?.lines[2]).toEqual({ kind: 'row', label: 'Tên', value: '{unit} $& <b>' });
});

test('a document whose condition does not hold is not made', () => {
	expect(derive({ name: '' }).map(({ id }) => id)).toEqual(['letter']);
});
