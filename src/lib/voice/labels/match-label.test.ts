import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchLabel, pressedLabel } from './match-label.ts';

const labels = [
	['Trang chủ'],
	['Hộp gửi (2)', 'Hộp gửi'],
	['Sửa', 'Sửa: Ngày sinh của bé'],
	['Sửa', 'Sửa: Giới tính của bé'],
	['Lưu bản nghe'],
	['Xóa ô tìm kiếm'],
];
const best = (said: string) => matchLabel(said, labels).map(({ at }) => at);

describe('a control named aloud', () => {
	it.each([
		['trang chủ', [0]],
		['hộp gửi hai', [1]],
		['hộp gửi', [1]],
		['sửa ngày sinh của bé', [2]],
		['giới tính của bé', [3]],
		['lưu bản nghe', [4]],
		['xoá ô tìm kiếm', [5]],
		['lưu bảng nghe', [4]],
		['trang chũ', [0]],
	])('"%s" is found', (said, expected) => {
		expect(best(said)).toEqual(expected);
	});

	it('is asked about where several bear the name', () => {
		expect(best('sửa')).toEqual([2, 3]);
	});

	it('is none of them where nothing is like it', () => {
		expect(best('làm giấy khai sinh cho con')).toEqual([]);
	});

	it('is always found by its own name', () => {
		const name = fc
			.array(fc.constantFrom('lưu', 'mở', 'bản', 'nghe', 'sửa', 'ngày', 'hồ', 'sơ', '3', 'A'), {
				minLength: 1,
				maxLength: 6,
			})
			.map((words) => words.join(' '));
		fc.assert(
			fc.property(fc.array(name, { minLength: 1, maxLength: 8 }), fc.nat(), (names, pick) => {
				const at = pick % names.length;
				const found = matchLabel(
					names[at] as string,
					names.map((one) => [one]),
				);
				expect(found.map((match) => match.at)).toContain(at);
				expect(found[0]?.likeness).toBe(1);
			}),
		);
	});
});

it.each([
	['bấm Lưu bản nghe', { label: 'Lưu bản nghe', sure: true }],
	['nhấn vào nút gửi ngay đi', { label: 'gửi ngay', sure: true }],
	['mở cài đặt', { label: 'cài đặt', sure: false }],
	['khai sinh', { label: 'khai sinh', sure: false }],
])('"%s" names %o', (said, expected) => {
	expect(pressedLabel(said)).toEqual(expected);
});
