import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { findings } from '../../../tests/support/axe-component.ts';
import Dock from './Dock.svelte';
import '../../app.css';

const words = { dock: 'Nói và nghe', speak: 'Nói', read: 'Nghe', pause: 'Tạm dừng' };

test('the second button offers to read, and to pause while it reads', async () => {
	const onread = vi.fn();
	const props = { words, reading: false, onspeak: vi.fn(), onread };
	const screen = await render(Dock, props);
	await screen.getByRole('button', { name: 'Nghe' }).click();
	await screen.rerender({ reading: true });
	await screen.getByRole('button', { name: 'Tạm dừng' }).click();
	expect(onread).toHaveBeenCalledTimes(2);
	expect(screen.getByRole('button', { name: 'Nghe', exact: true }).query()).toBeNull();
});

test('both buttons are the largest targets, 68 px and more', async () => {
	const screen = await render(Dock, { words, reading: false, onspeak: vi.fn(), onread: vi.fn() });
	for (const name of ['Nói', 'Nghe']) {
		const box = screen.getByRole('button', { name }).element().getBoundingClientRect();
		expect(box.height).toBeGreaterThanOrEqual(68);
	}
	expect(await findings(document.body)).toEqual([]);
});
