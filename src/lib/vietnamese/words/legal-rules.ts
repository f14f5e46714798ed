import { lowerLetters } from './characters.ts';
import { cardinal, digitByDigit } from './cardinal.ts';
import { legalIssuers, legalKinds } from './legal-names.ts';
import { spell } from './letters.ts';
import { matchAt, type Reader, type Rule } from './reader.ts';
import type { SpokenRegion } from './spoken-text.ts';

const longestFirst = (keys: string[]) => keys.sort((a, b) => b.length - a.length).join('|');
const kind = longestFirst(Object.keys(legalKinds));
// Known bodies come first, so that "BTCsửa" and "CPNghị", glued together at the source, end where they should.
const issuer = `(?:(?:UBTV)?QH\\d{1,2}|${longestFirst(Object.keys(legalIssuers))}|[A-ZĐ]{2,12}\\d{0,2}(?![${lowerLetters}])|[A-Z]\\d{1,2})`;
const assembly = '(?:UBTV)?QH\\d{1,2}';
const number = '(\\d{1,6}(?:\\.\\d{1,2})?)([a-zA-ZđĐ]?)\\s?/\\s?';
const year = '(\\d{4})\\s?[/-]\\s?';

const legalNumber = new RegExp(
	`${number}(?:(?:${year})?(${kind})((?:\\s?[-/]\\s?${issuer}){0,6})|${year}(?:[A-Z]{1,3}-)?(${assembly}))`,
	'y',
);
/** Such a kind alone is enough without year and issuer ("08/QĐ"). */
const plainKinds = /^(?:NĐ|QĐ|TT|NQ|CT)$/;
const formBefore = /mẫu(?: đơn| biểu)?(?: số)?:?\s*$/i;
const assemblyTextBefore = /(?:luật|nghị quyết|pháp lệnh)[^,.;:]{0,60}$/i;
/** The kind is written out already, in words of the same sort or the Party's. */
const namedBefore =
	/(?:nghị định|thông tư|thông tư liên tịch|liên tịch|quyết định|quy định|nghị quyết|chỉ thị|kết luận|pháp lệnh|luật|văn bản(?: hợp nhất)?|thông báo|kế hoạch|công văn|hướng dẫn|công điện|tờ trình|quy chế|sắc lệnh|hợp đồng|báo cáo|biên bản|giấy mời|giấy phép|giấy chứng nhận|chương trình|đề án|gcn)(?: số)?:?\s*$/i;
const issuerFollows =
	/[\s,]{0,3}(?:\(?ngày\s{1,2}[\d\s/.-]{6,14}|\(?ngày\s\d{1,2}\stháng\s\d{1,2}\snăm\s\d{4})?\)?[\s,]{0,2}của\s/y;
export const dateFollows =
	/[\s,]{0,3}ngày\s{1,2}(?:\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}|\d{1,2}\stháng\s\d{1,2}\snăm\s\d{4})/y;

function body(letters: string, region: SpokenRegion): string {
	const [, name = '', term] = /^(\D+)(\d*)$/.exec(letters) ?? [];
	const known = legalIssuers[name];
	if (!known) return `${spell(name)}${term ? ` ${digitByDigit(term)}` : ''}`;
	return term ? `${known} khóa ${cardinal(term, region)}` : known;
}

export interface LegalReference {
	readonly end: number;
	readonly words: string;
}

/** The number of a legal text at `at`, and its words. */
export function legalReferenceAt(
	text: string,
	at: number,
	region: SpokenRegion,
): LegalReference | undefined {
	const match = matchAt(legalNumber, text, at);
	if (!match) return undefined;
	const [
		whole,
		digits = '',
		letter = '',
		ordinaryYear,
		type = '',
		issuers = '',
		assemblyYear,
		term,
	] = match;
	const end = at + whole.length;
	const before = text.slice(Math.max(0, at - 70), at);
	const bodies = issuers ? issuers.split(/\s?[-/]\s?/).filter(Boolean) : [];
	if (!ordinaryYear && !assemblyYear) {
		if (formBefore.test(before)) return undefined;
		if (!bodies.some((name) => name in legalIssuers) && !plainKinds.test(type)) return undefined;
	}
	const name = type ? (legalKinds[type] ?? '') : 'văn bản';
	const numberSaid = /(?:^|[^\p{L}])số(?: hiệu)?:?\s*$/iu.test(before);
	const named =
		(type ? namedBefore.test(before) : assemblyTextBefore.test(before)) ||
		(type !== '' && new RegExp(`(?:^|[^-/\\p{L}])${type}(?: số)?:?\\s*$`, 'u').test(before));
	// "giấy xác nhận số 45/BC-UBND" has its name; a bare "Số: 45/BC-UBND" gets it behind the number.
	const nameLater = !named && numberSaid && !/[\p{L}\d]\s{1,2}số:?\s*$/iu.test(before);
	const spoken = [
		named || numberSaid ? '' : name,
		numberSaid ? '' : 'số',
		digits
			.split('.')
			.map((part) => (part.startsWith('0') ? digitByDigit(part) : cardinal(part, region)))
			.join(' chấm '),
		letter && spell(letter),
	];
	const yearDigits = ordinaryYear ?? assemblyYear;
	if (yearDigits) spoken.push('năm', cardinal(yearDigits, region));
	if (nameLater) spoken.push(name);
	const said = (term ? [term] : bodies).map((letters) => body(letters, region));
	if (said.length && !matchAt(issuerFollows, text, end)) spoken.push('của', said.join(' và '));
	return { end, words: spoken.filter(Boolean).join(' ') };
}

/** `123/2015/NĐ-CP` → "nghị định số một trăm hai mươi ba năm hai nghìn không trăm mười lăm của Chính phủ". */
export const legalNumberRule: Rule = (reader, at) => {
	const { text, out, region, skim } = reader;
	const party = partyReference(reader, at);
	if (party !== undefined) return party;
	const found = legalReferenceAt(text, at, region);
	if (!found) return undefined;
	if (skim) return found.end + (matchAt(dateFollows, text, found.end)?.[0].length ?? 0);
	out.say(at, found.end, found.words, 'legal');
	return found.end;
};

const partyNumber =
	/(\d{1,4})\s?-\s?(NQ|CT|KL|QĐ|KH|HD|TB|QC|BC|ĐA|CTr|TTr)\s?\/\s?(TW|TƯ|TU|ĐU|BTGTW|BTCTW)(?!\p{L})/uy;

/** `18-NQ/TW`: the Party writes the kind before the slash. */
function partyReference(reader: Reader, at: number): number | undefined {
	const match = matchAt(partyNumber, reader.text, at);
	if (!match) return undefined;
	const [whole, digits = '', type = '', issuer = ''] = match;
	const end = at + whole.length;
	if (reader.skim) return end;
	const name = legalKinds[type] ?? '';
	const before = reader.text.slice(Math.max(0, at - 40), at);
	const number = digits.startsWith('0') ? digitByDigit(digits) : cardinal(digits, reader.region);
	const words = [
		/số:?\s*$/i.test(before) || namedBefore.test(before) ? '' : name,
		/số:?\s*$/i.test(before) ? '' : 'số',
		number,
		'của',
		body(issuer, reader.region),
	];
	reader.out.say(at, end, words.filter(Boolean).join(' '), 'legal');
	return end;
}

const kindAlone = new RegExp(`(NĐ|TT|TTLT|QĐ|NQ|CT)-(${issuer})(?![-/\\p{L}\\d])`, 'uy');
const assemblyAlone = /(?:UBTV)?QH\d{1,2}(?![\p{L}\d])/uy;

/** `NĐ-CP`, `TT-BTP`, `QH15` without a number: the kind of text and who issues it. */
export const legalKindRule: Rule = ({ text, out, region }, at) => {
	const term = matchAt(assemblyAlone, text, at)?.[0];
	if (term) {
		out.say(at, at + term.length, body(term, region), 'legal');
		return at + term.length;
	}
	const [whole, type = '', by = ''] = matchAt(kindAlone, text, at) ?? [];
	if (!whole || !(by in legalIssuers)) return undefined;
	const name = legalKinds[type] ?? '';
	const named = new RegExp(`(?:^| )${name}$`).test(out.tail);
	const words = `${named ? '' : `${name} `}của ${body(by, region)}`;
	out.say(at, at + whole.length, words, 'legal');
	return at + whole.length;
};

const standardBefore =
	/(?:QCVN|TCVN|TCXDVN|TCXD|TCCS|QCĐP|ISO|IEC|tiêu chuẩn|quy chuẩn)[^\d;.,]{0,12}$/;
const standard =
	/(\d{1,6})((?:-\d{1,3}){0,3})(?:\s?:\s?(\d{4}))(?:\s?\/\s?([A-ZĐ]{2,10}))?(?![\p{L}\d])/uy;

/** `QCVN 01:2021/BXD`, `TCVN ISO 9001:2015`: number, year and body of a technical standard. */
export const standardRule: Rule = ({ text, out, region }, at) => {
	if (!standardBefore.test(text.slice(Math.max(0, at - 28), at))) return undefined;
	const match = matchAt(standard, text, at);
	if (!match) return undefined;
	const [whole, digits = '', parts = '', year = '', by] = match;
	const said = [digits, ...parts.split('-').filter(Boolean)].map((part) =>
		part.startsWith('0') ? digitByDigit(part) : cardinal(part, region),
	);
	said.push('năm', cardinal(year, region));
	if (by) said.push(by in legalIssuers ? 'của' : '', body(by, region));
	out.say(at, at + whole.length, said.filter(Boolean).join(' '), 'legal');
	return at + whole.length;
};
