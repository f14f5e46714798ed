import { expect, it } from 'vitest';
import contacts from './contacts.json' with { type: 'json' };
import { contactOf, type Directory } from './contacts.ts';

const directory: Directory = {
	'03325': { name: 'Một cửa xã Mường Phăng', phone: '0215 3 000 000', address: 'trụ sở xã' },
	'11': { name: 'Trung tâm hành chính công Điện Biên', phone: '1022', hours: 'cả ngày' },
};

it('gives the unit’s own counter, then its province’s', () => {
	expect(contactOf('03325', '11', '', directory)).toMatchObject({
		name: 'Một cửa xã Mường Phăng',
		phone: '0215 3 000 000',
		address: 'trụ sở xã',
	});
	expect(contactOf('03127', '11', '', directory)).toMatchObject({
		phone: '1022',
		hours: 'cả ngày',
	});
});

it('gives the national line and the unit’s counter where nothing nearer is known', () => {
	expect(contactOf('')).toEqual(contacts.national);
	expect(contactOf('99999', '99', 'Xã Mường Phăng, Tỉnh Điện Biên')).toMatchObject({
		phone: '1800 1096',
		address: 'bộ phận một cửa, Xã Mường Phăng, Tỉnh Điện Biên',
	});
});

it('always has a number, an address and hours', () => {
	for (const unit of ['', '03325', '03127'])
		for (const part of Object.values(contactOf(unit, '11', '', directory)))
			expect(part).not.toBe('');
});

it('holds phones that can be called', () => {
	for (const { phone } of [contacts.national, ...Object.values<{ phone: string }>(contacts.units)])
		expect(phone.replace(/\s/g, '')).toMatch(/^(?:0\d{9,10}|1[89]00\d{4,6}|1022)$/);
});
