import type { Procedure, ProcessingTime } from '#lib/catalogue/index.ts';
import { asSentence, byChannel, channelNames, lowerFirst, upperFirst } from './by-channel.ts';
import { withoutListSign } from './list-sign.ts';
import type { ReadingMessages } from './reading-messages.ts';
import type { Section } from './script.ts';
import { SectionWriter } from './script-writer.ts';

/** "5 ngày làm việc"; `undefined` where no amount is known. */
export function shortTime(time: ProcessingTime, words: ReadingMessages): string | undefined {
	if (time.kind !== 'known') return undefined;
	return `${String(time.amount).replace('.', ',')} ${words.time.units[time.unit]}`;
}

/** A full sentence, also of what is not known. */
export function timeSentence(time: ProcessingTime, words: ReadingMessages): string {
	if (time.kind === 'known') return `${upperFirst(shortTime(time, words) ?? '')}.`;
	if (time.kind === 'unregulated') return words.time.unregulated;
	const written = time.text.trim();
	if (time.kind === 'described') return asSentence(upperFirst(withoutListSign(written)));
	if (written === '') return words.time.unknown;
	return /^\d+$/.test(written) ? words.time.withoutUnit(written) : words.time.unclear(written);
}

/** Thời hạn giải quyết: by way of handing in, with what the source adds to each. */
export function readTimes({ channels }: Procedure, words: ReadingMessages): Section {
	const section = new SectionWriter('time', words.headings.time);
	const groups = byChannel(channels, ({ time }) => timeSentence(time, words), words);
	const notes = new Set<string>();
	for (const [sentence, group] of groups) {
		const time = group.channels[0]?.time;
		const short = time?.kind === 'known';
		if (short)
			section.add('text', [words.byChannel(channelNames(group.names), lowerFirst(sentence))]);
		else if (groups.size === 1) section.add('text', [sentence]);
		else {
			section.add('case', [`${channelNames(group.names)}:`]);
			section.add('text', [sentence]);
		}
		for (const { note } of group.channels) {
			if (!note || notes.has(note) || note === sentence) continue;
			notes.add(note);
			section.add('note', [note]);
		}
	}
	if (section.isEmpty) section.add('text', [words.time.unknown]);
	return section.finish();
}
