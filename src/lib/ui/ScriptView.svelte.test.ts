import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Script } from '#lib/reading/index.ts';
import { readingControls as words } from '../../../tests/support/reading-words.ts';
import { findings } from '../../../tests/support/axe-component.ts';
import ScriptView from './ScriptView.svelte';
import '../../app.css';

const script: Script = {
	title: { id: 'title', text: 'Đăng ký khai sinh' },
	sections: [
		{
			id: 'documents',
			heading: 'Giấy tờ cần nộp',
			blocks: [
				{ kind: 'text', sentences: [{ id: 'documents.1.1', text: 'Có hai loại giấy tờ.' }] },
				{ kind: 'item', number: 1, sentences: [{ id: 'documents.2.1', text: 'Giấy chứng sinh.' }] },
				{ kind: 'item', number: 2, sentences: [{ id: 'documents.3.1', text: 'Căn cước.' }] },
				{ kind: 'warning', sentences: [{ id: 'documents.4.1', text: 'Phí có thể đã đổi.' }] },
			],
		},
	],
};
const view = (more: object = {}) => render(ScriptView, { script, words, ...more });

test('neighbouring items are one list, everything else stands by itself', async () => {
	const screen = await view();
	expect(screen.getByRole('list').elements()).toHaveLength(1);
	expect(screen.getByRole('listitem').elements()).toHaveLength(2);
	expect(screen.getByRole('heading', { level: 2, name: 'Giấy tờ cần nộp' }).query()).not.toBeNull();
});

test('only the sentence being read is marked, headings too', async () => {
	const screen = await view({ current: 'documents.2.1' });
	const marked = () => [...document.querySelectorAll('.spoken')].map((e) => e.textContent);
	expect(marked()).toEqual(['Giấy chứng sinh.']);
	await screen.rerender({ current: 'documents.heading' });
	expect(marked()).toEqual(['Giấy tờ cần nộp']);
	await screen.rerender({ current: undefined });
	expect(marked()).toEqual([]);
});

test('the word that sounds is marked inside its sentence, and the page stays as it is', async () => {
	const screen = await view({ current: 'documents.2.1' });
	const before = document.body.innerHTML;
	await screen.rerender({ word: [5, 10] });
	const ranges = () => [...(CSS.highlights.get('spoken-word') ?? [])] as Range[];
	expect(ranges().map(String)).toEqual(['chứng']);
	expect(document.body.innerHTML).toBe(before);
	await screen.rerender({ word: undefined });
	expect(ranges()).toEqual([]);
});

test('a tap on a sentence or on a section’s button reads from there', async () => {
	const onread = vi.fn();
	const screen = await view({ onread });
	await screen.getByText('Căn cước.').click();
	await screen.getByRole('button', { name: 'Nghe phần Giấy tờ cần nộp' }).click();
	await screen.getByRole('heading', { level: 2 }).click();
	expect(onread.mock.calls).toEqual([
		['documents.3.1'],
		['documents.heading'],
		['documents.heading'],
	]);
});

test('by keyboard one sentence is a stop, arrows move on, Enter reads from there', async () => {
	const onread = vi.fn();
	const screen = await view({ onread });
	await userEvent.tab();
	await expect.element(screen.getByRole('button', { name: /Nghe phần/ })).toHaveFocus();
	await userEvent.tab();
	expect(document.activeElement?.textContent).toBe('Có hai loại giấy tờ.');
	await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}{ArrowDown}');
	expect(document.activeElement?.textContent).toBe('Căn cước.');
	expect(document.querySelectorAll('[data-sentence][tabindex]')).toHaveLength(1);
	await userEvent.keyboard('{Enter}');
	expect(onread.mock.calls).toEqual([['documents.3.1']]);
	expect(await findings(document.body)).toEqual([]);
});

test('choosing words to copy is no tap', async () => {
	const onread = vi.fn();
	const screen = await view({ onread });
	const sentence = screen.getByText('Căn cước.').element();
	getSelection()?.selectAllChildren(sentence);
	sentence.dispatchEvent(new MouseEvent('click', { bubbles: true }));
	expect(onread).not.toHaveBeenCalled();
	getSelection()?.removeAllRanges();
});

test('whoever scrolls while something is read is let go', async () => {
	const onyield = vi.fn();
	const screen = await view({ onyield });
	window.dispatchEvent(new WheelEvent('wheel'));
	expect(onyield).not.toHaveBeenCalled();
	await screen.rerender({ current: 'documents.2.1' });
	window.dispatchEvent(new WheelEvent('wheel'));
	window.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown' }));
	expect(onyield).toHaveBeenCalledTimes(2);
	await screen.rerender({ following: false });
	window.dispatchEvent(new WheelEvent('wheel'));
	expect(onyield).toHaveBeenCalledTimes(2);
});

test('axe finds nothing while a sentence is read', async () => {
	await view({ current: 'documents.4.1' });
	expect(await findings(document.body)).toEqual([]);
});
