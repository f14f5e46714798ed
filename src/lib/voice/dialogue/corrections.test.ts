import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterRefusal, hearCorrection } from './corrections.ts';

describe('a correction', () => {
	it.each<[string, object]>([
		['không phải', { is: 'wrong' }],
		['sai rồi', { is: 'wrong' }],
		['Sai rồi ạ.', { is: 'wrong' }],
		['nhầm rồi', { is: 'wrong' }],
		['ý tôi là nữ', { is: 'meant', right: 'nữ' }],
		['ý em là mười hai', { is: 'meant', right: 'mười hai' }],
		['không, ý tôi là Hoa', { is: 'meant', right: 'hoa' }],
		['sai rồi, phải là nữ', { is: 'meant', right: 'nữ' }],
		['sửa lại thành mười hai', { is: 'meant', right: 'mười hai' }],
		['không phải Thúy mà là Thủy', { is: 'swap', wrong: 'thúy', right: 'thủy' }],
		['không phải tháng tư mà tháng năm', { is: 'swap', wrong: 'tháng tư', right: 'tháng năm' }],
		['sai rồi, không phải nam mà là nữ', { is: 'swap', wrong: 'nam', right: 'nữ' }],
		['nữ chứ không phải nam', { is: 'swap', wrong: 'nam', right: 'nữ' }],
	])('"%s" is %o', (said, meant) => {
		expect(hearCorrection(said)).toEqual(meant);
	});

	it.each(['nữ', 'Lê Thị Mà', 'không', 'không có', 'xã Mường Phăng', 'không biết'])(
		'"%s" puts nothing right by naming it',
		(said) => {
			expect(hearCorrection(said)?.is).not.toBe('meant');
			expect(hearCorrection(said)?.is).not.toBe('swap');
		},
	);

	it('is heard in any text without harm', () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				hearCorrection(text);
				expect(afterRefusal(text).length).toBeLessThanOrEqual(text.normalize('NFC').length * 3 + 1);
			}),
		);
	});
});

it('leaves what stands after a refusal', () => {
	expect(afterRefusal('không, mười hai')).toBe('mười hai');
	expect(afterRefusal('không phải, là nữ')).toBe('nữ');
	expect(afterRefusal('Lê Minh An')).toBe('lê minh an');
});
