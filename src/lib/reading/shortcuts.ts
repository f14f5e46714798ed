/** What keys can do while, and before, something is read. */
export const readingActions = [
	'toggle',
	'next',
	'previous',
	'repeat',
	'nextSection',
	'previousSection',
	'faster',
	'slower',
	'stop',
] as const;
export type ReadingAction = (typeof readingActions)[number];

/** `Ctrl+Alt+Shift+K`, modifiers in this order; empty: no key. */
export type Shortcuts = Readonly<Record<ReadingAction, string>>;

/**
 * Keys that browsers, NVDA, JAWS and TalkBack leave alone. None is a letter: whoever dictates or types must not start
 * the voice (WCAG 2.1.4).
 */
export const defaultShortcuts: Shortcuts = {
	toggle: 'F8',
	next: 'F9',
	previous: 'Shift+F9',
	repeat: 'F2',
	nextSection: 'Alt+PageDown',
	previousSection: 'Alt+PageUp',
	faster: '',
	slower: '',
	stop: 'Shift+F8',
};

export interface Keystroke {
	readonly key: string;
	readonly ctrlKey: boolean;
	readonly altKey: boolean;
	readonly shiftKey: boolean;
	readonly metaKey: boolean;
}

const modifiers = new Set(['Control', 'Alt', 'Shift', 'Meta', 'AltGraph', 'CapsLock', 'Fn']);
/** They move, choose, leave or write: a page must not take them. */
const reserved =
	/^(?:(?:Shift\+)?(?:Tab|Enter|Escape|Backspace|Delete|Insert|Arrow\w+|Page\w+|Home|End|ContextMenu|Dead|Process|Unidentified)|(?:Ctrl\+|Meta\+)[ACFLNPRSTVWXZ]|Alt\+Arrow(?:Left|Right)|F(?:1|3|5|6|7|10|11|12)|Alt\+F4)$/;

/** How a key stroke is written; empty for a modifier alone. */
export function shortcutOf({ key, ctrlKey, altKey, shiftKey, metaKey }: Keystroke): string {
	if (modifiers.has(key)) return '';
	const name = key === ' ' ? 'Space' : key.length === 1 ? key.toUpperCase() : key;
	return [ctrlKey && 'Ctrl', altKey && 'Alt', shiftKey && 'Shift', metaKey && 'Meta', name]
		.filter(Boolean)
		.join('+');
}

export type ShortcutFault = 'letter' | 'reserved' | 'taken';

/** Why a shortcut cannot be had for that action; `undefined`: it can. */
export function shortcutFault(
	shortcut: string,
	action: ReadingAction,
	shortcuts: Shortcuts,
): ShortcutFault | undefined {
	const key = shortcut.split('+').at(-1) || '+';
	const isBare = !/(?:Ctrl|Alt|Meta)\+/.test(shortcut);
	if (isBare && (key.length === 1 || key === 'Space')) return 'letter';
	if (reserved.test(shortcut)) return 'reserved';
	const other = readingActions.find((each) => each !== action && shortcuts[each] === shortcut);
	return other && 'taken';
}

/** What a key stroke does. */
export const actionOf = (stroke: Keystroke, shortcuts: Shortcuts): ReadingAction | undefined => {
	const shortcut = shortcutOf(stroke);
	return shortcut === ''
		? undefined
		: readingActions.find((action) => shortcuts[action] === shortcut);
};

/** What was kept of a person's keys, with the defaults for what is missing or no longer possible. */
export function readShortcuts(kept: unknown): Shortcuts {
	const given = (typeof kept === 'object' && kept !== null ? kept : {}) as Record<string, unknown>;
	let shortcuts = defaultShortcuts;
	for (const action of readingActions) {
		const shortcut = given[action];
		if (typeof shortcut !== 'string') continue;
		if (shortcut === '' || !shortcutFault(shortcut, action, { ...shortcuts, [action]: '' }))
			shortcuts = { ...shortcuts, [action]: shortcut };
	}
	return shortcuts;
}
