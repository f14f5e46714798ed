import type { ResolveOptions } from '@sveltejs/kit';

/**
 * How a page is written for a thin line: text and styles first. SvelteKit would name every script in a header, so that
 * they are asked for, and share the line, before the styles without which no text is shown.
 * @param searches will it ask for the catalogue at once? Then the manifest is on its way with the scripts.
 */
export function thinLine(
	searches: boolean,
): Required<Pick<ResolveOptions, 'preload' | 'transformPageChunk'>> {
	const scripts: string[] = [];
	return {
		preload: ({ type, path }) => {
			if (type === 'js') scripts.push(path);
			return false;
		},
		transformPageChunk: ({ html }) => {
			const links = scripts.map((path) => link('modulepreload', path));
			if (searches)
				links.push(link('preload" as="fetch" crossorigin="anonymous', '/packs/manifest.json'));
			return html.replace('</head>', `${links.join('')}</head>`);
		},
	};
}

const link = (rel: string, path: string) =>
	`<link rel="${rel}" fetchpriority="low" href="${path}">`;
