import { describe, expect, it } from 'vitest';
import { createNeed } from './need.ts';

const need = createNeed({
	everyday: ['đăng ký khai sinh'],
	common: ['cấp lại biển số xe…'],
});

describe('how much people need a procedure', () => {
	it('is told by its name, whatever wraps it and however its tones are placed', () => {
		expect(need('Thủ tục đăng ký khai sinh')).toBe(1);
		expect(need('ĐĂNG KÝ KHAI SINH (thực hiện tại cấp xã)')).toBe(1);
	});

	it('is not told by a longer name, unless the table says "begins so"', () => {
		expect(need('Thủ tục đăng ký khai sinh lưu động')).toBe(0);
		expect(need('Cấp lại biển số xe bị mất')).toBe(0.7);
	});

	it('is nothing for what the table does not know', () => {
		expect(need('')).toBe(0);
		expect(need('Cấp phép bay')).toBe(0);
	});
});
