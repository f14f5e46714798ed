import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readShared, type Shared } from './shared.ts';

it.each<[string, Shared, string]>([
	[
		'the national portal',
		{ url: 'https://dichvucong.gov.vn/p/home/dvc-chi-tiet-thu-tuc.html?ma_thu_tuc=1.001193' },
		'1.001193',
	],
	['our own page', { text: 'https://motcua.example/thu-tuc/1.004194' }, '1.004194'],
	[
		'a provincial portal’s longer code',
		{ url: 'https://dichvucong.tinh.gov.vn/tthc/chi-tiet/2.000635.000.00.00.H57' },
		'2.000635',
	],
	[
		'a link inside a text',
		{ title: 'Cổng Dịch vụ công', text: 'Chị xem ở đây nhé https://a.vn/x?id=1.000656&v=2' },
		'1.000656',
	],
	['an escaped link', { url: 'https://a.vn/?u=%2Fthu-tuc%2F1.001022' }, '1.001022'],
	['a code alone', { text: ' 1.001193. ' }, '1.001193'],
])('opens the procedure that is named by %s', (_, shared, code) => {
	expect(readShared(shared)).toEqual({ code });
});

it.each<[string, Shared, string]>([
	['a sentence', { text: 'làm giấy khai sinh cho con' }, 'làm giấy khai sinh cho con'],
	['a quotation', { text: '“Đăng ký kết hôn”' }, 'Đăng ký kết hôn'],
	[
		'the first sentence of a message',
		{ text: 'Tôi muốn đổi bằng lái xe. Bằng cũ mất rồi, giờ phải làm sao hả cháu?' },
		'Tôi muốn đổi bằng lái xe',
	],
	[
		'the first line that says something',
		{ text: 'Alo\nem cần đăng ký tạm trú\ncảm ơn' },
		'em cần đăng ký tạm trú',
	],
	[
		'a page’s title, without the site’s name',
		{ title: 'Thủ tục đăng ký khai tử | Thư viện pháp luật', text: 'https://a.vn/123456' },
		'Thủ tục đăng ký khai tử',
	],
	[
		'a link that is readable',
		{ url: 'https://a.vn/bai-viet/cap-lai-so-do-bi-mat.html?utm=1' },
		'cap lai so do bi mat',
	],
	['one word', { text: 'hộ chiếu' }, 'hộ chiếu'],
	[
		'a money amount, which is no code',
		{ text: 'nộp 1.000.000 đồng lệ phí' },
		'nộp 1.000.000 đồng lệ phí',
	],
	['nothing', {}, ''],
	['a link that says nothing', { url: 'https://a.vn/p/8f3a2b' }, ''],
])('searches for %s', (_, shared, query) => {
	expect(readShared(shared)).toEqual({ query });
});

it('cuts a long text at a word', () => {
	const meant = readShared({ text: 'đăng ký khai sinh cho con '.repeat(40) });
	expect(meant).toEqual({
		query: expect.stringMatching(/^(đăng ký khai sinh cho con ?)+/) as string,
	});
	const { query } = meant as { query: string };
	expect(query.length).toBeLessThanOrEqual(120);
	expect('đăng ký khai sinh cho con '.repeat(40)).toContain(`${query} `);
});

it('takes whatever is shared without a fault, and asks for no more than a line', () => {
	const part = fc.option(fc.string({ unit: 'grapheme', maxLength: 300 }));
	fc.assert(
		fc.property(part, part, fc.oneof(part, fc.webUrl()), (title, text, url) => {
			const meant = readShared({ title, text, url });
			if ('code' in meant) return expect(meant.code).toMatch(/^\d\.\d{6}$/);
			expect(meant.query.length).toBeLessThanOrEqual(300);
			expect(meant.query).not.toMatch(/\n/);
		}),
	);
});
