import { splitSentences } from '#lib/vietnamese/index.ts';
import type { Block, Section, Sentence } from './script.ts';

/** A line of a block: as shown, and as read where that differs. */
export interface Line {
	readonly text: string;
	readonly spoken?: string;
}

/** Builds one section; numbers its blocks and sentences as they come. */
export class SectionWriter {
	readonly #id: string;
	readonly #heading: string;
	readonly #blocks: Block[] = [];

	constructor(id: string, heading: string) {
		this.#id = id;
		this.#heading = heading;
	}

	get isEmpty(): boolean {
		return this.#blocks.length === 0;
	}

	/** Adds a block of some lines, each of any length; a block without words is left out. */
	add(kind: Block['kind'], lines: readonly (string | Line)[], number?: number): void {
		const blockId = `${this.#id}.${this.#blocks.length + 1}`;
		const sentences: Sentence[] = [];
		lines.forEach((line, index) => {
			const { text, spoken }: Line = typeof line === 'string' ? { text: line } : line;
			splitSentences(text).forEach((piece, at) => {
				const said = spoken === undefined ? undefined : spokenPart(text, spoken, piece.text, at);
				sentences.push({
					id: `${blockId}.${sentences.length + 1}`,
					text: piece.text,
					...(said !== undefined && said !== piece.text && { spoken: said }),
					...(at === 0 && index > 0 && { newLine: true as const }),
				});
			});
		});
		if (sentences.length)
			this.#blocks.push({ kind, ...(number !== undefined && { number }), sentences });
	}

	finish(): Section {
		return { id: this.#id, heading: this.#heading, blocks: this.#blocks };
	}
}

/**
 * The spoken form differs at the beginning only (a number in front, a list sign taken away): the first piece gets the
 * new beginning, the others are read as they are shown.
 */
function spokenPart(text: string, spoken: string, piece: string, at: number): string {
	if (at > 0) return piece;
	let same = 0;
	while (same < Math.min(text.length, spoken.length) && text.at(-1 - same) === spoken.at(-1 - same))
		same++;
	const removed = text.slice(0, text.length - same);
	const added = spoken.slice(0, spoken.length - same);
	const said = added + piece.slice(removed.length);
	return piece.startsWith(removed) && /[\p{L}\d]/u.test(said) ? said : piece;
}
