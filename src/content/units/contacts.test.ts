import { expect, it } from 'vitest';
import contacts from './contacts.json' with { type: 'json' };
import { contactOf } from './contacts.ts';

it('gives the national line where nothing nearer is known', () => {
	expect(contactOf('')).toMatchObject({ phone: '1800 1096' });
	expect(contactOf('99999', '99').phone).toBe('1800 1096');
});

it('holds phones that can be called', () => {
	for (const { phone } of [contacts.national, ...Object.values<{ phone: string }>(contacts.units)])
		expect(phone.replace(/\s/g, '')).toMatch(/^(?:0\d{9,10}|1[89]00\d{4,6}|1022)$/);
});
