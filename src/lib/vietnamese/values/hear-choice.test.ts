import { expect, test } from 'vitest';
import { hearChoice } from './hear-choice.ts';

const home = ['Chủ nhà', 'Người thuê', 'Người ở nhờ'];
const copies = ['1 bản', '2 bản', '5 bản'];
const marriage = ['Đã kết hôn', 'Chưa kết hôn', 'Ly hôn'];
const yesNo = ['Có', 'Không'];
const kin = ['Cha, mẹ', 'Vợ, chồng', 'Con', 'Không có'];

test.each([
	[home, 'chủ nhà', 'Chủ nhà'],
	[home, 'chu nha', 'Chủ nhà'],
	[home, 'người thuế', 'Người thuê'],
	[home, 'thuê', 'Người thuê'],
	[home, 'ở nhờ', 'Người ở nhờ'],
	[home, 'ở nhờ ạ', 'Người ở nhờ'],
	[home, 'cho tôi người thuê', 'Người thuê'],
	[home, 'cái đầu', 'Chủ nhà'],
	[home, 'cái đầu tiên', 'Chủ nhà'],
	[home, 'cái cuối', 'Người ở nhờ'],
	[home, 'cái cuối cùng ạ', 'Người ở nhờ'],
	[home, 'cái giữa', 'Người thuê'],
	[home, 'số hai', 'Người thuê'],
	[home, 'thứ hai', 'Người thuê'],
	[home, 'cái thứ ba', 'Người ở nhờ'],
	[home, 'lựa chọn ba', 'Người ở nhờ'],
	[home, 'chọn số 1', 'Chủ nhà'],
	[home, 'hai', 'Người thuê'],
	[home, 'câu b', 'Người thuê'],
	[copies, 'hai bản', '2 bản'],
	[copies, 'năm bản', '5 bản'],
	[copies, 'cái thứ nhất', '1 bản'],
	[marriage, 'chưa', 'Chưa kết hôn'],
	[marriage, 'ly hôn', 'Ly hôn'],
	[yesNo, 'dạ có', 'Có'],
	[yesNo, 'vâng', 'Có'],
	[yesNo, 'hổng', 'Không'],
	[yesNo, 'không có', 'Không'],
	[kin, 'con', 'Con'],
	[kin, 'vợ', 'Vợ, chồng'],
	[kin, 'không có', 'Không có'],
	[['Chủ hộ', 'Con của chủ hộ'], 'con của chủ hộ', 'Con của chủ hộ'],
	[['Nam', 'Nữ'], 'nữ', 'Nữ'],
	[['Trồng lúa', 'Nuôi cá'], 'chồng lúa', 'Trồng lúa'],
])('of %j “%s” is “%s”', (choices, said, value) => {
	expect(hearChoice(said, choices)).toEqual({ ok: true, value });
});

test('an answer that says more than the choice is said back', () => {
	expect(hearChoice('tôi đang là người thuê nhà', home)).toEqual({
		ok: true,
		value: 'Người thuê',
		confirm: true,
	});
});

test.each<[string[], string, string, string[]?]>([
	[home, 'người', 'ambiguous', ['Người thuê', 'Người ở nhờ']],
	[marriage, 'kết hôn rồi', 'ambiguous', ['Đã kết hôn', 'Chưa kết hôn']],
	[home, 'không phải chủ nhà', 'not-understood'],
	[home, 'con của chủ nhà', 'ambiguous', ['Chủ nhà']],
	[home, 'số bốn', 'not-understood'],
	[home, 'không biết', 'dont-know'],
	[home, 'không có', 'none'],
	[home, 'hôm nay trời mưa', 'not-understood'],
	[['Tân An', 'Tân Ân'], 'tan an', 'ambiguous', ['Tân An', 'Tân Ân']],
	[['2 bản', '1 bản'], 'hai', 'ambiguous', ['2 bản', '1 bản']],
	[[], 'một', 'not-understood'],
	[['Nam', 'Nữ'], 'nam hay nữ', 'ambiguous', ['Nam', 'Nữ']],
	[['Nam', 'Nữ', 'Khác'], 'cái thứ năm', 'not-understood'],
])('of %j “%s” is asked: %s', (choices, said, reason, offered) => {
	expect(hearChoice(said, choices)).toEqual({
		ok: false,
		reason,
		...(offered ? { choices: offered } : {}),
	});
});

test.each([
	['dùng ví', 'Ví điện tử'],
	['tôi trả bằng tiền mặt đi', 'Tiền mặt'],
	['thanh toán qua chuyển khoản nhé', 'Chuyển khoản'],
])('“%s” is the choice “%s”', (said, value) => {
	const answer = hearChoice(said, ['Tiền mặt', 'Chuyển khoản', 'Ví điện tử']);
	expect(answer).toMatchObject({ ok: true, value });
});
