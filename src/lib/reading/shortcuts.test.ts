import { describe, expect, test } from 'vitest';
import {
	actionOf,
	defaultShortcuts,
	readingActions,
	readShortcuts,
	shortcutFault,
	shortcutOf,
	type Keystroke,
} from './shortcuts.ts';

const stroke = (key: string, held: Partial<Keystroke> = {}): Keystroke => ({
	key,
	ctrlKey: false,
	altKey: false,
	shiftKey: false,
	metaKey: false,
	...held,
});

test('no default is a letter, reserved, or there twice', () => {
	for (const action of readingActions) {
		if (defaultShortcuts[action] === '') continue;
		expect(shortcutFault(defaultShortcuts[action], action, defaultShortcuts)).toBeUndefined();
	}
});

test('a key stroke is written with its modifiers in one order, a modifier alone not at all', () => {
	expect(shortcutOf(stroke('k', { ctrlKey: true, altKey: true }))).toBe('Ctrl+Alt+K');
	expect(shortcutOf(stroke(' ', { altKey: true }))).toBe('Alt+Space');
	expect(shortcutOf(stroke('Shift', { shiftKey: true }))).toBe('');
	expect(shortcutOf(stroke('+', { ctrlKey: true }))).toBe('Ctrl++');
});

test('a key does what it is set to, and no other does', () => {
	expect(actionOf(stroke('F8'), defaultShortcuts)).toBe('toggle');
	expect(actionOf(stroke('F9', { shiftKey: true }), defaultShortcuts)).toBe('previous');
	expect(actionOf(stroke('a'), defaultShortcuts)).toBeUndefined();
	expect(actionOf(stroke('Control', { ctrlKey: true }), defaultShortcuts)).toBeUndefined();
});

describe('a key of one’s own', () => {
	test('is never a letter, a digit or the space bar alone', () => {
		for (const key of ['K', '1', 'Space', 'Shift+K'])
			expect(shortcutFault(key, 'next', defaultShortcuts)).toBe('letter');
		expect(shortcutFault('Ctrl+Alt+K', 'next', defaultShortcuts)).toBeUndefined();
	});

	test('is none that moves, leaves, or belongs to the browser', () => {
		for (const key of ['Tab', 'Enter', 'ArrowDown', 'Ctrl+W', 'F5', 'Alt+ArrowLeft', 'Shift+Tab'])
			expect(shortcutFault(key, 'next', defaultShortcuts)).toBe('reserved');
	});

	test('is none that does something else', () => {
		expect(shortcutFault('F8', 'next', defaultShortcuts)).toBe('taken');
		expect(shortcutFault('F8', 'toggle', defaultShortcuts)).toBeUndefined();
	});
});

test('what was kept is read with care', () => {
	expect(readShortcuts(undefined)).toEqual(defaultShortcuts);
	expect(readShortcuts({ next: 'K', previous: 7, toggle: '', repeat: 'F4', other: 'F4' })).toEqual({
		...defaultShortcuts,
		toggle: '',
		repeat: 'F4',
	});
});
