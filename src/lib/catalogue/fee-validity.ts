import { isoDate } from './iso-date.ts';

/** Thông tư 64/2025/TT-BTC lowers and waives fees from 1 July 2025 to the end of 2026; after that the old ones return. */
const circular64 = /64\/2025\/TT-?\s?BTC/i;
const circular64Until = '2026-12-31';
const until =
	/đến\s+(?:hết\s+)?(?:ngày\s+)?(?:(\d{1,2})[/-](\d{1,2})[/-](\d{4})|(\d{1,2}) tháng (\d{1,2}) năm (\d{4}))/gi;

export const citesCircular64 = (text: string) => circular64.test(text);

/**
 * The last day on which what a text says of a fee holds: the latest of its own "đến hết ngày …", or the end of the
 * circular it cites.
 * @returns `YYYY-MM-DD`, or `undefined` where the text sets no end
 */
export function lastValidDay(text: string): string | undefined {
	const days = [...text.matchAll(until)].flatMap(([, d1, m1, y1, d2, m2, y2]) => {
		const day = isoDate(y1 ?? y2, m1 ?? m2, d1 ?? d2);
		return day ? [day] : [];
	});
	if (citesCircular64(text)) days.push(circular64Until);
	return days.sort().at(-1);
}

/** The same for a record whose legal basis cites the circular: all its fees stand under it. */
export const circular64End = circular64Until;
