import { lengthAt, type Token } from './tokens.ts';

const words = (text: string) => text.split('|');

/** Days that have a name and the same date every year; those of the lunar calendar are asked for. */
const holidays: readonly (readonly [names: readonly string[], month: number, day: number])[] = [
	[words('tết dương lịch|tết dương|tết tây'), 1, 1],
	[words('lễ tình nhân|valentine|ngày tình nhân'), 2, 14],
	[words('quốc tế phụ nữ|ngày quốc tế phụ nữ'), 3, 8],
	[words('giải phóng miền nam|ngày giải phóng|thống nhất đất nước|ngày thống nhất'), 4, 30],
	[words('quốc tế lao động|ngày quốc tế lao động'), 5, 1],
	[words('quốc tế thiếu nhi'), 6, 1],
	[words('quốc khánh|lễ quốc khánh|ngày độc lập'), 9, 2],
	[words('phụ nữ việt nam'), 10, 20],
	[words('nhà giáo việt nam|ngày nhà giáo'), 11, 20],
	[words('giáng sinh|nô en|noel|lễ giáng sinh'), 12, 25],
];

export function holidayAt(said: readonly Token[], at: number) {
	const from = at + lengthAt(said, at, ['ngày', 'lễ', 'ngày lễ', 'hôm', 'dịp', 'đúng ngày']);
	for (const [names, month, day] of holidays) {
		const length = Math.max(
			lengthAt(said, from, names),
			from > at ? lengthAt(said, at, names) - (from - at) : 0,
		);
		if (length > 0) return { month, day, end: from + length };
	}
	return undefined;
}
