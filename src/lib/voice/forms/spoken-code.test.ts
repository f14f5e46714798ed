import { expect, test } from 'vitest';
import { hearCode } from './spoken-code.ts';

test.each([
	['xê một hai ba bốn năm sáu bảy', 'C1234567'],
	['mười hai gạch chéo gờ xờ nờ', '12/GXN'],
	['một năm xuyệt giê bê tê', '15/GBT'],
	['số hai lăm trên hai không hai không', '25/2020'],
	['không một gạch ngang đê', '01-Đ'],
	['12/GXN', '12/GXN'],
	['hai năm', '25'],
])('“%s” is %s', (said, code) => {
	expect(hearCode(said)).toBe(code);
});

test.each(['hộ chiếu của tôi', 'số hai mươi của xã', ''])('“%s” is no code', (said) => {
	expect(hearCode(said)).toBeUndefined();
});
