import { readdirSync } from 'node:fs';
import { expect, onlineTest as test } from '../support/app.ts';
import { hurry } from '../support/hurry.ts';
import { say, stubRecogniser } from '../support/recogniser.ts';
import {
	notePresses,
	numberControls,
	sayEach,
	type NamedControl,
} from '../support/said-controls.ts';
import { openScreen, screens } from '../support/screens.ts';
import { stubVoice } from '../support/spoken.ts';

const routes = readdirSync('src/routes/(citizen)', { recursive: true, encoding: 'utf8' })
	.filter((file) => file.endsWith('+page.svelte'))
	.map((file) => `/${file.replace(/\/?\+page\.svelte$/, '')}`);

test('every route is among the screens tried here', () => {
	const addresses = Object.values(screens).map(({ at }) => at.split('?')[0] ?? '');
	const missing = routes.filter((route) => {
		const pattern = new RegExp(`^${route.replace(/\[[^\]]+\]/g, '[^/]+')}$`);
		return !addresses.some((address) => pattern.test(address));
	});
	expect(missing).toEqual([]);
});

/** Handing in is no button to be pressed by a word: the talk asks for it (`by-voice.spec.ts`). */
const isAskedFirst = (screen: string, { name }: NamedControl) =>
	screen === 'form-review' && name === 'Nộp hồ sơ';

for (const [name, state] of Object.entries(screens)) {
	if (state.listens || (name.startsWith('said-') && name !== 'said-human')) continue;
	test(`whatever can be pressed can be pressed by its name: ${name}`, async ({ page, app }) => {
		await hurry(page);
		await stubVoice(page);
		await stubRecogniser(page, { silent: true });
		await openScreen(page, app.url, state);
		// From now on the talk is there, and with it its own controls.
		await say(page, { say: 'trợ giúp' });
		await expect(page.locator('[data-by="app"]').last()).toContainText(/trợ giúp|câu/);
		await notePresses(page);
		const all = await numberControls(page);
		expect(all.length).toBeGreaterThan(8);
		// The way home and the rest of the frame are the same everywhere.
		const own = all.filter(
			(control) => (name === 'home' || control.part === 'screen') && !isAskedFirst(name, control),
		);
		expect(await sayEach(page, own)).toEqual([]);
	});
}
