import type { Procedure } from '#lib/catalogue/index.ts';
import { addAbolishedWarnings } from './abolished.ts';
import { asSentence, channelNames, lowerFirst } from './by-channel.ts';
import type { ReadingMessages } from './reading-messages.ts';
import type { Section } from './script.ts';
import { SectionWriter } from './script-writer.ts';

/** Nơi nộp: our plain words first, then the official ones. */
export function readPlace(procedure: Procedure, words: ReadingMessages): Section {
	const { agency, authority, address, channels, levels, plain } = procedure;
	const section = new SectionWriter('place', words.headings.place);
	const said = (text: string | undefined, message: (text: string) => string) => {
		if (text?.trim()) section.add('text', [message(text.trim())]);
	};
	said(plain?.where, asSentence);
	said(agency, (text) => asSentence(words.place.agency(text)));
	said(authority, (text) => asSentence(words.place.authority(text)));
	said(address, (text) => asSentence(words.place.address(text)));
	if (section.isEmpty) section.add('text', [words.place.unknown]);
	const ways = [...new Set(channels.map(({ name }) => name).filter(Boolean))];
	if (ways.length)
		section.add('text', [words.place.channels(lowerFirst(channelNames(ways)), ways.length)]);
	if (levels.length)
		section.add('note', [
			words.place.level(levels.map((level) => words.place.levels[level]).join(', ')),
		]);
	addAbolishedWarnings(section, procedure, words);
	return section.finish();
}
