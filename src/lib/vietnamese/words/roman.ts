const values: Readonly<Record<string, number>> = {
	I: 1,
	V: 5,
	X: 10,
	L: 50,
	C: 100,
	D: 500,
	M: 1000,
};
const wellFormed = /^M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;

/** The value of a well-formed Roman numeral in capitals, 1 … 3999; otherwise undefined. */
export function romanValue(numeral: string): number | undefined {
	if (numeral === '' || !wellFormed.test(numeral)) return undefined;
	let sum = 0;
	let before = 0;
	for (let at = numeral.length - 1; at >= 0; at--) {
		const value = values[numeral[at] ?? ''] ?? 0;
		sum += value < before ? -value : value;
		before = Math.max(before, value);
	}
	return sum;
}

/** After these words, when said, a numeral is a number: "chương IV", "quý I". */
export const takesNumeral =
	/(?:^| )(?:chương|mục|quý|thế k[ỷỉ]|khóa|khoá|hạng|loại|phần|phụ lục|thứ|đoạn|khoản|hồi|tập|cấp|nhóm|bậc|giai đoạn|năm|số|lớp|vùng|khu vực|kỳ|học kỳ|đợt|quyển|bảng|hình|trung ương|tiểu mục|tiêu chí|nghiệp vụ|lần|chuyên khoa|đại chiến)$/;
