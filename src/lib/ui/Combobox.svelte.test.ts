import { userEvent } from 'vitest/browser';
import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { findings } from '../../../tests/support/axe-component.ts';
import Combobox from './Combobox.svelte';
import '../../app.css';

const items = ['Đăng ký khai sinh', 'Đăng ký lại khai sinh', 'Khai sinh lưu động'].map(
	(label, index) => ({
		id: `1.00000${index}`,
		label,
		detail: 'Ủy ban nhân dân cấp xã',
		marks: [[0, 4]] as [number, number][],
	}),
);

async function show(value = 'khai sinh', shown = items) {
	const heading = document.createElement('h1');
	heading.id = 'title';
	heading.textContent = 'Bạn cần làm gì?';
	document.body.replaceChildren(heading);
	const oninput = vi.fn();
	const onchoose = vi.fn();
	const screen = await render(Combobox, {
		labelledby: 'title',
		words: { placeholder: 'Ví dụ', results: 'Kết quả', clear: 'Xóa' },
		value,
		items: shown,
		oninput,
		onchoose,
	});
	const field = screen.getByRole('combobox', { name: 'Bạn cần làm gì?' });
	return { screen, field, oninput, onchoose };
}

const activeOption = (field: Element) =>
	document.getElementById(field.getAttribute('aria-activedescendant') ?? '')?.textContent;

test('the arrows walk through the options in a circle, the focus stays in the field', async () => {
	const { field } = await show();
	await field.click();
	expect(field.element().hasAttribute('aria-activedescendant')).toBe(false);
	await userEvent.keyboard('{ArrowDown}');
	expect(activeOption(field.element())).toContain('Đăng ký khai sinh');
	await userEvent.keyboard('{ArrowUp}');
	expect(activeOption(field.element())).toContain('lưu động');
	await userEvent.keyboard('{ArrowDown}');
	expect(activeOption(field.element())).toContain('Đăng ký khai sinh');
	expect(document.activeElement).toBe(field.element());
});

test('Enter opens the option that is meant, or the first', async () => {
	const { field, onchoose } = await show();
	await field.click();
	await userEvent.keyboard('{Enter}');
	expect(onchoose).toHaveBeenLastCalledWith(items[0]);
	await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
	expect(onchoose).toHaveBeenLastCalledWith(items[1]);
});

test('a new list forgets the option of the old one', async () => {
	const { screen, field } = await show();
	await field.click();
	await userEvent.keyboard('{ArrowDown}');
	await screen.rerender({ items: items.slice(1) });
	expect(field.element().hasAttribute('aria-activedescendant')).toBe(false);
});

test('a list that comes late leaves the option that was heard chosen', async () => {
	const { screen, field } = await show();
	await field.click();
	await userEvent.keyboard('{ArrowDown}{ArrowDown}');
	await screen.rerender({ items: [...items].reverse().slice(1) });
	expect(activeOption(field.element())).toContain('Đăng ký lại khai sinh');
	await userEvent.keyboard('{ArrowDown}');
	expect(activeOption(field.element())).toContain('Đăng ký khai sinh');
});

test('another text forgets the option, also where its list has it', async () => {
	const { screen, field } = await show();
	await field.click();
	await userEvent.keyboard('{ArrowDown}');
	await screen.rerender({ value: 'khai sinh lại' });
	expect(field.element().hasAttribute('aria-activedescendant')).toBe(false);
	await screen.rerender({ items: [...items] });
	expect(field.element().hasAttribute('aria-activedescendant')).toBe(false);
});

test('Escape and the clear button empty the field', async () => {
	const { screen, field, oninput } = await show();
	await field.click();
	await userEvent.keyboard('{Escape}');
	expect(oninput).toHaveBeenLastCalledWith('');
	await screen.getByRole('button', { name: 'Xóa' }).click();
	expect(oninput).toHaveBeenCalledTimes(2);
	expect(document.activeElement).toBe(field.element());
});

test('says whether there are results, and marks what matched without changing the name', async () => {
	const { screen, field } = await show();
	expect(field.element().getAttribute('aria-expanded')).toBe('true');
	const first = screen.getByRole('option').first();
	expect(first.element().querySelector('mark')?.textContent).toBe('Đăng');
	expect(first.element().textContent).toContain('Đăng ký khai sinh');
	await screen.rerender({ items: [] });
	expect(field.element().getAttribute('aria-expanded')).toBe('false');
});

test('tells that the field is entered', async () => {
	const onfocus = vi.fn();
	const heading = document.createElement('h1');
	heading.id = 'title';
	heading.textContent = 'Bạn cần làm gì?';
	document.body.replaceChildren(heading);
	const screen = await render(Combobox, {
		labelledby: 'title',
		words: { placeholder: 'Ví dụ', results: 'Kết quả', clear: 'Xóa' },
		value: '',
		items: [],
		oninput: vi.fn(),
		onchoose: vi.fn(),
		onfocus,
	});
	expect(onfocus).not.toHaveBeenCalled();
	await screen.getByRole('combobox').click();
	expect(onfocus).toHaveBeenCalledOnce();
});

test('says under a name why it was found, where there is something to say', async () => {
	const why = '“bằng lái” là giấy phép lái xe';
	const { screen } = await show('bằng lái', [{ ...items[0]!, why }, items[1]!] as typeof items);
	const [first, second] = screen.getByRole('option').elements();
	expect(first?.textContent).toContain(why);
	expect(second?.querySelector('.why')).toBeNull();
	expect(await findings(document.body)).toEqual([]);
});

test('axe finds nothing, with and without results', async () => {
	const { screen } = await show();
	expect(await findings(document.body)).toEqual([]);
	await screen.rerender({ items: [], value: '' });
	expect(await findings(document.body)).toEqual([]);
});
