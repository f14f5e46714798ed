import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFees } from './parse-fees.ts';
import { feeSchema } from './procedure.ts';
import * as v from 'valibot';

const one = (text: string) => {
	const { fees, unclear } = parseFees(text);
	expect(fees).toHaveLength(1);
	return { ...fees[0], unclear };
};

describe('an amount', () => {
	it.each([
		['10,000 đồng', 10_000, 'VND'],
		['10.000 đồng', 10_000, 'VND'],
		['30 USD', 30, 'USD'],
		['1,5 triệu', 1_500_000, 'VND'],
		['1,500,000 VNĐ', 1_500_000, 'VND'],
		['Phí : 500000 Đồng', 500_000, 'VND'],
		['300,000 VNĐ(Theo quy định cụ thể của Bộ Tài chính.)', 300_000, 'VND'],
		[
			'Phí : 4.500.000 Đồng (Theo quy định tại Thông tư số 59/2023/TT-BTC ngày 30/8/2023)',
			4_500_000,
			'VND',
		],
	])('is read from "%s"', (text, amount, currency) => {
		expect(one(text)).toMatchObject({ kind: 'amount', amount, currency, unclear: false });
	});

	it.each([
		['70,000 VNĐ(70.000 đồng/Giấy chứng nhận)', 70_000, 'Giấy chứng nhận'],
		['10,000 Việt Nam Đồng(10.000 đồng/khẩu-chiếc.)', 10_000, 'khẩu-chiếc'],
		['VNĐ(20.000 vnđ /tờ khai)', 20_000, 'tờ khai'],
		['500,000 Việt Nam Đồng(/hồ sơ)Phí: 500.000 đồng', 500_000, 'hồ sơ'],
		['6,000,000 VNĐ(đồng/lần (Khảo nghiệm diện rộng và diện hẹp))', 6_000_000, 'lần'],
		['Phí : 750.000 Đồng (750.000/ lần/ sản phẩm)', 750_000, 'lần/sản phẩm'],
		['100,000 VNĐ(100.000 đồng/01 lần cấp)', 100_000, 'lần cấp'],
		['Lệ phí : 2.500.000 đồng/giấy chứng nhận Đồng', 2_500_000, 'giấy chứng nhận'],
		['10 USD(/bản)', 10, 'bản'],
	])('knows what "%s" pays for', (text, amount, per) => {
		expect(one(text)).toMatchObject({ kind: 'amount', amount, per });
	});

	it('gets back the thousands it lost where the note has them', () => {
		expect(one('135 VNĐ(Lệ phí cấp giấy phép lái xe: 135.000 đồng/lần.)')).toMatchObject({
			kind: 'amount',
			amount: 135_000,
			per: 'lần',
		});
	});

	it('keeps the name the source gives it, one fee a line', () => {
		const { fees } = parseFees(
			'Phí : 500.000 Đồng\nLệ phí : 20.000 Đồng (đồng/giấy)\n\nMức giá : 0 Đồng',
		);
		expect(fees).toMatchObject([
			{ kind: 'amount', name: 'Phí', amount: 500_000 },
			{ kind: 'amount', name: 'Lệ phí', amount: 20_000, per: 'giấy' },
			{ kind: 'free', name: 'Mức giá' },
		]);
	});

	it.each([
		'200,000 Việt Nam Đồng(200.000 đồng/ hộ chiếu. Trường hợp cấp lại do bị mất: 400.000đ/hộ chiếu)',
		'800,000 Việt Nam Đồng((áp dụng mức phí 400.000 đồng/hồ sơ kể từ ngày 01/7/2025 đến hết ngày 31/12/2026 theo Thông tư số 64/2025/TT-BTC))',
		'70,000,000 VNĐ(Từ ngày 01/07/2025 mức lệ phí bằng 50% mức phí nêu trên)',
		'5,000,000 VNĐ((Miễn kể từ ngày 07/4/2026 đến 30/6/2026 theo Thông tư 40/2026/TT-BTC))',
		'Phí : 500.000 Đồng (500.000/lô hàng +số mặt hàng x100.000 Tối đa 5.000.000/lô hàng)',
		'150,000 Việt Nam Đồng(- Mức lệ phí cụ thể do Hội đồng nhân dân tỉnh quyết định)',
		'15,000,000 VNĐ(lần đầu hoặc định kỳ 5 năm 15.000.0000 đồng/lần)',
		'50 VNĐ(Phí hải quan 50USD/chuyến bay đến)',
		'VNĐ(từ 20.000 đồng đối với hàng hóa xuất khẩu; 200.000 đồng đối với hàng quá cảnh)',
	])('is not chosen where several or conditions stand: "%s"', (text) => {
		expect(one(text)).toMatchObject({ kind: 'described', text, unclear: true });
	});
});

describe('free', () => {
	it.each([
		'Miễn phí',
		'Không',
		'0 đồng',
		'Phí : 0 Đồng',
		'Phí : Không Đồng',
		'Miễn phí(Không có.)',
		'Miễn phí(Không quy định)',
		'Miễn phí(- Miễn lệ phí (Thông tư số 47/2019/TT-BTC).)',
		'Phí : Đồng (Không)',
	])('is what "%s" says', (text) => {
		expect(one(text)).toMatchObject({ kind: 'free', unclear: false });
	});

	it.each([
		'Miễn phí(do Hội đồng nhân dân cấp tỉnh quy định)',
		'Miễn phí(Mức lệ phí cụ thể do Hội đồng nhân dân tỉnh quyết định. Miễn lệ phí cho người thuộc hộ nghèo.)',
		'Miễn phí(Miễn lệ phí cho người thuộc gia đình có công với cách mạng)',
		'Miễn phí(Chưa quy định.)',
		'Miễn phí(a)',
		'Miễn phí(150.000 đồng/giấy)',
		'Miễn phí(Theo quy định của Luật phí và lệ phí)',
		'Phí : Đồng (Theo quy định của Bộ Tài chính)',
		'Lệ phí : Không quy định Đồng',
	])('is not what "%s" says', (text) => {
		expect(one(text)).toMatchObject({ kind: 'described', text, unclear: true });
	});
});

describe('unknown', () => {
	it.each(['', 'Không có thông tin(1)', 'Không có thông tin (2)'])(
		'is "%s", never free',
		(text) => {
			expect(one(text)).toEqual({ kind: 'unknown', text, unclear: false });
		},
	);
	it.each(['VNĐ', '1 Việt Nam Đồng', '850 VNĐ', 'Phí : Đồng'])('is "%s", and says so', (text) => {
		expect(one(text)).toMatchObject({ kind: 'unknown', text, unclear: true });
	});
});

describe('the last day of a fee', () => {
	it.each([
		['Phí : 50.000 Đồng (Thông tư số 64/2025/TT-BTC)', '2026-12-31'],
		['VNĐ(25.000đ/tem áp dụng đến hết ngày 31/12/2026)', '2026-12-31'],
		[
			'25.000 đồng/CCHN (từ ngày 01 tháng 7 năm 2025 đến hết ngày 31 tháng 12 năm 2026)',
			'2026-12-31',
		],
		['20,000,000 VNĐ(Miễn phí từ ngày 07/4/2026 đến 30/6/2026)', '2026-06-30'],
	])('is named in "%s"', (text, day) => {
		expect(one(text)).toMatchObject({ validUntil: day });
	});
	it('is not set by a day that does not exist or only begins', () => {
		expect(one('100.000 đồng (đến hết ngày 31/02/2026)')).not.toHaveProperty('validUntil');
		expect(one('100.000 đồng (từ ngày 01/01/2026)')).not.toHaveProperty('validUntil');
	});
});

it('every fee of any text fits the schema, and an amount is only read where digits stand', () => {
	const bits = [
		'Phí : ',
		'Lệ phí : ',
		'Miễn phí',
		'(',
		')',
		'10,000',
		'5.000',
		' đồng',
		'VNĐ',
		'\n',
		'0 ',
		'/lần',
		'31/12/2026',
		' đến hết ngày ',
		'Không',
		'%',
		'x',
	];
	const text = fc.oneof(
		fc.string(),
		fc.array(fc.constantFrom(...bits)).map((parts) => parts.join('')),
	);
	fc.assert(
		fc.property(text, (source) => {
			for (const fee of parseFees(source).fees) {
				expect(v.is(feeSchema, fee)).toBe(true);
				if (fee.kind === 'amount') expect(fee.text).toMatch(/\d/);
				if (fee.kind === 'free') expect(source).toMatch(/miễn|không|0/i);
			}
		}),
	);
});
