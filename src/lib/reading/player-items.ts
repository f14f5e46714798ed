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
		readonly blocks: readonly {
			readonly kind?: 'text' | 'case' | 'item' | 'note' | 'warning';
			readonly sentences: readonly PlayableSentence[];
		}[];
	}[];
}

/** One thing to say, in the order of reading. */
export interface PlayerItem {
	readonly sentenceId: string;
	/** absent for the title */
	readonly sectionId?: string;
	readonly text: string;
	/** which block of the script it is of; absent for title and headings */
	readonly block?: number;
	/** said also when skimming */
	readonly leads: boolean;
}

/** Id of a section's heading among the sentences. */
export const headingId = (sectionId: string): string => `${sectionId}.heading`;

/** References are for those who ask for them: skimming says how many there are. */
const skimmedSections: ReadonlySet<string> = new Set(['legal']);

/**
 * A script in the order it is read: the title, then each section's heading and sentences. Blank ones are left out.
 * Of a block its first sentence leads, of a note none does.
 */
export function playerItems({ title, sections }: PlayableScript): PlayerItem[] {
	let block = 0;
	const said = ({ id, text, spoken }: PlayableSentence) => ({
		sentenceId: id,
		text: spoken ?? text,
	});
	const items: PlayerItem[] = [
		{ ...said(title), leads: true },
		...sections.flatMap(({ id: sectionId, heading, blocks }) => [
			{ sentenceId: headingId(sectionId), sectionId, text: heading, leads: true },
			...blocks.flatMap(({ kind, sentences }, place) => {
				block += 1;
				const leads = kind !== 'note' && !(skimmedSections.has(sectionId) && place > 0);
				return sentences.map((sentence, at) => ({
					...said(sentence),
					sectionId,
					block,
					leads: leads && at === 0,
				}));
			}),
		]),
	];
	return items.filter(({ text }) => text.trim() !== '');
}
