import { expect, test } from 'vitest';
import { hearName } from './hear-name.ts';

test.each([
	['lê thị hoa', 'Lê Thị Hoa'],
	['Nguyễn thị hoa', 'Nguyễn Thị Hoa'],
	['NGUYỄN VĂN A', 'NGUYỄN VĂN A'],
	['tôi tên là nguyễn văn an ạ', 'Nguyễn Văn An'],
	['dạ họ và tên là trần thị bé', 'Trần Thị Bé'],
	['nguyễn thị thủy', 'Nguyễn Thị Thủy'],
	['nguyễn thị thúy', 'Nguyễn Thị Thúy'],
	['phạm thị trinh', 'Phạm Thị Trinh'],
	['phạm thị chinh', 'Phạm Thị Chinh'],
	['trần văn em', 'Trần Văn Em'],
	['họ nguyễn tên văn an', 'Nguyễn Văn An'],
	['y ê-ban', 'Y Ê-Ban'],
	["H'Hen Niê", "H'Hen Niê"],
	['sùng a páo', 'Sùng A Páo'],
	['Ludwig van Beethoven', 'Ludwig van Beethoven'],
	['tê hát u y dấu sắc', 'Thuý'],
	['Thuý: tê hát u y, dấu sắc', 'Thuý'],
	['lê thị thúy, thúy tê hát u y dấu hỏi', 'Lê Thị Thuỷ'],
	['Lê Thị Thuý Hằng, thuý tê hát u y dấu sắc', 'Lê Thị Thuý Hằng'],
	['lê khờ a i hỏi', 'Lê Khải'],
	['nguyễn thị hát o a', 'Nguyễn Thị Hoa'],
])('“%s” is %s', (said, value) => {
	expect(hearName(said)).toEqual({ ok: true, value });
});

test.each([
	['nguyển văn an', ['Nguyển Văn An', 'Nguyễn Văn An']],
	['lê văn hãi', ['Lê Văn Hãi', 'Lê Văn Hải']],
	['trần văn xơn', ['Trần Văn Xơn', 'Trần Văn Sơn']],
])('“%s” is no usual name and is asked, as it was heard first', (said, choices) => {
	expect(hearName(said)).toEqual({ ok: false, reason: 'ambiguous', choices });
});

test.each([
	['không biết', 'dont-know'],
	['bỏ qua', 'skip'],
	['123', 'not-understood'],
	['hoa@gmail.com', 'not-understood'],
	['', 'empty'],
	['đúng rồi', 'not-understood'],
	['số một', 'not-understood'],
	['một hai ba', 'not-understood'],
	['a b c', 'not-understood'],
])('“%s” is no name: %s', (said, reason) => {
	expect(hearName(said)).toEqual({ ok: false, reason });
});

test.each(
	'nhắc lại đi|nói lại giúp tôi|bỏ qua|bỏ qua đi|quay lại|gặp cán bộ|chờ tôi chút|đợi tôi chút|trợ giúp|gõ bằng bàn phím|tôi không muốn nói|nhac lai di'
		.split('|')
		.map((one) => [one]),
)('“%s” is no name', (said) => {
	expect(hearName(said).ok).toBe(false);
});

test.each([
	'Dung',
	'Dũng',
	'Nguyễn Thế Anh',
	'Tiệp',
	'Lại Văn Được',
	'Nguyễn Thị Nhắc',
	'Nguyễn Thị Chờ',
])('“%s” is one', (said) => {
	expect(hearName(said)).toMatchObject({ ok: true, value: said });
});
