import { digitByDigit } from './cardinal.ts';
import { typedAbbreviations } from './abbreviations.ts';
import { isSyllable, isUnsayable, spell } from './letters.ts';
import { matchAt, type Rule } from './reader.ts';
import { romanValue } from './roman.ts';

const mailAddress =
	/[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}/y;
const webAddress = /(?:https?:\/{0,2}|www\.)[^\s<>"“”]{2,2000}/iy;
const topLevel = 'com|vn|net|org|gov|edu|info|tech|dev';
const bareHost = new RegExp(
	`[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\\.[A-Za-z0-9-]{1,63}){0,4}\\.(?:${topLevel})(?![A-Za-z0-9-])(?:/[^\\s<>"“”]{0,2000})?`,
	'y',
);
/** Of a file on some machine: two folders at least. */
const filePath = /(?:~|\.{1,2})?(?:\/[A-Za-z0-9_.-]{1,80}){2,30}\/?(?![\p{L}\d])/uy;
const folderPath =
	/[a-z][a-z0-9_-]{1,40}(?:\/[A-Za-z0-9_.-]{1,80}){1,30}\.[a-z]{2,5}(?![\p{L}\d/])/uy;
const symbolNames: Readonly<Record<string, string>> = {
	'@': 'a còng',
	'.': 'chấm',
	'-': 'gạch ngang',
	_: 'gạch dưới',
	'+': 'cộng',
	'%': 'phần trăm',
};

/** After a spoken "năm" such letters would be a number. */
const isNumeral = (letters: string) =>
	romanValue(letters.toUpperCase()) !== undefined && !isSyllable(letters);

/** Letters stay as they are where they can be said, digits one by one. */
function readAddress(address: string): string {
	return Array.from(address.matchAll(/\d+|[A-Za-z]+|[@._+%-]/g), ([part]) => {
		const symbol = symbolNames[part];
		if (symbol) return symbol;
		if (/\d/.test(part)) return digitByDigit(part);
		const shouted = part === part.toUpperCase() && part.length <= 3;
		const lower = part.toLowerCase();
		const spelled =
			shouted ||
			part.length === 1 ||
			isUnsayable(lower) ||
			typedAbbreviations.has(lower) ||
			isNumeral(lower);
		return spelled ? spell(part) : lower;
	}).join(' ');
}

const withoutEnd = (address: string) => address.replace(/[.,;:!?)\]}'’]{1,8}$/, '');

/** The whole of an e-mail address is read; of a web address the site, and that there is a link. */
export const webRule: Rule = ({ text, out }, at) => {
	const mail = matchAt(mailAddress, text, at)?.[0];
	if (mail) {
		const address = mail.replace(/[.-]+$/, '');
		out.say(at, at + address.length, readAddress(address), 'email');
		return at + address.length;
	}
	const starts = at === 0 || /[\s(:"“]/.test(text[at - 1] ?? '');
	const path = starts
		? (matchAt(filePath, text, at) ?? matchAt(folderPath, text, at))?.[0]
		: undefined;
	if (path && /\p{L}/u.test(path)) {
		const end = at + path.replace(/\.$/, '').length;
		out.say(at, end, 'có đường dẫn', 'url');
		return end;
	}
	const found = matchAt(webAddress, text, at)?.[0] ?? matchAt(bareHost, text, at)?.[0];
	if (!found) return undefined;
	const address = withoutEnd(found);
	const [host = '', ...rest] = address.replace(/^https?:\/{0,2}/i, '').split(/[/?#]/);
	const site = readAddress(host.replace(/^www\./i, ''));
	const words = rest.some(Boolean) ? `${site} có đường dẫn` : site;
	out.say(at, at + address.length, words.trim() || 'đường dẫn', 'url');
	return at + address.length;
};

const fileEnding = /\.(docx?|pdf|xlsx?|pptx?|zip|rar|png|jpe?g|xml)(?![A-Za-z0-9])/iy;
const fileKinds: Readonly<Record<string, string>> = {
	d: 'tệp văn bản',
	x: 'tệp bảng tính',
	z: 'tệp nén',
	r: 'tệp nén',
	j: 'tệp ảnh',
};

/** `.docx`, `.pdf` … at the end of a file name. */
export const fileEndingRule: Rule = ({ text, out }, at) => {
	const ending = matchAt(fileEnding, text, at);
	if (!ending) return undefined;
	const kind = fileKinds[(ending[1] ?? '')[0]?.toLowerCase() ?? ''] ?? 'tệp';
	const words = /^(?:pdf|xml|png|pptx?)$/i.test(ending[1] ?? '')
		? `tệp ${spell(ending[1] ?? '')}`
		: kind;
	out.say(at, at + ending[0].length, words, 'symbol');
	return at + ending[0].length;
};
