import { execFile } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { verifyReceipt } from '#lib/dossiers/index.ts';
import { testDirectory } from '../../../../tests/support/test-directory.ts';
import { openKeys, WrongKeys } from './key-store.ts';

const receipt = { code: 'H01-261123-0127', receivedAt: '2026-11-23T01:00:00.000Z', sha256: 'a' };

it('makes its keys once, for itself alone, and signs with them ever after', async () => {
	const directory = join(testDirectory(), 'data');
	const first = await openKeys(directory, undefined);
	const signed = { ...receipt, ...first.sign(receipt) };
	expect(statSync(join(directory, 'keys.json')).mode & 0o777).toBe(0o600);
	const second = await openKeys(directory, undefined);
	expect(second.sign(receipt)).toEqual(first.sign(receipt));
	expect(await verifyReceipt(signed, second.published)).toBe('valid');
});

it('publishes nothing private', async () => {
	const { published } = await openKeys(testDirectory(), undefined);
	for (const key of published.keys) expect(key).not.toHaveProperty('d');
	expect(published.keys.map(({ use, crv }) => [use, crv])).toEqual([
		['sig', 'Ed25519'],
		['enc', 'P-256'],
	]);
});

it('still knows the receipts of a key that was replaced', async () => {
	const [a, b] = [testDirectory(), testDirectory()];
	const old = await openKeys(a, undefined);
	await openKeys(b, undefined);
	const [before, after] = [a, b].map(
		(directory) =>
			JSON.parse(readFileSync(join(directory, 'keys.json'), 'utf8')) as {
				receipt: [];
				sealing: [];
			},
	);
	const given = JSON.stringify({
		receipt: [...(after?.receipt ?? []), ...(before?.receipt ?? [])],
		sealing: [...(after?.sealing ?? []), ...(before?.sealing ?? [])],
	});
	const now = await openKeys(testDirectory(), given);
	expect(now.sign(receipt).keyId).not.toBe(old.sign(receipt).keyId);
	expect(await verifyReceipt({ ...receipt, ...old.sign(receipt) }, now.published)).toBe('valid');
	expect(now.opening(old.sealing.kid)).toBeDefined();
});

it('gives two processes that start at the same moment the same keys', async () => {
	const directory = testDirectory();
	const script = `
		const { openKeys } = await import(${JSON.stringify(import.meta.resolve('./key-store.ts'))});
		console.log((await openKeys(${JSON.stringify(directory)})).sealing.kid);
	`;
	const args = ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script];
	const both = await Promise.all(
		Array.from({ length: 4 }, () => promisify(execFile)(process.execPath, args)),
	);
	expect(new Set(both.map(({ stdout }) => stdout)).size).toBe(1);
});

it.each([
	['{', /keys\.json: not valid JSON$/],
	['{}', /expected {"receipt": \[JWK\], "sealing": \[JWK\]}$/],
	['{"receipt":[],"sealing":[]}', /a receipt and a sealing key are needed$/],
	['{"receipt":[{"kty":"OKP"}],"sealing":[]}', /expected private JWKs of the curve Ed25519$/],
])(
	'names what is wrong with keys that cannot be used, without quoting them',
	async (text, line) => {
		const directory = testDirectory();
		writeFileSync(join(directory, 'keys.json'), text);
		await expect(openKeys(directory, undefined)).rejects.toThrow(line);
		await expect(openKeys(directory, text)).rejects.toBeInstanceOf(WrongKeys);
	},
);
