import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const tags = [
	'wcag2a',
	'wcag2aa',
	'wcag2aaa',
	'wcag21a',
	'wcag21aa',
	'wcag21aaa',
	'wcag22a',
	'wcag22aa',
	'wcag22aaa',
	'best-practice',
];

/** WCAG 2.2 A–AAA without a single violation, in the state the page is in now. */
export async function expectAccessible(page: Page) {
	const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
	const found = violations.map(
		({ id, help, nodes }) =>
			`${id}: ${help}\n${nodes.map((node) => `   ${node.html}\n   ${node.failureSummary}`).join('\n')}`,
	);
	expect(found, found.join('\n')).toEqual([]);
}

/** Every control a thumb can reach is at least 48 px high and wide; links inside a sentence are text. */
export async function expectLargeTargets(page: Page) {
	const small = await page.evaluate(() => {
		const controls = document.querySelectorAll<HTMLElement>(
			'a[href], button, input, select, textarea, summary, [role="option"], label:has(input)',
		);
		return [...controls]
			.filter((control) => control.checkVisibility() && !control.matches('p a, .skip'))
			.filter((control) => !control.matches('label input') || control.offsetHeight < 48)
			.map((control) => ({ control, box: control.getBoundingClientRect() }))
			.filter(({ box }) => box.height < 47.9 || box.width < 47.9)
			.map(({ control, box }) => `${control.outerHTML.slice(0, 120)} ${box.width}×${box.height}`);
	});
	expect(small, small.join('\n')).toEqual([]);
}

/** Nothing is wider than the screen: no scrolling sideways. */
export async function expectNoOverflow(page: Page) {
	const { width, wide } = await page.evaluate(() => {
		const root = document.documentElement;
		const wide = [...document.querySelectorAll<HTMLElement>('body *')]
			.filter((element) => element.checkVisibility() && !element.closest('.skip, .visually-hidden'))
			.filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1)
			.map((element) => element.outerHTML.slice(0, 120));
		return { width: root.scrollWidth - root.clientWidth, wide };
	});
	expect(wide, wide.join('\n')).toEqual([]);
	expect(width).toBeLessThanOrEqual(0);
}
