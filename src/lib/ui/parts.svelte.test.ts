import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { findings } from '../../../tests/support/axe-component.ts';
import ListenPanel from './ListenPanel.svelte';
import Progress from './Progress.svelte';
import Question from './Question.svelte';
import '../../app.css';

test('progress is told in percent, with what is measured', async () => {
	const screen = await render(Progress, { label: 'Tiến độ tải về máy', value: 0.426 });
	const bar = screen.getByRole('progressbar', { name: 'Tiến độ tải về máy' }).element();
	expect((bar as HTMLProgressElement).value).toBe(43);
	expect(await findings(document.body)).toEqual([]);
});

test('the listening panel shows what is understood so far and can be left', async () => {
	const choose = vi.fn();
	const screen = await render(ListenPanel, {
		title: 'Đang nghe',
		state: 'Đang nghe…',
		open: true,
		partial: 'khai sinh',
		level: 0.4,
		levelLabel: 'Độ to',
		actions: [
			{ label: 'Xong', choose: vi.fn() },
			{ label: 'Thôi', choose },
		],
	});
	expect(screen.container.textContent).toContain('“khai sinh”');
	expect(screen.container.querySelector('meter')?.value).toBe(0.4);
	await screen.getByRole('button', { name: 'Thôi' }).click();
	expect(choose).toHaveBeenCalledOnce();
	expect(await findings(document.body)).toEqual([]);
});

test('the listening panel shows no level while the microphone is closed or nobody measures it', async () => {
	const words = { title: 'Đang nghe', state: 'Micrô đã tắt.', partial: '', levelLabel: 'Độ to' };
	const closed = await render(ListenPanel, { ...words, open: false, level: 0.4, actions: [] });
	expect(closed.container.querySelector('meter')).toBeNull();
	const unmeasured = await render(ListenPanel, { ...words, open: true, actions: [] });
	expect(unmeasured.container.querySelector('meter')).toBeNull();
});

test('each answer to a question is a button with its explanation', async () => {
	const choose = vi.fn();
	const answers = [
		{ label: 'Ứng dụng đọc cho tôi', hint: 'Ứng dụng tự nói.', choose },
		{ label: 'Tôi dùng trình đọc màn hình', choose: vi.fn() },
	];
	const screen = await render(Question, { title: 'Bạn muốn nghe thế nào?', answers });
	const button = screen.getByRole('button', { name: 'Ứng dụng đọc cho tôi' });
	const hint = button.element().getAttribute('aria-describedby') ?? '';
	expect(document.getElementById(hint)?.textContent).toBe('Ứng dụng tự nói.');
	await button.click();
	expect(choose).toHaveBeenCalledOnce();
	expect(await findings(document.body)).toEqual([]);
});
