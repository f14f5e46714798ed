import { voiceWords as words } from '#content/messages/voice-orders.vi.ts';
import type { Screen } from '#lib/voice/index.ts';

/** So much an ear keeps. */
const atOnce = 3;
/** Names of buttons said in one sentence, and in all. */
const namesAtOnce = 4;
const mostNames = 16;

/**
 * What can be said here: first this screen's own orders, then its buttons, then what can be said everywhere.
 * @param names of what can be pressed on it
 * @param page how often it was asked for; after the last page the first comes again
 */
export function helpAt(screen: Screen, names: readonly string[], page: number): readonly string[] {
	const shown = [...new Set(names)].slice(0, mostNames);
	const buttons: string[] = [];
	for (let at = 0; at < shown.length; at += namesAtOnce)
		buttons.push(words.buttons(shown.slice(at, at + namesAtOnce)));
	const lines = [...words.help[screen], words.labelHelp, ...buttons, ...words.everywhere];
	const from = (page % Math.ceil(lines.length / atOnce)) * atOnce;
	return [...lines.slice(from, from + atOnce), words.moreHelp];
}
