import { expect, it } from 'vitest';
import { sparedFromFormGuard } from './form-types.ts';

const typeAfter = (url: string, type: string) => {
	const request = { url, headers: { 'content-type': type } };
	sparedFromFormGuard(request);
	return request.headers['content-type'];
};

it.each([
	'text/plain',
	'Text/Plain;charset=utf-8',
	'multipart/form-data; boundary=x',
	'application/x-www-form-urlencoded',
])('lets the route of the dossiers say what it thinks of %s', (type) => {
	expect(typeAfter('/api/dossiers/x', type)).toBe('application/octet-stream');
});

it('leaves the guard of every other address, and every other type, alone', () => {
	expect(typeAfter('/officer/sign-in', 'text/plain')).toBe('text/plain');
	expect(typeAfter('/x?/api/dossiers/', 'text/plain')).toBe('text/plain');
	expect(typeAfter('/api/dossiers/x', 'application/json')).toBe('application/json');
	expect(typeAfter('/api/dossiers/x', 'text/plainer')).toBe('text/plainer');
});
