/** Tries every control of an open screen by its name, said into the microphone. */
import type { Page } from '@playwright/test';

declare global {
	interface Window {
		/** the controls that the app has pressed, in order, by their number or name */
		pressed: string[];
		/** the test presses, not the app */
		byTest: boolean;
	}
}

export interface NamedControl {
	readonly number: string;
	readonly name: string;
	/** the same on every screen, or this screen's own */
	readonly part: 'shell' | 'screen';
}

const roles = new Set([
	'button',
	'checkbox',
	'combobox',
	'DisclosureTriangle',
	'link',
	'menuitem',
	'option',
	'radio',
	'searchbox',
	'slider',
	'spinbutton',
	'switch',
	'tab',
	'textbox',
]);

/** What the browser's own accessibility tree calls a control, numbered in the page by `data-number`. */
export async function numberControls(page: Page): Promise<readonly NamedControl[]> {
	const browser = await page.context().newCDPSession(page);
	const { nodes } = await browser.send('Accessibility.getFullAXTree');
	const named = nodes.filter(
		({ ignored, role, properties }) =>
			!ignored &&
			roles.has(String(role?.value)) &&
			!properties?.some(({ name, value }) => name === 'disabled' && value.value === true),
	);
	await browser.send('DOM.getDocument');
	const { nodeIds } = await browser.send('DOM.pushNodesByBackendIdsToFrontend', {
		backendNodeIds: named.map(({ backendDOMNodeId = 0 }) => backendDOMNodeId),
	});
	await Promise.all(
		nodeIds.map((nodeId, at) =>
			browser.send('DOM.setAttributeValue', { nodeId, name: 'data-number', value: String(at) }),
		),
	);
	await browser.detach();
	const parts = await page.evaluate(() =>
		Object.fromEntries(
			[...document.querySelectorAll<HTMLElement>('[data-number]')].map((element) => [
				element.dataset.number,
				element.closest('header, footer, .skip') ? 'shell' : 'screen',
			]),
		),
	);
	return named.map(({ name }, at) => ({
		number: String(at),
		name: String(name?.value ?? ''),
		part: parts[String(at)] === 'shell' ? 'shell' : 'screen',
	}));
}

/** Whatever the app presses is noted and goes no further: the screen stays as it is. */
export const notePresses = (page: Page) =>
	page.evaluate(() => {
		window.pressed = [];
		const note = (event: Event) => {
			if (event.isTrusted || window.byTest) return;
			event.preventDefault();
			event.stopImmediatePropagation();
			const target = event.target as HTMLElement;
			const chosen = target instanceof HTMLSelectElement ? target.selectedOptions[0] : target;
			// The dock makes its controls anew: those are known by their name.
			const control = chosen?.closest<HTMLElement>('[data-number], button, a');
			const name = control?.ariaLabel ?? control?.textContent?.replace(/\s+/g, ' ').trim();
			window.pressed.push(control?.dataset.number ?? name ?? '');
		};
		for (const type of ['click', 'change', 'input']) document.addEventListener(type, note, true);
	});

/**
 * Says “bấm …” for each, and where several bear the name, the number among them.
 * @returns the names of those that were not reached
 */
export const sayEach = (page: Page, controls: readonly NamedControl[]) =>
	page.evaluate(async (all) => {
		const microphone = [...document.querySelectorAll('button')].find(
			(button) => button.textContent?.trim() === 'Nói',
		);
		const lastLine = () => [...document.querySelectorAll<HTMLElement>('[data-by="app"]')].at(-1);
		const lineNumber = () => Number(lastLine()?.dataset.line ?? 0);
		const until = async (isSo: () => boolean, frames: number) => {
			for (let frame = 0; frame < frames && !isSo(); frame++)
				await new Promise(requestAnimationFrame);
		};
		const isOver = () => !document.querySelector('[role="group"][aria-label="Đang nghe"]');
		async function saySentence(text: string) {
			const before = lineNumber();
			window.pressed = [];
			window.hearings = [{ say: text }];
			window.byTest = true;
			microphone?.click();
			window.byTest = false;
			await until(() => window.hearings?.length === 0 && lineNumber() > before && isOver(), 300);
		}
		const isReached = (number: string, name: string) =>
			window.pressed.includes(number) ||
			window.pressed.includes(name) ||
			(document.activeElement as HTMLElement | null)?.dataset.number === number;
		const missed: string[] = [];
		for (const { number, name } of all) {
			(document.activeElement as HTMLElement | null)?.blur();
			await saySentence(`bấm ${name}`);
			const several = Number(/Có (\d+) chỗ/.exec(lastLine()?.textContent ?? '')?.[1] ?? 0);
			for (let among = 1; among <= several && !isReached(number, name); among++) {
				if (among > 1) await saySentence(`bấm ${name}`);
				await saySentence(`số ${among}`);
			}
			if (/Ý bạn là/.test(lastLine()?.textContent ?? '')) await saySentence('đúng rồi');
			if (!isReached(number, name))
				missed.push(`${name} → ${lastLine()?.textContent?.replace(/\s+/g, ' ')}`);
		}
		return missed;
	}, controls);
