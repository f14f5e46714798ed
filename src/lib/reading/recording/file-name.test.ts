import { expect, test } from 'vitest';
import { recordingFileName } from './file-name.ts';

test('a file name has plain letters and the code', () => {
	expect(recordingFileName('Đăng ký khai sinh (lưu động)', '1.001193')).toBe(
		'dang-ky-khai-sinh-luu-dong-1.001193.mp3',
	);
	expect(recordingFileName('../\u0000"', '../x')).toBe('..-x.mp3');
});
