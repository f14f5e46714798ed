import type { Procedure } from '#lib/catalogue/index.ts';
import { breaths } from './breaths.ts';
import { asSentence, lowerFirst } from './by-channel.ts';
import { readDocuments } from './read-documents.ts';
import { readFees } from './read-fees.ts';
import { readLegal } from './read-legal.ts';
import { readPlace } from './read-place.ts';
import { readSteps } from './read-steps.ts';
import { isLongName, readSummary } from './read-summary.ts';
import { readTimes } from './read-times.ts';
import type { ReadingMessages } from './reading-messages.ts';
import type { ProcedureSectionId, Script, Section, Sentence } from './script.ts';
import { SectionWriter } from './script-writer.ts';

/**
 * A procedure as it is shown and read: nine sections, always all of them, in the official order. What the source does
 * not say is said to be unknown.
 * @param today `YYYY-MM-DD`; decides whether a fee that holds until a day is past
 */
export function readProcedure(procedure: Procedure, words: ReadingMessages, today: string): Script {
	return {
		title: readTitle(procedure.name),
		sections: [
			readSummary(procedure, words, today),
			readDocuments(procedure, words),
			readSteps(procedure, words),
			readFees(procedure, words, today),
			readTimes(procedure, words),
			readPlace(procedure, words),
			readConditions(procedure, words),
			readLegal(procedure, words),
			readParagraphs('result', procedure.result?.split('\n') ?? [], words.noResult, words),
		],
	};
}

/** A name too long for one breath is read by its beginning; the summary says all of it. */
function readTitle(name: string): Sentence {
	const [first] = isLongName(name) ? breaths(name) : [];
	return { id: 'title', text: name, ...(first && { spoken: first }) };
}

/** Yêu cầu, điều kiện: for whom, then what must hold. */
function readConditions(
	{ plain, audience, conditions }: Procedure,
	words: ReadingMessages,
): Section {
	const people = audience.map(lowerFirst).join(', ');
	const who = plain?.who ? asSentence(plain.who) : people && words.audience(people);
	const stated = conditions.filter(hasWords);
	return readParagraphs(
		'conditions',
		[...(who ? [who] : []), ...(stated.length ? stated : [words.noConditions])],
		words.noConditions,
		words,
	);
}

const hasWords = (text: string) => /[\p{L}\d]/u.test(text);

function readParagraphs(
	id: ProcedureSectionId,
	paragraphs: readonly string[],
	none: string,
	words: ReadingMessages,
): Section {
	const section = new SectionWriter(id, words.headings[id]);
	for (const paragraph of paragraphs) if (hasWords(paragraph)) section.add('text', [paragraph]);
	if (section.isEmpty) section.add('text', [none]);
	return section.finish();
}
