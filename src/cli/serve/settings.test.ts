import { describe, expect, it } from 'vitest';
import { readSettings } from './settings.ts';

describe('readSettings', () => {
	it('serves on every address at port 3000 when nothing is set', () => {
		expect(readSettings({})).toEqual({ ok: true, value: { port: 3000, host: '0.0.0.0' } });
	});

	it('counts an empty variable as unset', () => {
		expect(readSettings({ PORT: '', HOST: ' ', ORIGIN: '' })).toEqual(readSettings({}));
	});

	it('takes what is set, and an origin with or without a slash at its end', () => {
		const env = { PORT: '8080', HOST: '127.0.0.1', ORIGIN: 'https://motcua.example.vn/' };
		expect(readSettings(env)).toEqual({
			ok: true,
			value: { port: 8080, host: '127.0.0.1', origin: 'https://motcua.example.vn' },
		});
	});

	it.each(['abc', '-1', '3000.5', '65536', '99999999', '3000 3001', '0x10'])(
		'refuses the port %s in one line that names it',
		(port) => {
			const refused = readSettings({ PORT: port });
			expect(refused).toMatchObject({ ok: false, reason: 'bad-settings' });
			expect(!refused.ok && refused.detail).toMatch(/^PORT must be [^\n]+$/);
			expect(!refused.ok && refused.detail).toContain(port);
		},
	);

	it.each([
		'motcua.example.vn',
		'ftp://x.vn',
		'https://x.vn/app',
		'https://x.vn?a=1',
		'https://a@x.vn',
	])('refuses the origin %s', (origin) => {
		expect(readSettings({ ORIGIN: origin })).toMatchObject({ ok: false, reason: 'bad-settings' });
	});
});
