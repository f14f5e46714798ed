/**
 * A vault as its first version sealed it, byte for byte: cipher, places and texts must go on opening what lies on
 * somebody's phone.
 */
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, expect, test } from 'vitest';
import { subject } from './fixture.ts';
import { openVault } from './vault.browser.ts';

const bytes = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'));
const sealed = (iv: string, data: string) => ({ iv: bytes(iv), data: bytes(data).buffer });

const pin = '204815';
const lock = {
	keyId: '5ccce9ab-5bc8-4cdd-aec7-44436ce3b134',
	revision: 2,
	failed: 0,
	failedAt: 0,
	wrapped: {
		salt: bytes('nR7RkoJpDb6WsKzIeZswdQ=='),
		iterations: 600_000,
		...sealed(
			'i2/jsOOzSWtjL+MR',
			'1SDdwxOYs3Lht3vY4vo6jtaiCl1RIfzwsD00oA+tTN34mSVvbD9H6RlyZqRTyUwM',
		),
	},
};
const entries = [
	{
		id: 'hoa',
		...sealed(
			'0k7KU6XBy0sNylgt',
			'DW9RQvdE/LksjoIDMVlvYv7pO0O1WPHR7WsPWtbRdVe+IQTjQWjftXb4ATMP77fnTM4VXlXehPtPnf4b1uBaD+koR7GvXwYvMSTd0Hf225zE/FfjjELrG/FtzboKudiey3l6KH9acPqaGx2Idu2140aG/xWLo5j9P/zK6BM89ZbaBzaAvceC+QAQcGy04JDwqnBtK94S3I+mj+2R/K2SiNjsrER3BfXLEa7b0Q==',
		),
	},
	{
		id: 'paper',
		...sealed(
			'Gq5NWTl7xrvygAUS',
			'uP2QEFc8zUfGxKLn5XP8RJwQNmw5aIFQiDOm5SiJOKXAIf+RQfHTzvE4YI8AjU7F0uSrW1N3G8pEQsMs0E6vIahyVIbme1a8g5kMVez/fSvMWUbcIBcIRLchfKXI6g5OViJeIBxWSDmJNAtzlPmM1nlMr3/0fmoZ9zwVCrWF2Ujcu4fCHtLE61QUgvefcZ3+NYnc6sYtkj47NS6eEyk/UlJKNiXJ5MRoFgzCcai5VMS44IWof1vmcovbwhYZtvl26WhIYFUvFz8sbEX3TUWktGCugJZx1Sit+yrapb2YGuHoPUxlRt/cqZ0r4cTGX4Q=',
		),
	},
];
const page = { id: 'page', ...sealed('K3F0gQA/a/bwsgx7', 'qnl5BWnG6nbNZ848FJrx+FJROzN2/Q==') };
const picture = new Uint8Array([255, 216, 255, 1, 2, 3]);
const hoa = subject('hoa', 'self', { fullName: 'Nguyễn Thị Hoa' });

const name = 'mot-cua-noi-vault';

beforeEach(async () => {
	const db = await openDB(name, 1, {
		upgrade(db) {
			db.createObjectStore('lock');
			db.createObjectStore('entries', { keyPath: 'id' });
			db.createObjectStore('files', { keyPath: 'id' });
		},
	});
	await db.put('lock', lock, 'lock');
	for (const entry of entries) await db.put('entries', entry);
	await db.put('files', page);
	db.close();
});

test('persons, papers and their pages open with the PIN after every later version', async () => {
	const vault = openVault(() => 1_000_000);
	expect(await vault.state()).toEqual({ ok: true, value: { pin: true, locked: true } });
	expect(await vault.unlock('111111')).toMatchObject({ reason: 'wrong-pin' });
	expect(await vault.unlock(pin)).toEqual({ ok: true, value: undefined });
	const kept = await vault.entries();
	expect(kept.ok && kept.value).toEqual([
		hoa,
		expect.objectContaining({ id: 'paper', kind: 'paper', name: 'Căn cước' }),
	]);
	expect(await vault.file('page')).toEqual({ ok: true, value: picture });
	expect(await vault.setPin(undefined)).toMatchObject({ ok: true });
	vault.close();

	const another = openVault(() => 1_000_000);
	expect(await another.state()).toEqual({ ok: true, value: { pin: false, locked: false } });
	expect(await another.entries()).toEqual(kept);
	expect(await another.file('page')).toEqual({ ok: true, value: picture });
	another.close();
});
