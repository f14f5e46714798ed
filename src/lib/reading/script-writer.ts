import { breaths } from './breaths.ts';
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
			cut(typeof line === 'string' ? { text: line } : line).forEach((piece, at) => {
				sentences.push({
					id: `${blockId}.${sentences.length + 1}`,
					...piece,
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
 * A line as breaths. The spoken form differs at the beginning (a number in front, a list sign taken away), which goes
 * with the first breath; where it differs elsewhere too, only a line of one breath has it.
 */
function cut({ text, spoken = text }: Line): Line[] {
	let same = 0;
	const most = Math.min(text.length, spoken.length);
	while (same < most && text.at(-1 - same) === spoken.at(-1 - same)) same++;
	const shownOnly = text.slice(0, text.length - same);
	const saidOnly = spoken.slice(0, spoken.length - same);
	if (shownOnly === '' && saidOnly === '') return breaths(text).map((piece) => ({ text: piece }));
	const pieces = breaths(spoken);
	const [first = ''] = pieces;
	if (same > 0 && first.length > saidOnly.length && first.startsWith(saidOnly.trimStart())) {
		const shown = shownOnly + first.slice(saidOnly.trimStart().length);
		return pieces.map((piece, at) => (at > 0 ? { text: piece } : { text: shown, spoken: piece }));
	}
	const whole = breaths(text);
	if (whole.length === 1 && pieces.length === 1) return [{ text: whole[0]!, spoken: first }];
	return whole.map((piece) => ({ text: piece }));
}
