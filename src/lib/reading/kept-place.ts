import { headingId, type PlayableScript } from './player-items.ts';

/** Where somebody stopped reading, kept for another day. */
export interface KeptPlace {
	readonly sentenceId: string;
	/** how the sentence began, so that a changed text is noticed */
	readonly text: string;
	/** `undefined`: the title */
	readonly sectionId?: string | undefined;
}

/** Enough to know a sentence again. */
const known = 60;

function* places({ title, sections }: PlayableScript): Generator<KeptPlace & { heading?: string }> {
	yield { sentenceId: title.id, text: title.text.slice(0, known) };
	for (const { id: sectionId, heading, blocks } of sections) {
		yield { sentenceId: headingId(sectionId), text: heading.slice(0, known), sectionId, heading };
		for (const { sentences } of blocks)
			for (const { id, text } of sentences)
				yield { sentenceId: id, text: text.slice(0, known), sectionId, heading };
	}
}

/** What to keep of reading that stands at this sentence; nothing at the beginning, from where it starts anyway. */
export function placeToKeep(script: PlayableScript, sentenceId: string): KeptPlace | undefined {
	for (const { heading, ...place } of places(script))
		if (place.sentenceId === sentenceId) return heading === undefined ? undefined : place;
	return undefined;
}

/**
 * The kept place in the script of today: the sentence where it still is or where it went, else its section's heading.
 * @returns `undefined` when the section is gone
 */
export function placeToResume(
	script: PlayableScript,
	kept: KeptPlace,
): { readonly sentenceId: string; readonly heading: string } | undefined {
	let moved: { sentenceId: string; heading: string } | undefined;
	let section: { sentenceId: string; heading: string } | undefined;
	for (const { sentenceId, text, sectionId, heading } of places(script)) {
		if (heading === undefined || sectionId !== kept.sectionId) continue;
		section ??= { sentenceId, heading };
		if (text !== kept.text) continue;
		if (sentenceId === kept.sentenceId) return { sentenceId, heading };
		moved ??= { sentenceId, heading };
	}
	return moved ?? section;
}
