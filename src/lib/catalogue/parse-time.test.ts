import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTime } from './parse-time.ts';

const known = (amount: number, unit: string) => ({ time: { kind: 'known', amount, unit } });

describe('parseTime', () => {
	it.each([
		['5 Ngày làm việc', 5, 'workingDay'],
		['07 Ngày làm việc', 7, 'workingDay'],
		['30 Ngày', 30, 'day'],
		['1.5 Ngày làm việc', 1.5, 'workingDay'],
		['0,5 Giờ', 0.5, 'hour'],
		['24 Giờ', 24, 'hour'],
		['12 Tháng', 12, 'month'],
		['Trong thời hạn 3 ngày làm việc kể từ ngày nhận hồ sơ hợp lệ.', 3, 'workingDay'],
		['Trong thời hạn 15 ngày làm việc, kể từ ngày nhận đủ hồ sơ', 15, 'workingDay'],
		['Không quá 20 ngày', 20, 'day'],
	])('reads "%s"', (text, amount, unit) => {
		expect(parseTime(text)).toMatchObject(known(amount, unit));
	});

	it.each(['1', '5', '120,000', '10-25', '1100'])('does not take "%s" for days', (text) => {
		expect(parseTime(text)).toEqual({ time: { kind: 'unknown', text }, flag: 'time_unit_missing' });
	});

	it('knows nothing of an empty time', () => {
		expect(parseTime(' \n')).toEqual({ time: { kind: 'unknown', text: '' } });
	});

	it.each(['0 Giờ', '0 Ngày làm việc', 'TH', 'khác', 'Không'])(
		'promises nothing for "%s"',
		(text) => {
			expect(parseTime(text)).toEqual({ time: { kind: 'unknown', text }, flag: 'time_unclear' });
		},
	);

	it.each([
		'Không quy định',
		'không quy định.',
		'Chưa có quy định cụ thể',
		'Không có quy định cụ thể',
		'Không xác định',
	])('hears in "%s" that no limit is set', (text) => {
		expect(parseTime(text)).toEqual({ time: { kind: 'unregulated', text } });
	});

	it.each([
		'02 tháng và 15 ngày làm việc',
		'07 ngày làm việc hoặc 30 ngày làm việc',
		'Trước ngày 30 tháng 9 của năm xét chọn',
		'Ngay trong ngày nếu đủ điều kiện thanh toán.',
		'05 ngày làm việc đối với việc cấp giấy; 10 ngày đối với việc giải thể cơ sở.',
		'Trong thời hạn 30 ngày làm việc kể từ ngày xác định doanh nghiệp thuộc trường hợp giải thể, người có thẩm quyền thành lập Hội đồng.',
	])('keeps "%s" as a text', (text) => {
		expect(parseTime(text)).toEqual({ time: { kind: 'described', text }, flag: 'time_unclear' });
	});

	it('never reads a known time from a text without exactly one number', () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom(...'0123,. ngàygiờ-') }), (text) => {
				const { time } = parseTime(text);
				if (time.kind === 'known') expect(time.text.match(/\d+([.,]\d+)?/g)).toHaveLength(1);
			}),
		);
	});
});
