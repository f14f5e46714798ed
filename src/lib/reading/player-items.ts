/** What the player needs of a script: `Script` in `script.ts` is one. */
export interface PlayableSentence {
	readonly id: string;
	/** as shown */
	readonly text: string;
	/** as said, where it differs from `text` */
	readonly spoken?: string;
}

export interface PlayableScript {
	readonly title: PlayableSentence;
	readonly sections: readonly {
		readonly id: string;
		readonly heading: string;
		readonly blocks: readonly { readonly sentences: readonly PlayableSentence[] }[];
	}[];
}

/** One thing to say, in the order of reading. */
export interface PlayerItem {
	readonly sentenceId: string;
	/** absent for the title */
	readonly sectionId?: string;
	readonly text: string;
}

/** Id of a section's heading among the sentences. */
export const headingId = (sectionId: string): string => `${sectionId}.heading`;

/** A script in the order it is read: the title, then each section's heading and sentences. Blank ones are left out. */
export function playerItems({ title, sections }: PlayableScript): PlayerItem[] {
	const said = ({ id, text, spoken }: PlayableSentence): PlayerItem => ({
		sentenceId: id,
		text: spoken ?? text,
	});
	const items = [
		said(title),
		...sections.flatMap(({ id: sectionId, heading, blocks }) => [
			{ sentenceId: headingId(sectionId), sectionId, text: heading },
			...blocks
				.flatMap(({ sentences }) => sentences)
				.map((sentence) => ({ ...said(sentence), sectionId })),
		]),
	];
	return items.filter(({ text }) => text.trim() !== '');
}
