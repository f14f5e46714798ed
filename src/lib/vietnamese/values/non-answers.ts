import { fold } from '../marks.ts';
import type { NotHeard } from './heard.ts';
import { withoutFillers } from './fillers.ts';
import type { Token } from './tokens.ts';

const said: Readonly<Record<'dont-know' | 'none' | 'skip', string>> = {
	'dont-know':
		'không biết|không biết nữa|không rõ|không rõ lắm|không nhớ|không nhớ nữa|không nhớ rõ|quên|quên rồi|quên mất|' +
		'quên mất rồi|chưa biết|chưa rõ|chưa nhớ ra|chẳng biết|đâu có biết|hông biết|hổng biết|hong biết|ai biết|' +
		'không chắc|không chắc lắm|chịu|chịu thôi|không để ý|hông nhớ|hổng nhớ|không biết chắc',
	none:
		'không có|không có gì|không có ai|chưa có|chẳng có|chả có|hông có|hổng có|hong có|không có đâu|đâu có|' +
		'không có cái nào|không có số|không có số nào|không hề có|làm gì có',
	skip:
		'bỏ qua|bỏ qua câu này|bỏ câu này|bỏ qua đi|cho qua|qua câu khác|câu khác|câu sau|câu tiếp|câu tiếp theo|' +
		'để sau|để sau đi|tính sau|trả lời sau|không muốn trả lời|không trả lời|tiếp theo|chuyển câu',
};

const reasons = new Map<string, NotHeard>(
	Object.entries(said).flatMap(([reason, phrases]) =>
		phrases.split('|').map((phrase) => [fold(phrase), reason as NotHeard]),
	),
);

/** What people say to the counter instead of an answer; where any words may be the answer, these are not. */
const requests = (
	'nhắc lại|nói lại|đọc lại|lặp lại|hỏi lại|nghe lại|nhắc lại câu hỏi|đọc lại câu hỏi|nói lại câu hỏi|nhắc lại lần nữa|' +
	'nói lại lần nữa|nhắc lại câu này|quay lại|quay lại câu trước|trở lại|trở về|câu trước|lùi lại|về trang chủ|trang chủ|về đầu|' +
	'làm lại|làm lại từ đầu|bắt đầu lại|dừng|dừng lại|ngừng|ngừng lại|ngưng|tạm dừng|tạm nghỉ|thoát|thoát ra|hủy|hủy bỏ|huỷ|huỷ bỏ|' +
	'kết thúc|im lặng|trợ giúp|giúp tôi|giúp với|giúp đỡ|hướng dẫn|gặp cán bộ|gặp người|nói chuyện với cán bộ|gọi cán bộ|' +
	'gõ bằng bàn phím|gõ bàn phím|bàn phím|dùng bàn phím|gõ phím|để tôi gõ|tôi gõ|viết tay|chậm lại|nói chậm lại|chậm hơn|' +
	'nói chậm thôi|nhanh hơn|nói nhanh lên|to hơn|nói to lên|to lên|nhỏ hơn|nhỏ lại|nói nhỏ lại|tiếp tục|đọc tiếp|xong|xong rồi|' +
	'chờ|chờ chút|chờ một chút|chờ tí|chờ tôi|đợi|đợi chút|đợi một chút|đợi tí|đợi tôi|khoan đã|từ từ|nộp hồ sơ|gửi hồ sơ|lưu lại|' +
	'sửa lại|nhầm rồi|sai rồi|nghe không rõ|nghe chưa rõ|gì cơ|cái gì|sao cơ|a lô|alo'
).split('|');
const requestsBare = new Set(requests.filter((one) => one.includes(' ')).map(fold));
const polite = ['làm ơn', 'vui lòng', 'xin', 'hãy', 'giúp tôi', 'cho tôi', 'cho', 'thôi'];
const politeAfter = ['đi', 'nhé', 'với', 'cái', 'xem', 'giúp tôi', 'cho tôi', 'nào', 'được không'];

/** Without marks only those of several words: "dung" is Dung before it is dừng. */
export function isRequest(all: readonly Token[]): boolean {
	const text = (said: readonly Token[]) => said.map((token) => token.text).join(' ');
	const part = withoutFillers(all, polite, politeAfter);
	return [text(all), text(part)].some(
		(said) => requests.includes(said) || (all[0]?.unmarked === true && requestsBare.has(said)),
	);
}

/** "Không biết", "không có", "bỏ qua": answers that hold no value, whatever was asked. */
export function nonAnswer(all: readonly Token[]): NotHeard | undefined {
	if (all.length === 0) return 'empty';
	const text = (part: readonly Token[]) => part.map(({ folded }) => folded).join(' ');
	return reasons.get(text(all)) ?? reasons.get(text(withoutFillers(all)));
}
