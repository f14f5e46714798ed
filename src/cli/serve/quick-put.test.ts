import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { addressOf } from './quick-put.ts';

const request = (headers: Record<string, string> = {}) =>
	({ headers, socket: { remoteAddress: '192.0.2.1' } }) as unknown as IncomingMessage;
const forwarded = request({ 'x-forwarded-for': '203.0.113.9, 198.51.100.2', 'x-real-ip': '::7' });

it('believes the connection, unless the operator names a header', () => {
	expect(addressOf(forwarded, {})).toBe('192.0.2.1');
	expect(addressOf(forwarded, { ADDRESS_HEADER: 'X-Real-IP' })).toBe('::7');
});

it('counts the proxies from the end, so that a client cannot put an address before them', () => {
	const env = { ADDRESS_HEADER: 'x-forwarded-for' };
	expect(addressOf(forwarded, env)).toBe('198.51.100.2');
	expect(addressOf(forwarded, { ...env, XFF_DEPTH: '2' })).toBe('203.0.113.9');
});

it('leaves to the app what it cannot tell', () => {
	expect(addressOf(request(), { ADDRESS_HEADER: 'x-real-ip' })).toBeUndefined();
	const env = { ADDRESS_HEADER: 'x-forwarded-for', XFF_DEPTH: '3' };
	expect(addressOf(forwarded, env)).toBeUndefined();
});
