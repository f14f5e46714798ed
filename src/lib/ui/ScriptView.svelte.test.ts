import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { Script } from '#lib/reading/index.ts';
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

test('neighbouring items are one list, everything else stands by itself', async () => {
	const screen = await render(ScriptView, { script });
	expect(screen.getByRole('list').elements()).toHaveLength(1);
	expect(screen.getByRole('listitem').elements()).toHaveLength(2);
	expect(screen.getByRole('heading', { level: 2, name: 'Giấy tờ cần nộp' }).query()).not.toBeNull();
});

test('only the sentence being read is marked, headings too', async () => {
	const screen = await render(ScriptView, { script, current: 'documents.2.1' });
	const marked = () => [...document.querySelectorAll('.spoken')].map((e) => e.textContent);
	expect(marked()).toEqual(['Giấy chứng sinh.']);
	await screen.rerender({ current: 'documents.heading' });
	expect(marked()).toEqual(['Giấy tờ cần nộp']);
	await screen.rerender({ current: undefined });
	expect(marked()).toEqual([]);
});

test('axe finds nothing while a sentence is read', async () => {
	await render(ScriptView, { script, current: 'documents.4.1' });
	expect(await findings(document.body)).toEqual([]);
});
