import { expect, test } from 'vitest';
import { readBackup, writeBackup } from './backup.browser.ts';
import type { Entry } from './entries.ts';
import { subject } from './fixture.ts';

const entries: Entry[] = [subject('a', 'self', { fullName: 'Nguyễn Thị Hoa' })];
const files = new Map([
	['one', new Uint8Array([1, 2, 10, 3])],
	['empty', new Uint8Array([])],
	['two', new Uint8Array(70_000).fill(7)],
]);
const backup = await writeBackup({ entries, files }, 'mật khẩu dài');

test('what was exported comes back byte for byte, whichever way its password is typed', async () => {
	const read = await readBackup(backup, 'mật khẩu dài'.normalize('NFD'));
	expect(read).toEqual({ ok: true, value: { entries, files } });
});

test('nothing of it can be read without the password', async () => {
	expect(await readBackup(backup, 'mật khẩu')).toMatchObject({ reason: 'wrong-password' });
	expect(await backup.text()).not.toContain('Hoa');
});

test.each([1, 60, 200, 5000])('a byte changed at %i makes it unreadable', async (at) => {
	const bytes = new Uint8Array(await backup.arrayBuffer());
	bytes[at] = (bytes[at] ?? 0) ^ 1;
	expect((await readBackup(new Blob([bytes]), 'mật khẩu dài')).ok).toBe(false);
});

test('another file is told from one of ours, and a later version from both', async () => {
	const read = async (text: string) => {
		const result = await readBackup(new Blob([text]), 'x');
		return result.ok ? 'read' : result.reason;
	};
	expect(await read('')).toBe('not-ours');
	expect(await read('%PDF-1.7\n')).toBe('not-ours');
	expect(await read('{"format":"mot-cua-noi-vault","version":2}\nx')).toBe('newer');
	const head = { format: 'mot-cua-noi-vault', version: 1, kdf: 'PBKDF2-SHA-256' };
	const slow = { ...head, iterations: 1e9, salt: 'ab'.repeat(16) };
	expect(await read(`${JSON.stringify(slow)}\nx`)).toBe('not-ours');
	expect(await read(`${JSON.stringify({ ...slow, iterations: 1, salt: '' })}\nx`)).toBe('not-ours');
});
