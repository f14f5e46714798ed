import { abbreviations, joinedAbbreviations } from './abbreviations.ts';
import { anyLetter, upperLetters } from './characters.ts';
import { spell } from './letters.ts';
import { matchAt, type Rule } from './reader.ts';

const upperWord = `[${upperLetters}][${anyLetter}]`;
const dotted = new RegExp(
	`(?:v\\.{1,2}v\\.{0,3}|vv\\.{0,3}(?![${anyLetter}])|(?:PGS|GS|TS|ThS|Ths|BS|Bs|Ts|LS|KS|CN|Mr|Mrs|Ms)\\.(?=\\s?[${upperLetters}])|(?:TP|Tp|tp|TX|Tx|TT|P|Q|F|KĐT|KDC|KCN)\\.\\s?(?=${upperWord}|\\d))`,
	'y',
);
const dottedWords: Readonly<Record<string, string>> = {
	TP: 'thành phố',
	Tp: 'thành phố',
	tp: 'thành phố',
	TX: 'thị xã',
	Tx: 'thị xã',
	TT: 'thị trấn',
	F: 'phường',
	Q: 'quận',
	KĐT: 'khu đô thị',
	LS: 'luật sư',
	KS: 'kỹ sư',
	Mr: 'ông',
	Mrs: 'bà',
	Ms: 'bà',
	CN: 'cử nhân',
	Ts: 'tiến sĩ',
};
const office =
	/(?:[3-9]\d\d|[12]\d\d|[A-ZĐ]{2}|Tổ chức|Hành chính|Kế toán|Tài vụ|Tài chính|Nội vụ|Tư pháp|Kinh tế|Quản lý|Đào tạo|Kế hoạch|Văn hóa|Cảnh sát|Giáo dục|Công tác|Nghiệp vụ|Đăng ký|Thanh tra|Một cửa|Y tế|Lao động|Công chứng|Khoa học|Tổng hợp|Tiếp (?:dân|nhận)|Bảo hiểm|Thuế|Hộ tịch|Pháp chế|Tài nguyên|Nông nghiệp)/y;

const sentenceNext = /\s*(?:$|\p{Lu})/uy;

/** Places before a name, inside an address only: "X." or "H." at the beginning of a line numbers a chapter. */
const placed = new RegExp(`(X|H|Đ|đ|T)\\.\\s?(?=${upperWord})`, 'y');
const placedWords: Readonly<Record<string, string>> = {
	X: 'xã',
	H: 'huyện',
	Đ: 'đường',
	đ: 'đường',
	T: 'tỉnh',
};
const insideAddress = /[\d\p{L}],?\s$/u;
const properName = /\s?\p{Lu}\p{Ll}*\s\p{Lu}\p{Ll}/uy;

/** Who signs for whom: "KT. GIÁM ĐỐC". */
const signed =
	/(TM|KT|TL|TUQ|Q)\.\s?(?=CHỦ|GIÁM|BỘ|CỤC|TRƯỞNG|ỦY|UBND|Chủ tịch|Giám đốc|Bộ trưởng|Trưởng|Ủy ban|Cục trưởng|Chánh)/y;
const signedWords: Readonly<Record<string, string>> = {
	TM: 'thay mặt',
	KT: 'ký thay',
	TL: 'thừa lệnh',
	TUQ: 'thừa ủy quyền',
	Q: 'quyền',
};

const slashed = new RegExp(
	`(v/v|đ/c|n/a|t/m|k/t|k/g|đ/v|b/c|s/v|h/s|x/n)(?![${anyLetter}/])`,
	'iy',
);
const slashedWords: Readonly<Record<string, string>> = {
	'v/v': 'về việc',
	'n/a': 'không có',
	't/m': 'thay mặt',
	'k/t': 'ký thay',
	'k/g': 'kính gửi',
	'đ/v': 'đối với',
	'b/c': 'báo cáo',
	's/v': 'sinh viên',
	'h/s': 'học sinh',
	'x/n': 'xác nhận',
};

/** `TP. Huế`, `P. Bến Nghé`, `X. Tân Phú`, `KT. CHỦ TỊCH`, `PGS.TS`, `v.v.`, `v/v`: what is shortened with a dot or a slash. */
export const markedAbbreviationRule: Rule = ({ text, out }, at) => {
	const say = (end: number, words: string) => {
		out.say(at, end, words, 'abbreviation');
		return end;
	};
	const signature = matchAt(signed, text, at);
	if (signature) return say(at + signature[0].length, signedWords[signature[1] ?? ''] ?? '');
	const found = matchAt(dotted, text, at)?.[0];
	if (found) {
		const end = at + found.length;
		const key = found.startsWith('v') ? 'v' : found.replace(/\..*$/s, '');
		// "v.v. Nộp hồ sơ": the last dot may end the sentence too.
		if (key === 'v') {
			say(end, 'vân vân');
			if (found.endsWith('.') && matchAt(sentenceNext, text, end)) out.pause('.');
			return end;
		}
		const isRoom = matchAt(office, text, end) !== undefined;
		// "phòng P.205" says the room once.
		if (key === 'P' && isRoom && /(?:^| )phòng$/.test(out.tail)) return end;
		const ward = isRoom ? 'phòng' : 'phường';
		return say(
			end,
			key === 'P' ? ward : (dottedWords[key] ?? abbreviations.get(key) ?? spell(key)),
		);
	}
	const place = matchAt(placed, text, at);
	const isPlace =
		place &&
		(insideAddress.test(text.slice(Math.max(0, at - 3), at)) ||
			(place[1] !== 'T' && matchAt(properName, text, at + place[0].length) !== undefined));
	if (isPlace) return say(at + place[0].length, placedWords[place[1] ?? ''] ?? '');
	const short = matchAt(slashed, text, at)?.[0];
	if (!short) return undefined;
	const end = at + short.length;
	const address = /^[\s:]{0,3}(?:\d|số)/i.test(text.slice(end, end + 6)) || text[end] === ':';
	return say(end, slashedWords[short.toLowerCase()] ?? (address ? 'địa chỉ' : 'đồng chí'));
};

const joint = `(?:\\s?[&+]\\s?|\\s?-\\s?|,\\s?|/|\\svà\\s)`;
const joined = new RegExp(`[A-ZĐ]{2,6}(?:${joint}[A-ZĐ]{1,8}){1,4}(?![${anyLetter}\\d])`, 'y');
const lastPart = new RegExp(`${joint}[A-ZĐ]{1,8}$`);

/** `GD&ĐT`, `LĐ-TB&XH`, `NN và MT`, `PCCC&CNCH`: one name of several. */
export const joinedAbbreviationRule: Rule = ({ text, out }, at) => {
	let found = matchAt(joined, text, at)?.[0] ?? '';
	for (let parts = 0; parts < 4 && /[^A-ZĐ]/.test(found); parts++) {
		const words = joinedAbbreviations.get(found.replace(/[^A-ZĐ]/g, ''));
		if (words) {
			out.say(at, at + found.length, words, 'abbreviation');
			return at + found.length;
		}
		found = found.replace(lastPart, '');
	}
	return undefined;
};

const initials = new RegExp(
	`(?:[${upperLetters}][./]){1,6}[${upperLetters}](?![${anyLetter}\\d])`,
	'y',
);

/** `T.Ư`, `U.B.N.D` are read like the word without dots; of `N.V.A`, `C/O` the letters. */
export const initialsRule: Rule = ({ text, out }, at) => {
	const found = matchAt(initials, text, at)?.[0];
	if (!found) return undefined;
	const letters = found.replace(/[./]/g, '');
	const known = abbreviations.get(letters);
	out.say(at, at + found.length, known ?? spell(letters), known ? 'abbreviation' : 'spelled');
	return at + found.length;
};
