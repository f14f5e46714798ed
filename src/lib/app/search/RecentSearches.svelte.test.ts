import { beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { findings } from '../../../../tests/support/axe-component.ts';
import RecentSearches from './RecentSearches.svelte';
import '../../../app.css';

const stored = () => JSON.parse(localStorage.getItem('mot-cua-noi.recent') ?? '[]') as string[];

beforeEach(() => {
	localStorage.setItem('mot-cua-noi.recent', '["khai sinh","tạm trú"]');
});

async function show() {
	const onchoose = vi.fn();
	const onempty = vi.fn();
	const screen = await render(RecentSearches, { onchoose, onempty });
	return { screen, onchoose, onempty };
}

test('a search is chosen again, or taken off the list with the focus staying there', async () => {
	const { screen, onchoose, onempty } = await show();
	await screen.getByRole('button', { name: 'tạm trú', exact: true }).click();
	expect(onchoose).toHaveBeenLastCalledWith('tạm trú');
	await screen.getByRole('button', { name: 'Bỏ “tạm trú” khỏi danh sách' }).click();
	expect(stored()).toEqual(['khai sinh']);
	const last = screen.getByRole('button', { name: 'Bỏ “khai sinh” khỏi danh sách' });
	await expect.element(last).toHaveFocus();
	await last.click();
	expect(onempty).toHaveBeenCalledOnce();
	expect(localStorage.getItem('mot-cua-noi.recent')).toBeNull();
});

test('all are erased at once', async () => {
	const { screen, onempty } = await show();
	await screen.getByRole('button', { name: 'Xóa tất cả' }).click();
	expect(stored()).toEqual([]);
	expect(onempty).toHaveBeenCalledOnce();
	expect(screen.container.querySelector('section')).toBeNull();
});

test('axe finds nothing', async () => {
	await show();
	expect(await findings(document.body)).toEqual([]);
});
