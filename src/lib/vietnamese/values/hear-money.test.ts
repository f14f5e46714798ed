import { expect, test } from 'vitest';
import { hearMoney } from './hear-money.ts';

test.each<[string, number]>(
	[
		['năm mươi nghìn đồng', 50_000],
		['năm mươi ngàn', 50_000],
		['hai trăm nghìn', 200_000],
		['hai triệu rưỡi', 2_500_000],
		['hai triệu năm', 2_500_000],
		['hai triệu năm trăm nghìn', 2_500_000],
		['ba triệu tư', 3_400_000],
		['một tỷ hai', 1_200_000_000],
		['một trăm hai nghìn', 120_000],
		['mười hai nghìn rưỡi', 12_500],
		['hai mươi năm nghìn', 25_000],
		['không đồng', 0],
		['không', 0],
		['miễn phí', 0],
		['10,000 đồng', 10_000],
		['10.000đ', 10_000],
		['10000 VNĐ', 10_000],
		['50k', 50_000],
		['1,5 triệu', 1_500_000],
		['1.5 triệu đồng', 1_500_000],
		['2tr5', 2_500_000],
		['5 triệu một tháng', 5_000_000],
		['mười nghìn đồng một bản', 10_000],
		['dạ khoảng ba triệu ạ', 3_000_000],
		['ba trăm nghìn đồng chẵn', 300_000],
		['năm trăm đồng', 500],
		['hai triệu ba trăm đồng', 2_000_300],
		['một triệu không trăm linh năm nghìn đồng', 1_005_000],
		['ba trieu', 3_000_000],
	].filter((row): row is [string, number] => !Number.isNaN(row[1])),
)('“%s” is %d đồng', (said, value) => {
	expect(hearMoney(said)).toEqual({ ok: true, value });
});

test.each<[string, number, string]>([
	['hai đô la', 2, 'USD'],
	['$1,42', 1.42, 'USD'],
	['hai đô 23 xu', 2.23, 'USD'],
	['20 euro', 20, 'EUR'],
	['một nghìn yên', 1000, 'JPY'],
	['năm trăm nhân dân tệ', 500, 'CNY'],
])('“%s” keeps its currency', (said, value, currency) => {
	expect(hearMoney(said)).toEqual({ ok: true, value, currency });
});

test.each<[string, string, number[]?]>([
	['năm trăm', 'ambiguous', [500_000, 500]],
	['hai triệu ba trăm', 'ambiguous', [2_300_000, 2_000_300]],
	['hai tỷ ba trăm', 'ambiguous', [2_300_000_000, 2_000_000_300]],
	['hai ba triệu', 'ambiguous', [23_000_000, 2_000_000, 3_000_000]],
	['hai củ', 'slang', [2_000_000]],
	['ba củ rưỡi', 'slang', [3_500_000]],
	['năm mươi cành', 'slang', [50_000]],
	['hai lít', 'slang', [200_000]],
	['từ một triệu đến hai triệu', 'range'],
	['dưới năm triệu', 'range'],
	['hơn ba triệu', 'range'],
	['không biết', 'dont-know'],
	['không có', 'none'],
	['tùy', 'not-understood'],
	['1,5 đồng', 'not-understood'],
	['triệu', 'not-understood'],
	['nghìn đồng', 'not-understood'],
	['không phải hai triệu', 'not-understood'],
])('“%s” is asked: %s', (said, reason, choices) => {
	expect(hearMoney(said)).toEqual({ ok: false, reason, ...(choices ? { choices } : {}) });
});

test.each([
	['lương tôi bảy triệu', 7_000_000],
	['thu nhập của tôi là mười triệu một tháng', 10_000_000],
	['dạ lương hưu của bác ba triệu rưỡi', 3_500_000],
	['mỗi tháng tôi được năm trăm nghìn', 500_000],
	['vốn điều lệ là hai tỷ đồng', 2_000_000_000],
])('“%s” holds %d', (said, value) => {
	expect(hearMoney(said)).toEqual({ ok: true, value });
});
