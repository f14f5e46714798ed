import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { findings } from '../../../tests/support/axe-component.ts';
import Chip from './Chip.svelte';
import Select from './Select.svelte';
import '../../app.css';

test('a chip tells whether it is on, and is large enough for a thumb', async () => {
	const onclick = vi.fn();
	const screen = await render(Chip, { label: 'Xã, phường', pressed: false, onclick });
	const button = screen.getByRole('button', { name: 'Xã, phường' });
	expect(button.element().getAttribute('aria-pressed')).toBe('false');
	expect(button.element().getBoundingClientRect().height).toBeGreaterThanOrEqual(48);
	await button.click();
	expect(onclick).toHaveBeenCalledOnce();
	await screen.rerender({ pressed: true });
	expect(button.element().getAttribute('aria-pressed')).toBe('true');
	expect(await findings(document.body)).toEqual([]);
});

test('a chip that removes is named by what it does', async () => {
	const screen = await render(Chip, {
		label: 'Chỉ cấp xã',
		removes: 'Bỏ lọc “Chỉ cấp xã”',
		onclick: vi.fn(),
	});
	const button = screen.getByRole('button', { name: 'Bỏ lọc “Chỉ cấp xã”' });
	expect(button.element().hasAttribute('aria-pressed')).toBe(false);
	expect(button.element().textContent).toContain('Chỉ cấp xã');
	expect(await findings(document.body)).toEqual([]);
});

test('a select has its label, and says what was chosen', async () => {
	const onchange = vi.fn();
	const screen = await render(Select, {
		label: 'Lĩnh vực',
		any: 'Tất cả lĩnh vực',
		options: [{ value: 'Hộ tịch', text: 'Hộ tịch (60)' }],
		value: '',
		onchange,
	});
	const select = screen.getByRole('combobox', { name: 'Lĩnh vực' });
	await select.selectOptions('Hộ tịch (60)');
	expect(onchange).toHaveBeenLastCalledWith('Hộ tịch');
	await screen.rerender({ value: 'Hộ tịch' });
	expect((select.element() as HTMLSelectElement).value).toBe('Hộ tịch');
	expect(await findings(document.body)).toEqual([]);
});
