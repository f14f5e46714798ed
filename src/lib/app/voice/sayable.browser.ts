/** What can be said on the open screen, as a list for a recogniser that knows only lists. */
import { voiceWords as words } from '#content/messages/voice-orders.vi.ts';
import { namesOnScreen } from './controls.browser.ts';
import { screenNow } from './screen-now.browser.ts';

/** A longer name is said by its beginning. */
const mostWords = 6;

export function sayable(): readonly string[] {
	const names = namesOnScreen(document).map((name) =>
		`${words.pressVerb} ${name}`.toLowerCase().split(' ').slice(0, mostWords).join(' '),
	);
	return [...new Set([...words.sayable[screenNow(false)], ...words.always, ...names])];
}
