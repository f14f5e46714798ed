import { smallWhole } from './date-parts.ts';
import type { NotHeard } from './heard.ts';
import { lengthAt, type Token } from './tokens.ts';

const words = (text: string) => text.split('|');
/** Days of the lunar calendar: asked for by the solar one, never converted silently. */
const lunar = words(
	'giêng|tháng giêng|chạp|tháng chạp|rằm|âm lịch|lịch âm|ngày âm|tháng âm|ngày ta|lịch ta|tháng ta|tết|tết nguyên đán|giao thừa|' +
		'tháng nhuận|nhuận|giỗ|ông công ông táo|trung thu|vu lan|đoan ngọ',
);
const solarTet = words('tết dương lịch|tết dương|tết tây');
const stems = words('giáp|ất|bính|đinh|mậu|kỷ|kỉ|canh|tân|nhâm|quý|quí');
const branches = words('tý|tí|sửu|dần|mão|mẹo|thìn|tỵ|tị|ngọ|mùi|thân|dậu|tuất|hợi');
/** No one day. */
const vague = words(
	'đầu tháng|cuối tháng|giữa tháng|đầu năm|cuối năm|giữa năm|đầu tuần|cuối tuần|giữa tuần|hôm nọ|bữa nọ|bữa hổm|hôm bữa|' +
		'dạo này|gần đây|mới đây|lâu rồi|sắp tới|mấy hôm|mấy ngày|vài ngày|vài hôm|vài tuần|vài tháng|vài năm|mấy năm|mấy tháng|' +
		'tuần đầu|mùa xuân|mùa hè|mùa thu|mùa đông|mùa hạ|hồi nhỏ|lúc nào|bao giờ|hôm nào|khi nào|quý',
);
const wholeVague = words(
	'hôm trước|bữa trước|ngày trước|trong tuần này|tuần sau|tuần trước|tuần này|tuần tới|tuần rồi|tuần qua|tuần nay|tuần vừa rồi|sáng|trưa|chiều|tối|đêm|bây giờ|ngay bây giờ|ngay lúc này|lúc này',
);
const interval = words('vừa rồi|vừa qua|tới|qua|tiếp theo|gần đây|nay|gần nhất');
const units = words('ngày|tuần|tháng|năm|giờ|phút|giây|tiếng|s');

/** Is the answer a lunar day, or no day that can be named? */
export function lunarOrVague(said: readonly Token[]): NotHeard | undefined {
	const somewhere = (phrases: readonly string[]) =>
		said.some((_, at) => lengthAt(said, at, phrases) > 0);
	if (somewhere(lunar) && !somewhere(solarTet)) return 'lunar';
	const cycle = said.some(
		(_, at) => lengthAt(said, at, stems) > 0 && lengthAt(said, at + 1, branches) > 0,
	);
	if (cycle) return 'lunar';
	const last = said.at(-1)?.text;
	if (said.length > 2 && (last === 'âm' || last === 'ta')) return 'lunar';
	if (somewhere(vague) || lengthAt(said, 0, wholeVague) === said.length) return 'vague';
	// "3 ngày tới", "hai tháng qua" are stretches of time. "thứ sáu tới" and "tháng tới" are not.
	const counted = smallWhole(said, 0, 1000).some(({ end }) => {
		const from = end + lengthAt(said, end, units);
		return (
			from > end && from < said.length && lengthAt(said, from, interval) === said.length - from
		);
	});
	return counted ? 'vague' : undefined;
}
