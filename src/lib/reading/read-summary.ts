import type { Procedure, Source } from '#lib/catalogue/index.ts';
import { addAbolishedWarnings } from './abolished.ts';
import { asSentence, byChannel, channelNames, lowerFirst } from './by-channel.ts';
import { caseOf, papersOf } from './read-documents.ts';
import { readDate } from './read-date.ts';
import { expiredFee, shortFee } from './read-fees.ts';
import { shortTime, timeSentence } from './read-times.ts';
import type { ReadingMessages } from './reading-messages.ts';
import type { Section } from './script.ts';
import { SectionWriter } from './script-writer.ts';
import { shortName } from './short-name.ts';

/** More than this is for the section itself, not for twenty seconds. */
const shortText = 140;
/** As many names of papers as an ear keeps. */
const namedPapers = 3;
/** More than a title should take of somebody's time. */
export const isLongName = (name: string): boolean => name.length > 220;

/** Tóm tắt, as a good clerk says it in twenty seconds: what for, where, how long, how much, which papers. */
export function readSummary(procedure: Procedure, words: ReadingMessages, today: string): Section {
	const section = new SectionWriter('summary', words.headings.summary);
	if (isLongName(procedure.name)) section.add('text', [words.summary.fullName(procedure.name)]);
	section.add('text', [purpose(procedure, words)]);
	section.add('text', [place(procedure, words)]);
	section.add('text', [duration(procedure, words)]);
	section.add('text', [cost(procedure, words)]);
	section.add('text', [papers(procedure, words)]);
	addAbolishedWarnings(section, procedure, words);
	const expired = expiredFee(procedure, today);
	if (expired) section.add('warning', [words.fees.mayHaveChanged(readDate(expired, words))]);
	const old = staleSince(procedure.source, today);
	if (old) section.add('warning', [words.staleSource(readDate(old, words))]);
	section.add('note', sources(procedure, words));
	return section.finish();
}

function purpose({ plain, result, field }: Procedure, words: ReadingMessages): string {
	if (plain) return plain.summary;
	const first =
		result
			?.trim()
			.split(/[;\n]/, 1)[0]
			?.trim()
			.replace(/^[-+*]\s*/, '') ?? '';
	if (first && first.length <= shortText)
		return asSentence(words.summary.result(lowerFirst(first)));
	return field ? asSentence(words.summary.field(field)) : '';
}

function papers(procedure: Procedure, words: ReadingMessages): string {
	const all = papersOf(procedure);
	if (all.length) {
		const cases = new Set(all.map(caseOf).filter(Boolean)).size;
		const names = cases > 0 ? [] : new Set(all.map(({ name }) => shortName(name)));
		const named = [...names].filter((name) => name !== undefined).slice(0, namedPapers);
		return words.summary.documents(all.length, cases, named);
	}
	return procedure.documentsText ? words.summary.documentsAsText : words.summary.noDocuments;
}

function duration({ channels }: Procedure, words: ReadingMessages): string {
	const groups = byChannel(channels, ({ time }) => timeSentence(time, words), words);
	const [first] = groups.keys();
	if (first === undefined) return words.time.unknown;
	const time = groups.get(first)?.channels[0]?.time;
	if (groups.size === 1) {
		const short = time && shortTime(time, words);
		if (short) return words.summary.time(short);
		return first.length <= shortText ? first : words.summary.timesVary;
	}
	const facts = [...groups.values()].map(({ names, channels: [channel] }) => {
		const short = channel && shortTime(channel.time, words);
		return short && `${lowerFirst(channelNames(names))} ${short}`;
	});
	// One way with two times has steps of its own: which one counts is for the section to say.
	const plain = facts.length <= 3 && facts.every(Boolean) && groupsAreApart(groups);
	return plain ? words.summary.timesDiffer(facts.join('; ')) : words.summary.timesVary;
}

const groupsAreApart = (groups: ReadonlyMap<string, { readonly names: readonly string[] }>) => {
	const names = [...groups.values()].flatMap((group) => group.names);
	return new Set(names).size === names.length;
};

function cost({ channels }: Procedure, words: ReadingMessages): string {
	const fees = channels.flatMap((channel) => channel.fees);
	const known = fees.filter(({ kind }) => kind !== 'unknown');
	if (!known.length) return words.fees.unknown;
	const facts = new Set(fees.map((fee) => shortFee(fee, words)));
	const [only] = facts;
	if (facts.size === 1 && only) return words.summary.fee(only);
	if (facts.has(undefined)) return words.summary.feesVary;
	const groups = byChannel(
		channels,
		(channel) => channel.fees.map((fee) => shortFee(fee, words)).join(', '),
		words,
	);
	if (
		groups.size > 1 &&
		groups.size <= 3 &&
		channels.every((channel) => channel.fees.length === 1) &&
		groupsAreApart(groups)
	) {
		const each = [...groups].map(
			([fact, { names }]) => `${lowerFirst(channelNames(names))} ${fact}`,
		);
		return words.summary.feesDiffer(each.join('; '));
	}
	const amounts = known.flatMap(({ kind, amount = 0, currency }) =>
		kind === 'amount' && currency === 'VND' ? [amount] : [],
	);
	if (amounts.length !== known.length) return words.summary.feesVary;
	return words.summary.feesBetween(
		words.fees.amount(Math.min(...amounts), 'VND'),
		words.fees.amount(Math.max(...amounts), 'VND'),
	);
}

function place({ plain, agency, address, channels }: Procedure, words: ReadingMessages): string {
	if (plain?.where) return asSentence(plain.where);
	const where = agency || (address && address.length <= shortText ? address : '');
	const said = where ? asSentence(words.summary.place(where)) : words.place.unknown;
	return channels.some(({ kind }) => kind === 'online') ? `${said} ${words.summary.online}` : said;
}

/** The date of a source that a year has passed over; a month or a year is counted from its end. */
function staleSince({ date }: Source, today: string): string | undefined {
	if (date === undefined) return undefined;
	const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
	return date < yearAgo.slice(0, date.length) ? date : undefined;
}

function sources(
	{ source, sources: others = {}, origin }: Procedure,
	words: ReadingMessages,
): string[] {
	const dated = ({ name, date }: Source, message: (name: string, date: string) => string) =>
		date ? message(name, readDate(date, words)) : words.undatedSource(name);
	const main = dated(source, words.source);
	const rest = Object.values(others).map((other) => dated(other, words.otherSource));
	return [...new Set([main, ...rest, ...(origin === 'starter' ? [words.ownWords] : [])])];
}
