import { expect, test } from 'vitest';
import { hearDigits, hearId, hearPhone, idDoubt } from './hear-digits.ts';

test.each([
	['không chín một hai, ba bốn năm, sáu bảy tám', '0912345678'],
	['không chín một hai ba bốn năm sáu bảy tám', '0912345678'],
	['0912 345 678', '0912345678'],
	['0912.345.678', '0912345678'],
	['không chín 12 ba bốn năm', '0912345'],
	['số không, số một', '01'],
	['ba số không một hai', '00012'],
	['hai con tám, bốn số chín', '889999'],
	['hai lăm tư mốt', '2541'],
	['ba linh hai', '302'],
	['một một ba', '113'],
	['khong chin mot hai', '0912'],
	['số của tôi là 12 34 ạ', '1234'],
	['không', '0'],
])('“%s” is the digits %s', (said, value) => {
	expect(hearDigits(said)).toEqual({ ok: true, value });
});

test.each<[string, string, string[]?]>([
	['không chín mười hai', 'say-digits'],
	['một trăm hai mươi', 'say-digits'],
	['bảy ba số không', 'ambiguous', ['7000', '730']],
	['abc', 'not-understood'],
	['không biết', 'dont-know'],
	['không có', 'none'],
	['', 'empty'],
])('“%s” is asked: %s', (said, reason, choices) => {
	expect(hearDigits(said)).toEqual({ ok: false, reason, ...(choices ? { choices } : {}) });
});

test.each([
	['không chín một hai ba bốn năm sáu bảy tám', '0912345678'],
	['không chín một hai ba số không sáu bảy tám', '0912000678'],
	['cộng tám tư chín một hai ba bốn năm sáu bảy tám', '0912345678'],
	['cộng tám mươi bốn không chín ba sáu năm năm năm bốn bốn chín', '0936555449'],
	['+84 912 345 678', '0912345678'],
	['84912345678', '0912345678'],
	['(024) 3825-5555', '02438255555'],
	['một tám không không một không chín sáu', '18001096'],
	['1900 6017', '19006017'],
	['+33 6 12 34 56 78', '+33612345678'],
])('“%s” is the phone number %s', (said, value) => {
	expect(hearPhone(said)).toEqual({ ok: true, value });
});

test.each([
	['không chín một hai ba', 'wrong-length'],
	['một một ba', 'wrong-length'],
	['không chín mười hai ba bốn năm sáu', 'say-digits'],
	['không có', 'none'],
	['không chín một hai ba bốn năm sáu bảy tám chín', 'wrong-length'],
	['01234567890', 'wrong-length'],
])('“%s” is no phone number: %s', (said, reason) => {
	expect(hearPhone(said)).toEqual({ ok: false, reason });
});

test.each([
	['không không một, một chín không, không một hai, ba bốn năm', '001190012345'],
	['001 190 012 345', '001190012345'],
	['không bảy chín hai chín năm sáu số không', '079295000000'],
])('“%s” is the personal number %s', (said, value) => {
	expect(hearId(said)).toEqual({ ok: true, value });
});

test.each([
	['999190012345', 'province'],
	['001790012345', 'century'],
	['001190012345', undefined],
])('%s cannot be right by its %s', (id, doubt) => {
	expect(idDoubt(id)).toBe(doubt);
	expect(hearId(id)).toEqual({ ok: true, value: id, ...(doubt ? { confirm: true } : {}) });
});

test.each([
	['không không một một chín không', 'wrong-length'],
	['123456789', 'wrong-length'],
	['không không một trăm', 'say-digits'],
])('“%s” is no personal number: %s', (said, reason) => {
	expect(hearId(said)).toEqual({ ok: false, reason });
});

test('people who look for the next digit are waited for; an id has its length to be sure by', () => {
	const id = 'không bảy chín, ờ, một chín chín, à không không một, rồi hai ba bốn';
	expect(hearId(id)).toEqual({ ok: true, value: '079199001234' });
	const phone = 'dạ số của tôi là không chín một hai, ừm, ba bốn năm, rồi sáu bảy tám ạ';
	expect(hearPhone(phone)).toEqual({ ok: true, value: '0912345678' });
	expect(hearDigits('một hai, à, ba bốn')).toEqual({ ok: true, value: '1234', confirm: true });
	expect(hearId('không bảy chín, à nhầm, không bảy tám').ok).toBe(false);
});
