import type { SpokenRegion } from './spoken-text.ts';

const digitNames = [
	'không',
	'một',
	'hai',
	'ba',
	'bốn',
	'năm',
	'sáu',
	'bảy',
	'tám',
	'chín',
] as const;

/** Beyond this nobody follows a quantity: the digits are read one by one. */
const longestQuantity = 27;

const name = (digit: string) => digitNames[Number(digit)] ?? '';

/** "0905" → "không chín không năm" */
export function digitByDigit(digits: string): string {
	return Array.from(digits, name).join(' ');
}

/** Digits in groups with a pause between them: ID numbers are read 3-3-3-3, phone numbers 4-3-3. */
export function digitGroups(digits: string, sizes: readonly number[]): string {
	const groups: string[] = [];
	let at = 0;
	for (const size of sizes) {
		if (at >= digits.length) break;
		groups.push(digitByDigit(digits.slice(at, at + size)));
		at += size;
	}
	if (at < digits.length) groups.push(digitByDigit(digits.slice(at)));
	return groups.join(', ');
}

function tensAndUnits(tens: string, unit: string, hundredsSaid: boolean, south: boolean): string {
	if (tens === '0') {
		if (unit === '0') return '';
		return hundredsSaid ? `${south ? 'lẻ' : 'linh'} ${name(unit)}` : name(unit);
	}
	const five = unit === '5' ? 'lăm' : '';
	if (tens === '1') return unit === '0' ? 'mười' : `mười ${five || name(unit)}`;
	const special = unit === '1' ? 'mốt' : unit === '4' ? 'tư' : five;
	return `${name(tens)} mươi${unit === '0' ? '' : ` ${special || name(unit)}`}`;
}

/** Three digits; `whole` says the empty hundreds too ("không trăm linh một"). */
function hundreds(group: string, whole: boolean, south: boolean): string {
	const [h = '0', t = '0', u = '0'] = group;
	const said = whole || h !== '0';
	const rest = tensAndUnits(t, u, said, south);
	if (!said) return rest;
	return rest ? `${name(h)} trăm ${rest}` : `${name(h)} trăm`;
}

function upToNineDigits(digits: string, inner: boolean, south: boolean): string {
	const padded = digits.padStart(9, '0');
	const units = ['triệu', south ? 'ngàn' : 'nghìn', ''];
	const said: string[] = [];
	for (let index = 0; index < 3; index++) {
		const group = padded.slice(index * 3, index * 3 + 3);
		if (group === '000') continue;
		said.push(hundreds(group, inner || said.length > 0, south));
		const unit = units[index];
		if (unit) said.push(unit);
	}
	return said.join(' ');
}

function quantity(digits: string, south: boolean): string {
	if (digits.length <= 9) return upToNineDigits(digits, false, south);
	const rest = digits.slice(-9);
	const head = `${quantity(digits.slice(0, -9), south)} tỷ`;
	return /^0+$/.test(rest) ? head : `${head} ${upToNineDigits(rest, true, south)}`;
}

/**
 * A whole number in words. House choices: 24 "hai mươi tư", 101 "một trăm linh một", 1001 "một nghìn không trăm linh một".
 * @param digits digits only; leading zeros are dropped
 */
export function cardinal(digits: string, region: SpokenRegion = 'north'): string {
	const significant = digits.replace(/^0+/, '');
	if (significant === '') return name('0');
	if (significant.length > longestQuantity) return digitByDigit(digits);
	return quantity(significant, region === 'south');
}
