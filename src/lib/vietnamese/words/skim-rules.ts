import { legalIssuers } from './legal-names.ts';
import { dateFollows, legalNumberRule, legalReferenceAt } from './legal-rules.ts';
import { matchAt, type Rule } from './reader.ts';

const numberWord = /số:?\s{0,2}(?=\d)/y;
const clauses =
	/(?:các\s)?(?:điểm|khoản|điều)\s(?:\d{1,3}[a-zđ]?|[a-zđ])(?![\p{L}\d])(?:(?:,|\s(?:và|hoặc))?\s(?:(?:các\s)?(?:điểm|khoản|điều)\s)?(?:\d{1,3}[a-zđ]?|[a-zđ])(?![\p{L}\d])){0,12}/iuy;

/** What leads to a citation and says nothing without it. */
const lead =
	/(?:(?:được\s)?(?:ban hành\s)?(?:kèm\s)?theo(?:\s(?:quy định|hướng dẫn)\s(?:tại|của))?|(?:được\s)?quy định\s(?:tại|của)|căn cứ)\s/iuy;
const named =
	/(?:(?:của|thuộc|tại)\s)?(?:nghị định|thông tư(?:\sliên tịch)?|quyết định|nghị quyết|chỉ thị|pháp lệnh|(?:bộ\s)?luật(?:\s[^\d,.;:()\n]{1,60}?)?|công văn|văn bản)(?:\ssố)?:?\s{0,2}(?=\d)/iuy;
const issuers = [...new Set(Object.values(legalIssuers))].sort((a, b) => b.length - a.length);
const issuerPhrase = new RegExp(
	`\\s?,?\\s?của\\s(?:(?:Bộ trưởng|Tổng Giám đốc|Thống đốc|Chánh án)\\s)?(?:${issuers.join('|')})(?!\\p{L})`,
	'uy',
);
const another = /(?:,|\s(?:và|hoặc))\s/uy;

const after = (expression: RegExp, text: string, at: number) =>
	at + (matchAt(expression, text, at)?.[0].length ?? 0);

/** Where a citation with at least one number of a legal text ends: its clauses, kind, number, date and body. */
function citationEnd(text: string, from: number): number | undefined {
	let end: number | undefined;
	let at = from;
	for (let texts = 0; texts < 6; texts++) {
		const clausesEnd = after(clauses, text, at);
		const start = clausesEnd === at ? at : after(/\s/y, text, clausesEnd);
		const found = legalReferenceAt(text, after(named, text, start), 'north');
		if (!found) return end;
		end = after(issuerPhrase, text, after(dateFollows, text, found.end));
		at = after(another, text, end);
		if (at === end) return end;
	}
	return end;
}

/** While skimming, "theo điểm a khoản 2 Điều 5 Nghị định số 123/2015/NĐ-CP" is passed over; of a text that is the subject itself, only the number. */
export const skimmedReferenceRule: Rule = (reader, at) => {
	if (!reader.skim) return undefined;
	const { text } = reader;
	const leading = matchAt(lead, text, at);
	const citation = leading ? citationEnd(text, at + leading[0].length) : undefined;
	if (citation !== undefined) return citation;
	const before = matchAt(numberWord, text, at);
	if (before) return legalNumberRule(reader, at + before[0].length);
	const match = matchAt(clauses, text, at);
	return match && /\d/.test(match[0]) ? at + match[0].length : undefined;
};
