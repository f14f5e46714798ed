/** The sections of a procedure, in the order in which they are shown and read. */
export const procedureSections = [
	'summary',
	'documents',
	'steps',
	'fees',
	'time',
	'place',
	'conditions',
	'legal',
	'result',
] as const;
export type ProcedureSectionId = (typeof procedureSections)[number];

/** One breath: shown in a span of its own, read as one utterance. */
export interface Sentence {
	/** stable for the same procedure, e.g. `documents.3.1`: section, block, sentence */
	readonly id: string;
	/** as shown */
	readonly text: string;
	/** what is read instead, where it differs; still as written, before `toWords` */
	readonly spoken?: string;
	/** it began a new line in the source */
	readonly newLine?: true;
}

export interface Block {
	/** `case`: a heading for the items after it; `item`: one of a numbered row; `note`: where facts come from, small print */
	readonly kind: 'text' | 'case' | 'item' | 'note' | 'warning';
	/** of an item, as shown and read; neighbouring items count on */
	readonly number?: number;
	readonly sentences: readonly Sentence[];
}

export interface Section {
	readonly id: string;
	readonly heading: string;
	readonly blocks: readonly Block[];
}

/** What is shown is what is read: the screen renders these sentences and the player says these. */
export interface Script {
	readonly title: Sentence;
	readonly sections: readonly Section[];
}
