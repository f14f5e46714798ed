import { expect, it } from 'vitest';
import { thinLine } from './thin-line.ts';

async function written(searches: boolean) {
	const line = thinLine(searches);
	for (const path of ['/a.js', '/b.js']) expect(line.preload({ type: 'js', path })).toBe(false);
	expect(line.preload({ type: 'css', path: '/a.css' })).toBe(false);
	const html = '<head><link rel="stylesheet" href="/a.css"></head><body></body>';
	return line.transformPageChunk({ html, done: true });
}

it('names the scripts after the styles, as less urgent, and not in a header', async () => {
	expect(await written(false)).toBe(
		'<head><link rel="stylesheet" href="/a.css">' +
			'<link rel="modulepreload" fetchpriority="low" href="/a.js">' +
			'<link rel="modulepreload" fetchpriority="low" href="/b.js"></head><body></body>',
	);
});

it('has the manifest on its way where the catalogue is asked for at once', async () => {
	expect(await written(true)).toMatch(
		/b\.js"><link rel="preload" as="fetch" crossorigin="anonymous" fetchpriority="low" href="\/packs\/manifest\.json"><\/head>/,
	);
});
