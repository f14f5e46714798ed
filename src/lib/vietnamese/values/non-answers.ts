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

/** "Không biết", "không có", "bỏ qua": answers that hold no value, whatever was asked. */
export function nonAnswer(all: readonly Token[]): NotHeard | undefined {
	if (all.length === 0) return 'empty';
	const text = (part: readonly Token[]) => part.map(({ folded }) => folded).join(' ');
	return reasons.get(text(all)) ?? reasons.get(text(withoutFillers(all)));
}
