import { headingId, type PlayableScript } from './player-items.ts';

export interface Position {
	readonly heading: string;
	/** 1 for the first sentence; the heading itself counts as the first */
	readonly number: number;
	readonly of: number;
}

/** Where in its section a sentence is; `undefined` at the title and where the section has no heading. */
export function positionOf(
	{ sections }: PlayableScript,
	sectionId: string | null,
	sentenceId: string | null,
): Position | undefined {
	const section = sections.find(({ id }) => id === sectionId);
	if (!section || section.heading === '') return undefined;
	const ids = section.blocks.flatMap(({ sentences }) => sentences.map(({ id }) => id));
	const at = sentenceId === headingId(section.id) ? 0 : ids.indexOf(sentenceId ?? '');
	if (at < 0 || ids.length === 0) return undefined;
	return { heading: section.heading, number: at + 1, of: ids.length };
}
