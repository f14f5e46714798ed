import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitSentences } from './sentences.ts';

const texts = (text: string) => splitSentences(text).map((piece) => piece.text);

test('a sentence ends at its mark, not inside a number, an abbreviation or a reference', () => {
	expect(
		texts(
			'Nộp 1.500.000 đồng tại TP. Huế. Theo Điều 5. Nghị định số 104/2022/NĐ-CP thì miễn. Xong!',
		),
	).toEqual([
		'Nộp 1.500.000 đồng tại TP. Huế.',
		'Theo Điều 5. Nghị định số 104/2022/NĐ-CP thì miễn.',
		'Xong!',
	]);
});

test('list markers begin a piece and stay with their words', () => {
	expect(texts('Hồ sơ gồm: - Đơn; - Giấy. a) Bản chính; b) Bản sao. Bước 2: Chờ. 1. Nhận')).toEqual(
		['Hồ sơ gồm:', '- Đơn;', '- Giấy.', 'a) Bản chính;', 'b) Bản sao.', 'Bước 2: Chờ.', '1. Nhận'],
	);
});

test('what is too long is cut at a comma or a conjunction', () => {
	const long =
		'Cơ quan tiếp nhận hồ sơ kiểm tra tính đầy đủ của thành phần hồ sơ và cấp giấy tiếp nhận, ' +
		'trường hợp hồ sơ chưa đầy đủ thì hướng dẫn bằng văn bản để tổ chức, cá nhân bổ sung, hoàn thiện.';
	expect(texts(long)).toEqual([
		'Cơ quan tiếp nhận hồ sơ kiểm tra tính đầy đủ của thành phần hồ sơ và cấp giấy tiếp nhận,',
		'trường hợp hồ sơ chưa đầy đủ thì hướng dẫn bằng văn bản để tổ chức, cá nhân bổ sung, hoàn thiện.',
	]);
});

test('a count and what it counts, a date and a reference stay together', () => {
	const text = `${'Trong thời hạn giải quyết hồ sơ theo quy định của pháp luật hiện hành là '}${'06 (sáu) tháng '.repeat(8)}`;
	for (const piece of texts(text)) expect(piece).not.toMatch(/\)$/);
	const cited = 'căn cứ vào Thông tư số 12/2025/TT-BXD ngày 30 tháng 6 năm 2025 '.repeat(6);
	for (const piece of texts(cited)) expect(piece).not.toMatch(/(?:số|ngày|tháng|năm)$/);
});

test('signs alone are no piece', () => {
	expect(texts('- \n-\n Đơn \n --- \n…')).toEqual(['- \n-\n Đơn']);
	expect(splitSentences(' … ')).toEqual([]);
});

const official = fc
	.array(
		fc.oneof(
			fc.constantFrom(
				'Điều 5. ',
				'TP. ',
				'; ',
				', ',
				'. ',
				'\n',
				' và ',
				'- Đơn',
				'a) ',
				'Bước 1: ',
				'1.000',
				'hồ sơ ',
				'(',
				') ',
				'🙂',
			),
			fc.string({ unit: 'binary', maxLength: 20 }),
		),
		{ maxLength: 60 },
	)
	.map((parts) => parts.join(''));

test('the ranges follow each other and cover the text', () => {
	fc.assert(
		fc.property(official, (text) => {
			const pieces = splitSentences(text);
			const covered = pieces.map(({ start, end }) => text.slice(start, end)).join('');
			expect(covered).toBe(/[\p{L}\p{N}]/u.test(text) ? text : '');
			for (const piece of pieces) expect(piece.text).toMatch(/[\p{L}\p{N}]/u);
		}),
		{ numRuns: 2000 },
	);
});

test('no piece of ordinary text is longer than a breath', () => {
	fc.assert(
		fc.property(
			fc.array(fc.constantFrom('hồ', 'sơ,', 'nộp', 'tại', 'xã', 'Điều', '12', 'số'), {
				maxLength: 200,
			}),
			(list) => {
				for (const { text } of splitSentences(list.join(' ')))
					expect(text.length).toBeLessThanOrEqual(152);
			},
		),
	);
});

test.each(['a', 'a ', '1.', '. ', '; - ', 'Bước ', ' ', '\n', '.', 'số ', 'Điều 5. '])(
	'four hundred thousand characters of %j are split',
	(piece) => {
		// Were it not linear, the test would not end in its time.
		const text = piece.repeat(Math.ceil(400_000 / piece.length));
		for (const { start, end } of splitSentences(text)) expect(end).toBeGreaterThan(start);
	},
);
