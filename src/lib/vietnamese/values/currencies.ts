import { lengthAt, type Token } from './tokens.ts';

/** What people call the currencies, by ISO code. */
const names: Readonly<Record<string, readonly string[]>> = {
	VND: 'đồng|đ|vnd|vnđ|việt nam đồng|đồng việt nam|tiền việt|tiền việt nam|đồng bạc|vn $'.split(
		'|',
	),
	USD: 'đô|đô la|đô la mỹ|đô mỹ|usd|dollar|$|us $'.split('|'),
	EUR: 'euro|ơ rô|eur|€|oi rô'.split('|'),
	GBP: 'bảng|bảng anh|pound|pounds|gbp|£'.split('|'),
	JPY: 'yên|yên nhật|yen|jpy|¥'.split('|'),
	KRW: 'won|uôn|won hàn|krw|₩'.split('|'),
	CNY: 'tệ|nhân dân tệ|cny'.split('|'),
	INR: 'rupee|rupees|ru pi|inr'.split('|'),
	THB: 'bạt|bạt thái|thb'.split('|'),
	LAK: 'kíp|kíp lào'.split('|'),
	KHR: 'riên|ria'.split('|'),
	AUD: 'đô úc|đô la úc|aud'.split('|'),
	SGD: 'đô sing|đô la singapore|sgd'.split('|'),
	TWD: 'đài tệ|tiền đài'.split('|'),
	RUB: 'rúp|rup'.split('|'),
};

export const subunits = 'xu|xen|cent|cents'.split('|');

/** The currency named here, and the token after it. */
export function currencyAt(
	all: readonly Token[],
	at: number,
): { readonly code: string; readonly end: number } | undefined {
	let found: { code: string; end: number } | undefined;
	for (const [code, words] of Object.entries(names)) {
		const length = lengthAt(all, at, words);
		if (length > 0 && at + length > (found?.end ?? at)) found = { code, end: at + length };
	}
	return found;
}
