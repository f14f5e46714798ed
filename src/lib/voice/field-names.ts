import type { CommandTable } from './command-table.ts';
import type { Heard } from './likeness.ts';
import { phraseBook } from './phrase-book.ts';

/** Does a stretch of an utterance name a field of a form? "ngày sinh", "ô số nhà": but not "xe máy". */
export type FieldNames = (words: readonly Heard[], from: number, to: number) => boolean;

export function fieldNames({ fields }: CommandTable): FieldNames {
	const names = phraseBook(fields.names);
	const markers = phraseBook(fields.markers);
	return (words, from, to) => {
		if ((from > 0 && markers(words, from - 1) > 0) || markers(words, from) > 0) return true;
		const own = words.slice(from, to);
		let named = 0;
		for (let at = 0; at < own.length;) {
			const length = names(own, at);
			named += length;
			at += Math.max(1, length);
		}
		return named * 2 >= own.length;
	};
}
