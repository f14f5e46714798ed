import type { ReadingMessages } from './reading-messages.ts';

/** `2026`, `2026-07`, `2026-07-02` in words of the language. */
export function readDate(isoDate: string, words: ReadingMessages): string {
	const [year = 0, month, day] = isoDate.split('-').map(Number);
	return words.date(year, month, day);
}
