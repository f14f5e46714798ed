import { confirmed, heard, notHeard, type Heard } from './heard.ts';
import { nonAnswer } from './non-answers.ts';
import { withSlips, type Vocabulary } from './slips.ts';
import { lengthAt, standsAt, tokens, type Token } from './tokens.ts';

const words = (text: string) => text.split('|');

/** "Vâng" and "rồi" go with an answer of either kind: "dạ không", "sai hết rồi". Alone they are a yes. */
const politeYes = words('dạ|vâng|ừ|ừm|ờ|ừa|uh|um|ạ|vâng ạ|rồi');
const yes = words(
	'có|có chứ|có rồi|có ạ|có mà|có luôn|đúng|đúng rồi|đúng vậy|đúng thế|đúng ạ|phải|phải rồi|phải ạ|chính xác|chuẩn|chuẩn rồi|' +
		'ok|okay|oke|okê|okie|ô kê|ô kê la|ô-kê|đồng ý|tán thành|nhất trí|được|được rồi|được chứ|được ạ|xong|xong rồi|ổn|ok la|okla|đã có|đã|đã rồi|' +
		'tất nhiên|dĩ nhiên|đương nhiên|chắc chắn|hẳn rồi|yes|yeah|x|không sai|không sai đâu|gật|xác nhận|y vậy|y chang|thế|vậy|đúng y|' +
		'quá đúng|hoàn toàn đúng|có đấy|vẫn có|muốn|cần|thích|chịu',
);
const no = words(
	'không|không phải|không phải đâu|không phải vậy|không phải thế|không đúng|không đúng đâu|không đúng rồi|không có|không có đâu|không đâu|' +
		'không đồng ý|không được|không cần|không muốn|không thích|không chịu|không xác nhận|không hề|không thể|không ổn|chắc chắn không|chưa|chưa có|chưa đúng|chưa phải|chưa được|chưa xong|chưa hề|' +
		'chưa bao giờ|không bao giờ|sai|sai rồi|sai bét|nhầm|nhầm rồi|lộn rồi|trật rồi|trật|thôi|thôi không|thôi khỏi|khỏi|khỏi cần|đừng|' +
		'hổng|hông|hong|hem|khum|hổng phải|hông phải|hong phải|hổng có|hông có|hong có|hổng đúng|hông đúng|hổng được|hông được|hổng muốn|hổng chịu|' +
		'chẳng|chả|chẳng phải|chả phải|chẳng có|chả có|đâu có|đâu phải|làm gì có|nào có|no|nope|ko|ko có|ko phải|kg|hủy|huỷ|từ chối|phủ nhận|' +
		'nỏ|nỏ phải|nỏ có|mô có|không nha|bậy|bậy rồi|tầm bậy|k',
);
const vague = words(
	'có lẽ|có thể|chắc vậy|chắc thế|chắc có|chắc không|chắc là có|chắc là không|hình như|hình như có|hình như không|có khi|chưa chắc|không chắc|để xem|để tôi xem|lúc có lúc không|' +
		'cũng được|sao cũng được|tùy|tuỳ|có cũng được|gần đúng|nửa đúng nửa sai|có thể có|thỉnh thoảng',
);
const neutral = words(
	'ạ|nhé|nha|nhá|mà|à|đó|đấy|đâu|vậy|thế|luôn|hết|chứ|thì|là|thưa|em|tôi|tui|mình|con|cháu|anh|chị|cô|chú|bác|ông|bà|cán bộ|ơi|hả|nghe|hen|nghen|hoàn toàn|rõ ràng|thật|lắm|cả|' +
		'cảm ơn|cám ơn|xin|dạ thưa',
);
/** What may open a sentence that answers: "tôi chưa kết hôn". */
const openers = words(
	'có|không|không có|chưa|chưa có|đã|đúng|sai|không phải|hổng|hông|hổng có|hông có|chưa từng|đã từng',
);
const questions = words(
	'gì|sao|nào|đâu|hiểu|nghe|mấy|ai|hả|nói lại|biết|nhớ|rõ|khi nào|hay|hoặc|phải không|hay không',
);

/** Words that are put right when they were nearly heard. Only the surest: "đừng" keeps "đùng" from being đúng. */
const vocabulary: Vocabulary = {
	words: 'dạ vâng đúng rồi phải có không chưa sai được đồng ý chính xác nhầm đừng'.split(' '),
	alone: true,
};

/** Yes is true. What is both, or neither, is asked again. */
export function hearYesNo(text: string): Heard<boolean> {
	const said = tokens(text).filter(({ text: one }) => !/^[/:%+$€£₩¥-]$/.test(one));
	const answer = shortAnswer(said);
	const isOther = answer.ok || answer.reason !== 'not-understood';
	if (isOther) return answer;
	const opened = sentence(said);
	return opened.ok ? opened : withSlips(said, vocabulary, shortAnswer);
}

/** An answer of such words alone. */
function shortAnswer(said: readonly Token[]): Heard<boolean> {
	const none = nonAnswer(said);
	if (none === 'none') return heard(false);
	if (none) return notHeard(none);
	const first = said[0] as Token;
	let at = 0;
	let polite = false;
	const strong = new Set<boolean>();
	while (at < said.length) {
		const lengths = [vague, no, politeYes, yes, neutral].map((list) => lengthAt(said, at, list));
		const longest = Math.max(...lengths);
		if (longest === 0) break;
		const which = lengths.indexOf(longest);
		if (which === 0) return notHeard('vague');
		// Without marks "dung" is both đúng and đừng.
		const isBoth = said[at]?.unmarked === true && lengths[1] === lengths[3];
		if (which === 1) strong.add(false);
		if (which === 2) polite = true;
		if (which === 3 || (which === 1 && isBoth)) strong.add(true);
		at += longest;
	}
	if (at < said.length) return notHeard('not-understood');
	if (strong.size === 2) return notHeard('ambiguous', [true, false]);
	const [only] = strong;
	if (only !== undefined) return heard(only);
	return polite && first ? heard(true) : notHeard('not-understood');
}

/** "tôi chưa kết hôn": the opener answers, if nothing after it asks or says the opposite. Said back. */
function sentence(said: readonly Token[]): Heard<boolean> {
	let at = 0;
	for (let length = 1; length > 0; at += length)
		length = lengthAt(said, at, openers) > 0 ? 0 : lengthAt(said, at, [...politeYes, ...neutral]);
	const opener = lengthAt(said, at, openers);
	if (opener === 0 || said.length > 10) return notHeard('not-understood');
	const rest = said.map((_, index) => index).filter((index) => index >= at + opener);
	const value = lengthAt(said, at, no) === 0;
	const opposite = value ? ['không', 'chưa', 'sai', 'hổng', 'hông'] : ['có', 'đúng', 'đã', 'rồi'];
	const unclear = rest.some(
		(index) =>
			lengthAt(said, index, questions) > 0 || opposite.some((word) => standsAt(said, index, word)),
	);
	return unclear ? notHeard('not-understood') : confirmed(value);
}
