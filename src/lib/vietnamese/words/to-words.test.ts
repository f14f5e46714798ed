import { describe, expect, test } from 'vitest';
import { toWords } from './to-words.ts';

const say = (text: string) => toWords(text).words;

describe('house choices', () => {
	test.each([
		['24', 'hai mươi tư'],
		['101', 'một trăm linh một'],
		['1001', 'một nghìn không trăm linh một'],
		['7,05', 'bảy phẩy không năm'],
		['lệ phí 10,000 đồng', 'lệ phí mười nghìn đồng'],
		['1,299', 'một phẩy hai chín chín'],
		['Mẫu số 01', 'Mẫu số không một'],
		['nộp 02 bộ', 'nộp hai bộ'],
		['trong 03 (ba) ngày', 'trong ba ngày'],
		['05 (năm) ngày làm việc', 'năm ngày làm việc'],
		[
			'123/2015/NĐ-CP',
			'nghị định số một trăm hai mươi ba năm hai nghìn không trăm mười lăm của Chính phủ',
		],
		['1/2 kg', 'một phần hai ki lô gam'],
		['12/2025/TT-BTP', 'thông tư số mười hai năm hai nghìn không trăm hai mươi lăm của Bộ Tư pháp'],
		['điểm b khoản 2 Điều 5', 'điểm bê khoản hai Điều năm'],
		['VNeID', 'vê nờ e i dê'],
		[
			'B C D Đ F G H J K L M N P Q R S T V W X Z',
			'bê xê dê đê ép giê hát gi ca e lờ em mờ en nờ pê quy e rờ ét tê vê vê kép ích dét',
		],
	])('%s', (text, words) => {
		expect(say(text)).toBe(words);
	});

	test('Southern speech says lẻ and ngàn', () => {
		expect(toWords('1.105', { region: 'south' }).words).toBe('một ngàn một trăm lẻ năm');
		expect(toWords('500k', { region: 'south' }).words).toBe('năm trăm ngàn');
	});
});

describe('classes of the catalogue', () => {
	test.each([
		['1.500.000 đ', 'một triệu năm trăm nghìn đồng'],
		['20.000 đồng/lần', 'hai mươi nghìn đồng một lần'],
		['30 USD', 'ba mươi đô la Mỹ'],
		['1,5 triệu đồng', 'một phẩy năm triệu đồng'],
		['500k', 'năm trăm nghìn'],
		['10.000 đồng/1.000 m2', 'mười nghìn đồng mỗi một nghìn mét vuông'],
		['15–20 ngày', 'mười lăm đến hai mươi ngày'],
		['từ 8h00 đến 11h30', 'từ tám giờ đến mười một giờ ba mươi phút'],
		['ngày 28/02/ 2017', 'ngày hai mươi tám tháng hai năm hai nghìn không trăm mười bảy'],
		['Quý IV', 'Quý tư'],
		['hạng B, loại C', 'hạng bê, loại xê'],
		['phần xi măng, loại vi khuẩn', 'phần xi măng, loại vi khuẩn'],
		['Hotline: 19001009', 'Hotline: một chín không không, một không không chín'],
		['0912 345 678', 'không chín một hai, ba bốn năm, sáu bảy tám'],
		['số 001085012345', 'số không không một, không tám năm, không một hai, ba bốn năm'],
		['mã 1.001193', 'mã một chấm không không một, một chín ba'],
		['Mẫu số 01/ĐKKS', 'Mẫu số không một đê ca ca ét'],
		['tờ khai CT01', 'tờ khai xê tê không một'],
		['998/QĐ-BXD', 'quyết định số chín trăm chín mươi tám của Bộ Xây dựng'],
		[
			'Luật số 61/2020/QH14',
			'Luật số sáu mươi mốt năm hai nghìn không trăm hai mươi của Quốc hội khóa mười bốn',
		],
		[
			'Thông tư số 12/2025/TT-BXD ngày 30/6/2025 của Bộ trưởng Bộ Xây dựng',
			'Thông tư số mười hai năm hai nghìn không trăm hai mươi lăm ngày ba mươi tháng sáu năm hai nghìn không trăm hai mươi lăm của Bộ trưởng Bộ Xây dựng',
		],
		[
			'155/2020/NĐ-CPNghị định sửa đổi',
			'nghị định số một trăm năm mươi lăm năm hai nghìn không trăm hai mươi của Chính phủ Nghị định sửa đổi',
		],
		['UBND TP. Huế', 'ủy ban nhân dân thành phố Huế'],
		['P. Bến Nghé, Q.1', 'phường Bến Nghé, quận một'],
		['P. Tổ chức cán bộ', 'phòng Tổ chức cán bộ'],
		[
			'GCN QSDĐ, HKTT, BHXH',
			'giấy chứng nhận quyền sử dụng đất, hộ khẩu thường trú, bảo hiểm xã hội',
		],
		['cha/mẹ và/hoặc 01 bản chính/bản sao', 'cha hoặc mẹ và hoặc một bản chính hoặc bản sao'],
		[
			'xem https://dichvucong.gov.vn/tra-cuu?a=1 nhé',
			'xem dichvucong chấm gov chấm vê en nờ có đường dẫn nhé',
		],
		['motcua@hue.gov.vn', 'motcua a còng hue chấm gov chấm vê en nờ'],
		['a) Đơn;\n- Giấy', 'a, Đơn. Giấy'],
		['QUY ĐỊNH CHUNG', 'quy định chung'],
		['XYZ', 'ích y dét'],
		['M’Nông, H’Mông', 'Mơ Nông, Hơ Mông'],
		['ISO 9001:2015', 'i sô chín nghìn không trăm linh một năm hai nghìn không trăm mười lăm'],
		['-01 ảnh', 'một ảnh'],
	])('%s', (text, words) => {
		expect(say(text)).toBe(words);
	});
});

describe('anything else', () => {
	test.each([
		['🙂', ''],
		['\ud800abc\udc00', 'abc'],
		['漢字 và العربية', 'và'],
		['m² ½ №5 ﬁ', 'em mờ mũ hai một phần hai số năm fi'],
		['Сơ Тư pháp', 'Cơ Tư pháp'],
		['', ''],
	])('%j', (text, words) => {
		expect(say(text)).toBe(words);
	});

	test('text in decomposed Unicode is read like composed text', () => {
		expect(say('Giấy khai sinh'.normalize('NFD'))).toBe('Giấy khai sinh');
	});

	test('letters of an address after a digit never turn into a numeral on a second reading', () => {
		const { words } = toWords('a@b.vn15ivà');
		expect(toWords(words).words).toBe(words);
	});

	test('every token knows its place in the source', () => {
		const text = 'Nộp 10.000 đồng tại UBND xã'.normalize('NFD');
		const placed = toWords(text).tokens.map(({ source: [start, end], words }) => [
			text.slice(start, end).normalize('NFC'),
			words,
		]);
		expect(placed).toEqual([
			['Nộp', 'Nộp'],
			['10.000 đồng', 'mười nghìn đồng'],
			['tại', 'tại'],
			['UBND', 'ủy ban nhân dân'],
			['xã', 'xã'],
		]);
	});

	test('skimming leaves out asides and the numbers of legal texts', () => {
		const text =
			'Nộp hồ sơ (bản giấy) theo điểm a khoản 2 Điều 5 Nghị định số 123/2015/NĐ-CP ngày 15/11/2015 tại xã.';
		expect(toWords(text, { mode: 'skim' }).words).toBe('Nộp hồ sơ tại xã.');
	});

	test("a person's own pronunciation wins, and is itself read by the rules", () => {
		expect(toWords('UBND', { abbreviations: { UBND: 'xã 5' } }).words).toBe('xã năm');
	});
});
