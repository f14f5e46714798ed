import { toNumber } from './decimal.ts';
import { wholeReadings } from './number-grammar.ts';
import { writtenNumberWord } from './number-words.ts';
import { isNumeral, lengthAt, type Token } from './tokens.ts';

const words = (text: string) => text.split('|');
/** A number follows these. */
const numbered = words(
	'số|số nhà|nhà số|ngõ|ngách|hẻm|kiệt|ngạch|tổ|tổ dân phố|lô|tầng|lầu|phòng|căn hộ|căn|đường số|khu phố|quốc lộ|tỉnh lộ|hương lộ|đường tỉnh|km|cụm|đội|khóm',
);
/** A number or a name follows these: "thôn ba", "đường Hai Bà Trưng". */
const named = words('nhà|khu|ấp|thôn|xóm|tòa|toà|block|đường|làng|buôn|bản|phố');
const both = [...numbered, ...named];
const slash = words('xuyệt|xuyệc|xẹt|xoẹt|xoẹc|sẹc|sẹt|trên|gạch chéo|/');
const small = new Set(
	words(
		'số|nhà|ngõ|ngách|hẻm|kiệt|tổ|dân|phố|khu|ấp|thôn|xóm|đội|lô|tầng|lầu|phòng|căn|hộ|tòa|toà|đường|khóm|quốc|lộ|tỉnh|hương|cụm|làng|buôn|bản|chung|cư|tập|thể|đô|thị|mới|nhà',
	),
);

/** "số mười hai xuyệt ba đường lê lợi" → "Số 12/3 đường Lê Lợi". Capitals of the answer are kept. */
export function addressLine(said: readonly Token[]): string {
	const parts: string[] = [];
	for (let at = 0; at < said.length;) {
		const number = numberAt(said, at);
		if (number && isNumber(said, at, number.end)) {
			parts.push(number.text);
			at = number.end;
		} else {
			const token = said[at] as Token;
			const comma = token.pause && parts.length > 0;
			if (comma) parts[parts.length - 1] += ',';
			if (token.text === '-' || token.text === '/') parts[parts.length - 1] += token.text;
			else parts.push(withCapital(token, said));
			at++;
		}
	}
	const line = parts.join(' ').replace(/([/-]) /g, '$1');
	return line.charAt(0).toUpperCase() + line.slice(1);
}

const follows = (said: readonly Token[], at: number, phrases: readonly string[]) =>
	[1, 2, 3].some((size) => at >= size && lengthAt(said.slice(0, at), at - size, phrases) === size);

/** Is it a number that stands here, not the beginning of a name: "Hai Bà Trưng", "Ba Tháng Hai"? */
function isNumber(said: readonly Token[], at: number, end: number): boolean {
	if (isNumeral(said[at]) || follows(said, at, numbered)) return true;
	const closed = end === said.length || said[end]?.pause === true || lengthAt(said, end, both) > 0;
	if (follows(said, at, named)) return closed;
	return at === 0 && (closed || end > at + 1);
}

/** Does the line name more than a house? */
export const hasStreet = (said: readonly Token[]): boolean =>
	said.some(
		(token) => !/\d/.test(token.text) && !small.has(token.text) && !writtenNumberWord(token),
	);

function numberAt(said: readonly Token[], at: number): { text: string; end: number } | undefined {
	const first = part(said, at);
	if (!first) return undefined;
	let { text, end } = first;
	for (;;) {
		const by = lengthAt(said, end, slash);
		const next = by > 0 ? part(said, end + by) : undefined;
		if (!next) return { text, end };
		text += `/${next.text}`;
		end = next.end;
	}
}

/** A house number, with its letter: "12", "12 A". Digits said one by one are kept so. */
function part(said: readonly Token[], at: number): { text: string; end: number } | undefined {
	const token = said[at];
	if (token && isNumeral(token)) {
		const letter = said[at + 1];
		const glued = letter?.glued && /^[a-z]$/i.test(letter.raw);
		return {
			text: token.text + (glued ? letter.raw.toUpperCase() : ''),
			end: at + (glued ? 2 : 1),
		};
	}
	if (!writtenNumberWord(token)) return undefined;
	const readings = wholeReadings(said, at).filter(({ loose }) => !loose);
	const longest = readings.sort((a, b) => b.end - a.end)[0];
	const number = longest && toNumber(longest.value);
	return longest && number !== undefined ? { text: String(number), end: longest.end } : undefined;
}

const withCapital = (token: Token, said: readonly Token[]) => {
	const isSmall = said.every(({ raw, text }, at) => at === 0 || raw === text);
	if (!isSmall || small.has(token.text)) return token.raw;
	return token.raw.charAt(0).toUpperCase() + token.raw.slice(1);
};
