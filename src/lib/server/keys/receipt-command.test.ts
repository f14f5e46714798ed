import { describe, expect, it } from 'vitest';
import { commandLine, onlyJson, onlyLine } from '../../../../tests/support/command-line.ts';
import { openKeys } from './key-store.ts';

const bare = {
	code: 'H01-261123-0127',
	receivedAt: '2026-11-23T01:00:00.000Z',
	sha256: 'a'.repeat(64),
};

describe('motcua receipt verify', () => {
	it('finds a receipt of this server genuine, and of another one by its keys', async () => {
		const { run, file, dataDir } = commandLine();
		const keys = await openKeys(dataDir, undefined);
		const receipt = { ...bare, ...keys.sign(bare), secret: 'x' };
		const path = file('receipt.json', JSON.stringify(receipt));
		const { status, stdout } = run(['receipt', 'verify', path]);
		expect([status, onlyJson(stdout)]).toEqual([0, { valid: true, ...bare, keyId: receipt.keyId }]);
		const set = file('keys.json', JSON.stringify(keys.published));
		expect(run(['receipt', 'verify', path, '--keys', set], '', '/nowhere').status).toBe(0);
	});

	it('ends with 1 and one line for a receipt that is not genuine', async () => {
		const { run, file, dataDir } = commandLine();
		const signed = { ...bare, ...(await openKeys(dataDir, undefined)).sign(bare) };
		const changed = file('receipt.json', JSON.stringify({ ...signed, code: 'H01-261123-0128' }));
		const { status, stdout, stderr } = run(['receipt', 'verify', changed]);
		expect([status, stdout]).toEqual([1, '']);
		expect(onlyLine(stderr)).toBe(
			`${changed}: the signature does not fit the receipt: it was changed, or never given`,
		);
		const foreign = file('keys.json', '{"keys":[]}');
		const unknown = run(['receipt', 'verify', changed, '--keys', foreign]);
		expect([unknown.status, onlyLine(unknown.stderr)]).toEqual([
			1,
			`${changed}: the receipt is signed by a key that is not among the known ones`,
		]);
	});

	it.each([
		['{', 'not valid JSON'],
		['{"code":1}', 'code: expected the text of a receipt'],
		[`{"code":"a","receivedAt":"b"}`, 'sha256: expected the text of a receipt'],
	])('ends with 2 for %s', (text, reason) => {
		const { run, file } = commandLine();
		const path = file('receipt.json', text);
		const { status, stderr } = run(['receipt', 'verify', path]);
		expect([status, onlyLine(stderr)]).toEqual([2, `${path}: ${reason}`]);
	});
});
