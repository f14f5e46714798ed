import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { findings } from '../../../tests/support/axe-component.ts';
import { readingControls as words } from '../../../tests/support/reading-words.ts';
import ReadingControls from './ReadingControls.svelte';
import '../../app.css';

const on = {
	onopen: vi.fn(),
	onprevious: vi.fn(),
	onnext: vi.fn(),
	onnextsection: vi.fn(),
	onprevioussection: vi.fn(),
	onrepeat: vi.fn(),
	onslower: vi.fn(),
	onfaster: vi.fn(),
	onskim: vi.fn(),
	onsleep: vi.fn(),
	oninfull: vi.fn(),
	onback: vi.fn(),
	onstop: vi.fn(),
};
const controls = (more: object = {}) =>
	render(ReadingControls, { words, rate: 1, open: false, ...on, ...more });

test('closed it has four buttons, open eleven, each at least 48 px high', async () => {
	const screen = await controls();
	const buttons = () => screen.getByRole('button').elements();
	expect(buttons()).toHaveLength(4);
	await screen.rerender({ open: true });
	expect(buttons()).toHaveLength(11);
	for (const button of buttons())
		expect(button.getBoundingClientRect().height).toBeGreaterThanOrEqual(48);
	expect(await findings(document.body)).toEqual([]);
});

test('says where in which section it is, and the speed where that is not the normal one', async () => {
	const position = { heading: 'Giấy tờ cần nộp', number: 3, of: 12 };
	const screen = await controls({ position, rate: 1.15 });
	await expect
		.element(screen.getByText('Giấy tờ cần nộp · câu 3 trên 12 · Tốc độ 115 phần trăm'))
		.toBeVisible();
	await screen.rerender({ rate: 1, position: undefined });
	expect(screen.container.querySelector('p')).toBeNull();
});

test('every button does its one thing', async () => {
	const screen = await controls({ open: true, away: true, abridged: true });
	const presses = {
		[words.previous]: on.onprevious,
		[words.next]: on.onnext,
		[words.nextSection]: on.onnextsection,
		[words.previousSection]: on.onprevioussection,
		[words.repeat]: on.onrepeat,
		[words.slower]: on.onslower,
		[words.faster]: on.onfaster,
		[words.stop]: on.onstop,
		[words.inFull]: on.oninfull,
		[words.back]: on.onback,
	};
	for (const [name, act] of Object.entries(presses)) {
		await screen.getByRole('button', { name, exact: true }).click();
		expect(act, name).toHaveBeenCalledOnce();
	}
	await screen.getByRole('button', { name: words.fewer }).click();
	expect(on.onopen).toHaveBeenCalledWith(false);
});

test('skimming and sleeping are pressed or not, and say so', async () => {
	const screen = await controls({ open: true, skimming: true, sleeping: false });
	const pressed = (name: string) =>
		screen.getByRole('button', { name }).element().getAttribute('aria-pressed');
	expect([pressed(words.skim), pressed(words.sleep)]).toEqual(['true', 'false']);
	await screen.getByRole('button', { name: words.skim }).click();
	await screen.getByRole('button', { name: words.sleep }).click();
	expect(on.onskim).toHaveBeenCalledWith(false);
	expect(on.onsleep).toHaveBeenCalledWith(true);
	expect(await findings(document.body)).toEqual([]);
});
