import { oneLine } from './normalise-text.ts';
import type { ProcessingTime } from './procedure.ts';
import type { Flag } from './terms.ts';

export interface ParsedTime {
	readonly time: ProcessingTime;
	readonly flag?: Flag;
}

type Unit = Extract<ProcessingTime, { kind: 'known' }>['unit'];

const units: Readonly<Record<string, Unit>> = {
	giờ: 'hour',
	'ngày làm việc': 'workingDay',
	ngày: 'day',
	tháng: 'month',
	năm: 'year',
};

const time = String.raw`(\d+(?:[.,]\d{1,2})?)\s*(ngày làm việc|ngày|giờ|tháng|năm)`;
const alone = new RegExp(`^${time}\\.?$`, 'i');
/** "Trong thời hạn 03 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ.": one time, and it is the applicant's. */
const sentence = new RegExp(
	String.raw`^(?:-\s*)?(?:(?:trong|thời hạn|thời gian|không quá|tối đa|là|:)\s*)*${time},?(?:\s*(?:kể )?từ (?:ngày|khi) (?:tiếp )?nhận[^.;\d]*)?\.?$`,
	'i',
);
const unregulated =
	/^(?:(?:chưa |không )(?:có )?quy định(?: cụ thể)?(?: thời (?:hạn|gian))?|không (?:xác định|giới hạn)(?: thời (?:hạn|gian))?)\.?$/i;
const bareNumber = /^[\d.,\s/–-]+$/;

/**
 * One "thời hạn giải quyết" of the source. A number without a unit is unknown, never days; a text with several times
 * or with none stays a text.
 */
export function parseTime(source: string): ParsedTime {
	const text = oneLine(source);
	if (text === '') return { time: { kind: 'unknown', text } };
	const match = alone.exec(text) ?? sentence.exec(text);
	const unit = units[match?.[2]?.toLowerCase() ?? ''];
	if (match && unit) {
		const amount = Number((match[1] ?? '').replace(',', '.'));
		// "0 Giờ" is a field left at its default, not a promise.
		if (amount === 0) return { time: { kind: 'unknown', text }, flag: 'time_unclear' };
		return { time: { kind: 'known', amount, unit, text } };
	}
	if (unregulated.test(text)) return { time: { kind: 'unregulated', text } };
	if (bareNumber.test(text)) return { time: { kind: 'unknown', text }, flag: 'time_unit_missing' };
	const says = text.length > 6 && text.includes(' ');
	return { time: { kind: says ? 'described' : 'unknown', text }, flag: 'time_unclear' };
}
