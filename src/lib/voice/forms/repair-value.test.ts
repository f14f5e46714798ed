import { describe, expect, it } from 'vitest';
import { hearEmail } from './spoken-email.ts';
import { repairDate, repairDigits, repairText } from './repair-value.ts';

describe('one part put right', () => {
	it('is a syllable of a name, with its capital', () => {
		expect(repairText('Lê Thị Thúy', 'thúy', 'thủy')).toBe('Lê Thị Thủy');
		expect(repairText('Lê Thị Thúy', 'hằng', 'hoa')).toBeUndefined();
	});

	it('is no part that stands twice', () => {
		expect(repairText('An Văn An', 'an', 'anh')).toBeUndefined();
	});

	it('is a group of digits of the same length', () => {
		expect(repairDigits('011195001234', 'hai ba bốn', 'hai ba năm')).toBe('011195001235');
		expect(repairDigits('011195001234', 'hai ba bốn', 'hai ba')).toBeUndefined();
		expect(repairDigits('011011001234', 'không một một', 'một hai ba')).toBeUndefined();
	});

	it('is day, month or year by its name, or the number that stands once', () => {
		expect(repairDate('2026-04-12', 'tháng 4', 'tháng 5')).toBe('2026-05-12');
		expect(repairDate('2026-04-12', '12', '13')).toBe('2026-04-13');
		expect(repairDate('2026-04-04', '4', '5')).toBeUndefined();
	});
});

describe('an e-mail address', () => {
	it.each([
		['hoa a còng gmail chấm com', 'hoa@gmail.com'],
		['Hoa một hai ba a còng gmail chấm com', 'hoa123@gmail.com'],
		['email của tôi là nguyễn chấm hoa a còng yahoo chấm com chấm vn', 'nguyen.hoa@yahoo.com.vn'],
		['hoa@gmail.com', 'hoa@gmail.com'],
	])('"%s" is %s', (said, address) => {
		expect(hearEmail(said)).toBe(address);
	});

	it('is nothing without its sign', () => {
		expect(hearEmail('hoa gmail chấm com')).toBeUndefined();
	});
});
