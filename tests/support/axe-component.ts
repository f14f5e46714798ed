import axe from 'axe-core';

/**
 * What axe finds wrong with a component, WCAG 2.2 A–AAA; page-wide rules are left to the screens' own tests.
 * @returns one line per finding
 */
export async function findings(root: Element): Promise<string[]> {
	const { violations } = await axe.run(root, {
		runOnly: ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
	});
	return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
