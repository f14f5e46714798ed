import { expect, test } from 'vitest';
import { fold } from '../marks.ts';
import { hearYesNo } from './hear-yes-no.ts';

const words = (text: string) => text.split('|').map((word) => [word]);

test.each(
	words(
		'có|dạ|vâng|dạ vâng|ừ|ờ|ok|OK|ô kê|đúng|đúng rồi|phải|phải rồi|chính xác|được|đồng ý|dạ có|dạ đúng rồi ạ|có chứ|vâng ạ|ừ đúng|có ạ|rồi|đã có|co|dung roi|da co|vang|không sai|chuẩn|tất nhiên|ừ thì có|vâng, đúng vậy|yes',
	),
)('“%s” is yes', (said) => {
	expect(hearYesNo(said)).toEqual({ ok: true, value: true });
});

test.each(
	words(
		'không|dạ không|không ạ|không phải|không phải đâu|không đúng|chưa|dạ chưa|chưa có|chưa đúng|sai|sai rồi|nhầm rồi|thôi|hổng|hông|hổng phải|hông có|hong|khong|khong phai|không có|vâng không|đâu có|chả|không đồng ý|không được|khỏi|không đâu ạ|sai hết rồi|da khong|chắc chắn không|ko|no|chưa bao giờ|hổng có đâu|trật rồi',
	),
)('“%s” is no', (said) => {
	expect(hearYesNo(said)).toEqual({ ok: true, value: false });
});

test.each([
	['tôi chưa kết hôn', false],
	['có hai con', true],
	['không có xe', false],
	['dạ em đã đăng ký rồi', true],
])('“%s” answers by how it opens, and is said back', (said, value) => {
	expect(hearYesNo(said)).toEqual({ ok: true, value, confirm: true });
});

test.each<[string, string]>([
	['có lẽ', 'vague'],
	['chắc vậy', 'vague'],
	['sao cũng được', 'vague'],
	['có không', 'ambiguous'],
	['không, đúng rồi', 'ambiguous'],
	['không biết', 'dont-know'],
	['bỏ qua', 'skip'],
	['không hiểu', 'not-understood'],
	['không nghe rõ', 'not-understood'],
	['phải hỏi lại', 'not-understood'],
	['có gì', 'not-understood'],
	['hai mươi', 'not-understood'],
	['lê thị hoa', 'not-understood'],
	['', 'empty'],
])('“%s” is asked again: %s', (said, reason) => {
	expect(hearYesNo(said)).toMatchObject({ ok: false, reason });
});

test('what has no marks and may be yes as well as no is asked', () => {
	for (const said of ['da dung', 'dung'])
		expect(hearYesNo(said)).toEqual({ ok: false, reason: 'ambiguous', choices: [true, false] });
	expect(hearYesNo('dung roi')).toEqual({ ok: true, value: true });
	expect(hearYesNo('khong dung')).toEqual({ ok: true, value: false });
});

test('an answer never turns into its opposite when the marks are lost', () => {
	const answers =
		'có|đúng|phải|được|đồng ý|rồi|không|không phải|chưa|sai|đừng|thôi|khỏi|nhầm'.split('|');
	for (const polite of ['', 'dạ ', 'vâng ', 'ừ '])
		for (const one of answers) {
			const said = polite + one;
			const [marked, bare] = [hearYesNo(said), hearYesNo(fold(said))];
			if (marked.ok && bare.ok) expect(bare.value, said).toBe(marked.value);
		}
});
