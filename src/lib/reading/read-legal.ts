import type { LegalBasis, Procedure } from '#lib/catalogue/index.ts';
import { asSentence } from './by-channel.ts';
import { readDate } from './read-date.ts';
import type { ReadingMessages } from './reading-messages.ts';
import type { Section } from './script.ts';
import { SectionWriter } from './script-writer.ts';

function legalLine(
	{ number, title = '', issuedOn, issuer }: LegalBasis,
	words: ReadingMessages,
): string {
	const named = title.includes(number) ? title : [number, title].filter(Boolean).join(': ');
	return asSentence(
		words.issued(named, issuedOn && readDate(issuedOn, words), issuer || undefined),
	);
}

/** Căn cứ pháp lý: each text by number and title. */
export function readLegal({ legalBasis, legalText }: Procedure, words: ReadingMessages): Section {
	const section = new SectionWriter('legal', words.headings.legal);
	if (legalBasis.length) section.add('text', [words.legalCount(legalBasis.length)]);
	legalBasis.forEach((basis, index) => {
		const text = legalLine(basis, words);
		section.add('item', [{ text, spoken: words.numbered(index + 1, text) }], index + 1);
	});
	for (const paragraph of legalText?.split('\n') ?? []) section.add('text', [paragraph]);
	if (section.isEmpty) section.add('text', [words.noLegalBasis]);
	return section.finish();
}
