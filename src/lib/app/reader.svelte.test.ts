import { afterEach, expect, test } from 'vitest';
import { readPage } from '#lib/reading/index.ts';
import { reader } from './reader.svelte.ts';

afterEach(() => reader.leave());

test('reading that is still on its way does not begin over somebody who speaks', async () => {
	let begin!: () => void;
	const asked = new Promise<void>((resolve) => (begin = resolve));
	reader.offer(async () => {
		await asked;
		return readPage('Hộp gửi', [{ heading: '', items: ['Chưa có hồ sơ nào.'] }]);
	});
	const reading = reader.toggle();
	expect(reader.status).toBe('loading');
	reader.pause();
	expect(reader.active).toBe(false);
	begin();
	await reading;
	expect(reader.active).toBe(false);
	expect(reader.script).toBeUndefined();

	await reader.toggle();
	expect(reader.active).toBe(true);
	reader.pause();
	expect(reader.status).toBe('paused');
});
