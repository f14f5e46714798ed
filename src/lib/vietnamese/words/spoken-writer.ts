import type { Prepared } from './characters.ts';
import type { SpokenText, SpokenToken, TokenClass } from './spoken-text.ts';

const strength = ',;:.!?';

/**
 * Collects tokens and pauses. What came before is known by what was *said*, never by what was written:
 * so reading the result again meets the same context and changes nothing.
 */
export class SpokenWriter {
	readonly #tokens: { source: [number, number]; words: string; class: TokenClass }[] = [];
	readonly #prepared: Prepared;
	#pause = '';
	#tail = '';
	#end = 0;

	constructor(prepared: Prepared) {
		this.#prepared = prepared;
	}

	/** The last words said since the last pause, in lower case. */
	get tail(): string {
		return this.#pause ? '' : this.#tail;
	}

	/** Was the last thing said, whatever pause follows, a Roman numeral? */
	get wasRoman(): boolean {
		return this.#tokens.at(-1)?.class === 'roman';
	}

	/** Class of the last token, if it ends at most some spaces before `at` and no pause follows it. */
	classBefore(text: string, at: number): TokenClass | undefined {
		const last = this.#tokens.at(-1);
		if (!last || this.#pause) return undefined;
		for (let back = at - 1; back >= this.#end; back--) if (text[back] !== ' ') return undefined;
		return last.class;
	}

	/** Says `words` for the characters from `start` to `end`; nothing where the words are empty. */
	say(start: number, end: number, words: string, tokenClass: TokenClass): void {
		if (words === '') return;
		this.#flushPause();
		this.#tokens.push({
			source: [this.#prepared.start(start), this.#prepared.end(end)],
			words,
			class: tokenClass,
		});
		const afterPause =
			words
				.toLowerCase()
				.split(/[,.;:?!] ?/)
				.at(-1) ?? '';
		const whole = afterPause.length === words.length;
		this.#tail = (whole ? `${this.#tail} ${afterPause}` : afterPause).slice(-40);
		this.#end = end;
	}

	/** A pause; of several in a row the strongest counts, and none at the very beginning. */
	pause(mark: string): void {
		if (this.#tokens.length && strength.indexOf(mark) > strength.indexOf(this.#pause || ' '))
			this.#pause = mark;
	}

	#flushPause() {
		const last = this.#tokens.at(-1);
		if (!last || !this.#pause) return;
		last.words += this.#pause;
		this.#pause = '';
		this.#tail = '';
	}

	finish(): SpokenText {
		if (this.#pause !== ',') this.#flushPause();
		return {
			words: this.#tokens.map((token) => token.words).join(' '),
			tokens: this.#tokens as SpokenToken[],
		};
	}
}
