import { fail, ok, type Result } from '#lib/base/index.ts';
import { newStretch, open, seal, stretched } from './cipher.browser.ts';
import type { Entry } from './entries.ts';
import { parseEntry } from './parse.ts';

/**
 * An export: one line of JSON that says how it is encrypted, then the AES-GCM ciphertext; the line is authenticated.
 * Inside: one line of JSON with the entries and the files' ids and lengths, then the files' bytes one after the other.
 */
export interface Backup {
	readonly entries: readonly Entry[];
	readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

/** - `not-ours`: some other file; - `newer`: written by a later version of the app; - `wrong-password`: or damaged */
export type BackupReason = 'not-ours' | 'newer' | 'wrong-password';

const format = 'mot-cua-noi-vault';
const newline = 10;
/** A file from a stranger must not keep the phone busy for hours. */
const mostIterations = 5_000_000;
const longestHead = 1000;

/** @param password as the person chose it; there is no way back without it */
export async function writeBackup({ entries, files }: Backup, password: string): Promise<Blob> {
	const list = [...files].map(([id, { length }]) => ({ id, bytes: length }));
	const index = utf8(`${JSON.stringify({ entries, files: list })}\n`);
	const plain = new Uint8Array(await new Blob([index, ...files.values()]).arrayBuffer());
	const stretch = newStretch();
	const { salt, iterations } = stretch;
	const head = utf8(
		`${JSON.stringify({ format, version: 1, kdf: 'PBKDF2-SHA-256', iterations, salt: toHex(salt) })}\n`,
	);
	const { iv, data } = await seal(await stretched(password, stretch), plain, head);
	return new Blob([head, iv, data], { type: 'application/octet-stream' });
}

export async function readBackup(
	file: Blob,
	password: string,
): Promise<Result<Backup, BackupReason>> {
	const bytes = new Uint8Array(await file.arrayBuffer());
	const end = bytes.subarray(0, longestHead).indexOf(newline) + 1;
	const stretch = readHead(bytes.subarray(0, Math.max(0, end - 1)));
	if (!stretch.ok) return stretch;
	const key = await stretched(password, stretch.value);
	const sealed = { iv: bytes.slice(end, end + 12), data: bytes.slice(end + 12).buffer };
	const plain = await open(key, sealed, bytes.slice(0, end));
	return plain ? readPlain(plain) : fail('wrong-password');
}

function readHead(line: Uint8Array) {
	const head = asObject(new TextDecoder().decode(line));
	if (head?.format !== format) return fail('not-ours');
	if (head.version !== 1 || head.kdf !== 'PBKDF2-SHA-256') return fail('newer');
	const { salt, iterations } = head;
	if (typeof salt !== 'string' || !/^([0-9a-f]{2}){16,64}$/.test(salt)) return fail('not-ours');
	if (!Number.isSafeInteger(iterations)) return fail('not-ours');
	const count = iterations as number;
	if (count < 1 || count > mostIterations) return fail('not-ours');
	return ok({ salt: fromHex(salt), iterations: count });
}

function readPlain(plain: Uint8Array<ArrayBuffer>): Result<Backup, BackupReason> {
	const end = plain.indexOf(newline) + 1;
	const index = asObject(new TextDecoder().decode(plain.subarray(0, Math.max(0, end - 1))));
	if (!Array.isArray(index?.entries) || !Array.isArray(index.files)) return fail('not-ours');
	const files = new Map<string, Uint8Array<ArrayBuffer>>();
	let at = end;
	for (const { id, bytes } of index.files as { id: unknown; bytes: unknown }[]) {
		if (typeof id !== 'string' || !Number.isSafeInteger(bytes)) return fail('not-ours');
		const next = at + (bytes as number);
		if (next < at || next > plain.length) return fail('not-ours');
		files.set(id, plain.slice(at, next));
		at = next;
	}
	return ok({
		entries: (index.entries as unknown[]).flatMap((raw) => parseEntry(raw) ?? []),
		files,
	});
}

function asObject(text: string): Record<string, unknown> | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' && value !== null
			? (value as Record<string, unknown>)
			: undefined;
	} catch {
		return undefined;
	}
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const toHex = (bytes: Uint8Array) =>
	Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const fromHex = (hex: string) =>
	Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
