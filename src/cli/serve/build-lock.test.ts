import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { oneAtATime } from './build-lock.ts';

let folder: string;
let file: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'mot-cua-noi-'));
	file = join(folder, 'deep/lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

const { signal } = new AbortController();
/** Larger than any process id Linux gives. */
const nobody = 4_194_305;

it('runs one work after the other', async () => {
	const told: string[] = [];
	const work = (name: string) => async () => {
		told.push(`${name} begins`);
		await new Promise((resolve) => setTimeout(resolve, 30));
		told.push(`${name} ends`);
	};
	await Promise.all([oneAtATime(file, signal, work('a')), oneAtATime(file, signal, work('b'))]);
	expect(told).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
	expect(existsSync(file)).toBe(false);
});

it('takes over from a process that was killed', async () => {
	await oneAtATime(file, signal, async () => undefined);
	writeFileSync(file, String(nobody));
	expect(await oneAtATime(file, signal, async () => 'done')).toBe('done');
});

it('lets the next one in when the work throws', async () => {
	const broken = oneAtATime(file, signal, () => Promise.reject(new Error('broken')));
	await expect(broken).rejects.toThrow('broken');
	expect(await oneAtATime(file, signal, async () => 'done')).toBe('done');
});

it('can be given up while waiting', async () => {
	await oneAtATime(file, signal, async () => {
		const giveUp = AbortSignal.timeout(20);
		const waiting = oneAtATime(file, giveUp, async () => 'never');
		await expect(waiting).rejects.toThrow(/abort/i);
	});
});
