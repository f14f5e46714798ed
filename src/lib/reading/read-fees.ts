import type { Channel, Fee, Procedure } from '#lib/catalogue/index.ts';
import { asSentence, byChannel, channelNames, lowerFirst, upperFirst } from './by-channel.ts';
import { readDate } from './read-date.ts';
import type { ReadingMessages } from './reading-messages.ts';
import type { Section } from './script.ts';
import { SectionWriter, type Line } from './script-writer.ts';

/** "10.000 đồng một lần", "miễn phí"; `undefined` where the source gives no such short fact. */
export function shortFee(fee: Fee, words: ReadingMessages): string | undefined {
	if (fee.kind === 'free') return words.fees.free;
	if (fee.kind !== 'amount' || fee.amount === undefined) return undefined;
	const amount = words.fees.amount(fee.amount, fee.currency ?? 'VND');
	return fee.per ? words.fees.per(amount, fee.per) : amount;
}

/** Official wording without the empty money form around it: "Phí : Đồng (Theo quy định …)". */
const emptyForm = /^((?:Lệ )?[Pp]hí)\s*:\s*(?:Đồng\s*)?\(([\s\S]*)\)$/;

/** What stands beside "Miễn phí" without giving a reason. */
const saysNothing =
	/^\s*(?:.{0,2}|miễn phí|không(?: có| quy định| thu| mất)?(?: phí)?|0 đồng)[\s.]*$/i;

function feeLine(fee: Fee, words: ReadingMessages): Line {
	const short = shortFee(fee, words);
	if (fee.kind === 'unknown') return { text: words.fees.unknown };
	if (short === undefined) {
		const spoken = asSentence(fee.text.trim().replace(emptyForm, '$1: $2'));
		return { text: fee.text, spoken };
	}
	if (fee.kind === 'free') {
		const reason = saysNothing.test(fee.text) ? '' : fee.text;
		return { text: upperFirst(asSentence(reason ? words.fees.freeBecause(reason) : short)) };
	}
	return { text: asSentence(fee.name ? `${fee.name}: ${short}` : upperFirst(short)) };
}

/** What the source adds in brackets to an amount. */
const aside = /\(([\s\S]*)\)\s*$/;
const asideOf = (fee: Fee) =>
	fee.kind === 'amount' ? (aside.exec(fee.text)?.[1]?.trim() ?? '') : '';

const feesOf = ({ fees }: Channel): readonly Fee[] =>
	fees.length ? fees : [{ kind: 'unknown', text: '' }];

/** Phí, lệ phí: by way of handing in; an empty source is unknown, never free. */
export function readFees(procedure: Procedure, words: ReadingMessages, today: string): Section {
	const section = new SectionWriter('fees', words.headings.fees);
	const groups = byChannel(procedure.channels, (channel) => JSON.stringify(feesOf(channel)), words);
	for (const { names, channels } of groups.values()) {
		const fees = channels[0] ? feesOf(channels[0]) : [];
		addGroup(section, channelNames(names), fees, groups.size > 1, words, today);
	}
	if (section.isEmpty) section.add('text', [words.fees.unknown]);
	return section.finish();
}

function addGroup(
	section: SectionWriter,
	names: string,
	fees: readonly Fee[],
	several: boolean,
	words: ReadingMessages,
	today: string,
): void {
	const lines = fees.map((fee) => feeLine(fee, words));
	const [only] = fees;
	const [line] = lines;
	if (fees.length === 1 && only && line && only.kind !== 'described') {
		const known = only.kind !== 'unknown';
		section.add('text', [known || several ? words.byChannel(names, lowerFirst(line.text)) : line]);
	} else {
		section.add('case', [`${names}:`]);
		for (const each of lines) section.add('text', [each]);
	}
	for (const text of new Set(fees.map(asideOf))) if (text) section.add('note', [asSentence(text)]);
	for (const until of new Set(fees.map(({ validUntil }) => validUntil))) {
		if (!until) continue;
		const date = readDate(until, words);
		if (until < today) section.add('warning', [words.fees.mayHaveChanged(date)]);
		else section.add('note', [words.fees.until(date)]);
	}
}

/** The last day of fees that are past, for the warning of the summary. */
export function expiredFee({ channels }: Procedure, today: string): string | undefined {
	return channels
		.flatMap(({ fees }) => fees)
		.flatMap(({ validUntil }) => (validUntil && validUntil < today ? [validUntil] : []))
		.sort()
		.at(-1);
}
