import { expect, it } from 'vitest';
import { readLegalBasis } from './legal-basis.ts';

const item = (number: string, date = '') => ({ number, title: '', date, issuer: '' });
const numbers = (...items: string[]) =>
	readLegalBasis(items.map((number) => item(number))).map((text) => text.number);

it('writes a number without the words it says anyway', () => {
	expect(
		numbers('Nghị định số 12/2020/NĐ-CP', 'Luật 61/2014/QH13', 'số 5/2024/QH15', '45/2016/NĐ-CP.'),
	).toEqual(['12/2020/NĐ-CP', '61/2014/QH13', '5/2024/QH15', '45/2016/NĐ-CP']);
});
it('leaves what is no number as it is', () => {
	expect(numbers('Luật Hóa chất', 'nghị định 57')).toEqual(['Luật Hóa chất', 'nghị định 57']);
});
it('reads days that exist', () => {
	const dates = ['31-12-2025', '30-02-2024', '1/7/2025', '31-12-0000', ''];
	expect(
		readLegalBasis(dates.map((date, i) => item(`${i}/2020/QH1`, date))).map(
			(text) => text.issuedOn,
		),
	).toEqual(['2025-12-31', undefined, '2025-07-01', undefined, undefined]);
});
it('names each text once and drops empty ones', () => {
	expect(numbers('1/2020/QH14', '', '1/2020/QH14')).toEqual(['1/2020/QH14']);
});
