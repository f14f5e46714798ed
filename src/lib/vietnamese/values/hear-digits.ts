import { digitStrings } from './digit-string.ts';
import { withoutFillers } from './fillers.ts';
import { confirmed, heard, notHeard, oneOf, type Heard } from './heard.ts';
import { nonAnswer } from './non-answers.ts';
import { withSlips } from './slips.ts';
import { lengthAt, tokens, type Token } from './tokens.ts';

const before = (
	'số|số của tôi|của tôi|của em|của con|của cháu|của mình|của anh|của chị|của|số điện thoại|số điện thoại của tôi|điện thoại|số máy|máy|số di động|số định danh|' +
	'số căn cước|căn cước|căn cước công dân|số chứng minh|chứng minh|chứng minh nhân dân|số thẻ|số giấy tờ|mã|mã số|mã số thuế|mã hồ sơ|mã định danh|định danh|định danh cá nhân|' +
	'số này|số nhà|gọi|gọi số|gọi vào|gọi tôi|gọi cho tôi|liên hệ|liên hệ số|liên lạc|zalo|số zalo|di động|hotline|nó là|đọc là'
).split('|');
const vocabulary = { words: 'không một hai ba bốn năm sáu bảy tám chín mốt lăm'.split(' ') };

/** A string of digits of any length, as it was said. */
export const hearDigits = (text: string): Heard<string> =>
	withSlips<string, Heard<string>>(tokens(text), vocabulary, (all) => {
		const read = readDigits(all);
		if (!read.ok) return notHeard(read.reason);
		const digits = oneOf(read.strings, 'not-understood');
		return digits.ok && read.hesitant ? confirmed(digits.value) : digits;
	});

function readDigits(all: readonly Token[]) {
	const none = nonAnswer(all);
	if (none) return { ok: false, reason: none } as const;
	return digitStrings(withoutFillers(all, before));
}

/** The 12 digits of a personal number. One that nobody can have is kept but asked about: see `idDoubt`. */
export const hearId = (text: string): Heard<string> =>
	withSlips<string, Heard<string>>(tokens(text), vocabulary, idIn);

function idIn(all: readonly Token[]): Heard<string> {
	const read = readDigits(all);
	if (!read.ok) return notHeard(read.reason);
	const right = read.strings.filter((digits) => digits.length === 12);
	const [id, other] = right;
	if (id === undefined)
		return notHeard(read.strings.length > 0 ? 'wrong-length' : 'not-understood');
	if (other !== undefined) return notHeard('ambiguous', right);
	return idDoubt(id) ? confirmed(id) : heard(id);
}

/** First three digits of a personal number: the province of birth registration, as numbered until 2025. */
const birthPlaces =
	/^0(?:0[12468]|1[0124579]|2[024567]|3[013-8]|4[0245689]|5[12468]|6[024678]|7[024579]|8[0234679]|9[1-6])/;

/** What cannot be right about a personal number: its province, or its century (4th digit: even for men, 0–1 born 19.., 2–3 20..). */
export function idDoubt(id: string): 'province' | 'century' | undefined {
	if (!birthPlaces.test(id)) return 'province';
	return /^...[0-3]/.test(id) ? undefined : 'century';
}

const plus = ['cộng', '+', 'dấu cộng'];
const countryCodes: readonly (readonly [phrases: readonly string[], code: string])[] = [
	[['tám mươi tư', 'tám mươi bốn', 'tám tư', 'tám bốn'], '84'],
];
/** Ten digits; eleven only of a landline (02…): the mobiles of eleven are gone since 2018. */
const vietnamese = /^0(?:[1-9]\d{8}|2\d{9})$/;
const hotline = /^1[89]00\d{4,6}$/;
const foreign = /^[1-9]\d{7,14}$/;

/** A phone number: Vietnamese ones from 0, hotlines 1800/1900, others from "+". */
export const hearPhone = (text: string): Heard<string> =>
	withSlips<string, Heard<string>>(tokens(text.replace(/[()]/g, ' ')), vocabulary, phoneIn);

function phoneIn(all: readonly Token[]): Heard<string> {
	const none = nonAnswer(all);
	if (none) return notHeard(none);
	const said = withoutFillers(all, before);
	const sign = lengthAt(said, 0, plus);
	const named =
		sign > 0 ? countryCodes.find(([phrases]) => lengthAt(said, sign, phrases) > 0) : undefined;
	const code = named?.[1] ?? '';
	const from = sign + (named ? lengthAt(said, sign, named[0]) : 0);
	const read = digitStrings(said.slice(from));
	if (!read.ok) return notHeard(read.reason);
	const numbers = read.strings.flatMap((digits) => phoneOf(code + digits, sign > 0) ?? []);
	return oneOf(numbers, read.strings.length > 0 ? 'wrong-length' : 'not-understood');
}

function phoneOf(digits: string, international: boolean): string | undefined {
	const own = digits.replace(/^(?:00)?840?(?=[1-9]\d{8,9}$)/, '0');
	if (vietnamese.test(own)) return own;
	if (!international && hotline.test(digits)) return digits;
	const abroad = international ? digits : /^00/.test(digits) ? digits.slice(2) : '';
	return foreign.test(abroad) && !abroad.startsWith('84') ? `+${abroad}` : undefined;
}
