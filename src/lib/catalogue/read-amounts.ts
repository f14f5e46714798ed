export interface Amount {
	/** in `currency` */
	readonly value: number;
	readonly currency: 'VND' | 'USD' | 'EUR';
	/** where the amount ends in the text that was read */
	readonly end: number;
}

const scales: Readonly<Record<string, number>> = {
	nghìn: 1e3,
	ngàn: 1e3,
	triệu: 1e6,
	tỷ: 1e9,
	tỉ: 1e9,
};

const money =
	/(?<![\d.,/\p{L}-])(\d+(?:[.,]\d+)*)(?:\s*(nghìn|ngàn|triệu|tỷ|tỉ))?(?:\s*(việt nam đồng|vnđ|vnd|đồng|đ|usd|đô la mỹ|eur|euro)(?!\p{L}))?/giu;

/** Numbers and dates of legal texts ("156/2025/TT-BTC ngày 31/12/2025") are no money: blanked, so that places stay. */
const reference =
	/\d+(?:[./]\d+)*\/[\p{Lu}Đ][\p{L}\d/-]*|\d{1,2}\/\d{1,2}\/\d{4}|ngày \d{1,2} tháng \d{1,2} năm \d{4}/gu;

/**
 * The amounts of money a Vietnamese text names, in its order. In fees both `.` and `,` before three digits mark
 * thousands ("10,000 đồng" is ten thousand); before one or two digits they are the decimal point ("1,5 triệu").
 * @returns `undefined` where a number is written so that it could be read in more than one way ("15.000.0000 đồng")
 */
export function readAmounts(text: string): Amount[] | undefined {
	const amounts: Amount[] = [];
	const blanked = text.replace(reference, (found) => ' '.repeat(found.length));
	for (const match of blanked.matchAll(money)) {
		const [whole, digits = '', scale = '', unit = ''] = match;
		const grouped = /[.,]\d{3}/.test(digits);
		if (!scale && !unit && !grouped) continue;
		const value = readNumber(digits);
		if (value === undefined || (scale && grouped)) return undefined;
		amounts.push({
			value: Math.round(value * (scales[scale.toLowerCase()] ?? 1) * 100) / 100,
			currency: currencyOf(unit),
			end: match.index + whole.length,
		});
	}
	return amounts;
}

function readNumber(digits: string): number | undefined {
	if (/^\d+$/.test(digits)) return Number(digits);
	if (/^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/.test(digits))
		return Number(digits.replace(/[.,]/g, ''));
	if (/^\d+[.,]\d{1,2}$/.test(digits)) return Number(digits.replace(',', '.'));
	return undefined;
}

function currencyOf(unit: string): Amount['currency'] {
	if (/^(usd|đô)/i.test(unit)) return 'USD';
	return /^eur/i.test(unit) ? 'EUR' : 'VND';
}
