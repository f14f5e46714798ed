import type { Script } from './script.ts';

/** A script as data for other programs; `script.schema.json` is its JSON schema. */
export interface SpokenScript {
	readonly sections: readonly {
		readonly id: string;
		readonly title: string;
		readonly sentences: readonly SpokenSentence[];
	}[];
}

export interface SpokenSentence {
	/** as shown */
	readonly text: string;
	/** the words to say: no digit, no sign, no abbreviation */
	readonly spoken: string;
	/**
	 * Place in the section's text, UTF-16 units, end exclusive. That text is its sentences' texts with one character
	 * between two of them: a line feed where a block or a line begins, else a space.
	 */
	readonly start: number;
	readonly end: number;
}

/** @param toWords a sentence as written → its words */
export function spokenScript(
	{ sections }: Script,
	toWords: (text: string) => string,
): SpokenScript {
	return {
		sections: sections.map(({ id, heading, blocks }) => {
			let start = 0;
			const sentences = blocks
				.flatMap((block) => block.sentences)
				.map(({ text, spoken = text }) => {
					const end = start + text.length;
					const sentence = { text, spoken: toWords(spoken), start, end };
					start = end + 1;
					return sentence;
				});
			return { id, title: heading, sentences };
		}),
	};
}

/** The text that `start` and `end` of a section's sentences count in. */
export const sectionText = (section: Script['sections'][number]): string =>
	section.blocks
		.map(({ sentences }) =>
			sentences
				.map(({ text, newLine }, at) => (at === 0 ? '' : newLine ? '\n' : ' ') + text)
				.join(''),
		)
		.join('\n');
