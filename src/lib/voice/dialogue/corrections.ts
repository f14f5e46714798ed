import { tidy } from '#lib/vietnamese/index.ts';

/** Somebody puts right what was heard. */
export type Correction =
	| { readonly is: 'wrong' }
	| { readonly is: 'meant'; readonly right: string }
	| { readonly is: 'swap'; readonly wrong: string; readonly right: string };

const no =
	'(?:không phải|không đúng|chẳng phải|hổng phải|hông phải|sai rồi|sai|nhầm rồi|nhầm|lộn rồi|không|chưa đúng)';
const me = '(?:tôi|em|con|cháu|tui|mình|bác|cô|chú|ông|bà|anh|chị)';
const swap = new RegExp(`^(?:${no} )?${no}(?: là)? (.+?) (?:mà|phải)(?: phải)?(?: là)? (.+)$`, 'u');
const notThat = /^(?:là )?(.+?) (?:chứ|mà) (?:không|hổng|hông|chẳng) phải(?: là)? (.+)$/u;
const meant = new RegExp(
	`^(?:${no} )*(?:${no} (?:phải là|mà là|là)|(?:không )?ý (?:của )?${me}(?: muốn)?(?: nói)? là|ý là|sửa (?:lại )?(?:thành|là)|đổi (?:lại )?(?:thành|là)|phải là|nói lại là|mà là) (.+)$`,
	'u',
);
const wrong = new RegExp(
	`^(?:dạ |ồ |à |ơ )?(?:${no}|sai bét|trật rồi|sửa lại|sai mất rồi|nghe nhầm rồi|nghe sai rồi|bạn nghe nhầm|bạn nghe sai|không phải vậy|không phải thế)(?: ạ| nhé| đâu| rồi| mà)*$`,
	'u',
);

/** "Không phải", "sai rồi", "ý tôi là X", "không phải X mà là Y", "Y chứ không phải X". */
export function hearCorrection(text: string): Correction | undefined {
	const said = plain(text);
	const right = meant.exec(said)?.[1];
	const swapped = right ? undefined : swap.exec(said);
	if (swapped?.[1] && swapped[2]) return { is: 'swap', wrong: swapped[1], right: swapped[2] };
	const other = notThat.exec(right ?? said);
	if (other?.[1] && other[2]) return { is: 'swap', wrong: other[2], right: other[1] };
	if (right) return { is: 'meant', right };
	return wrong.test(said) ? { is: 'wrong' } : undefined;
}

const leading = new RegExp(`^(?:dạ |à |ồ )?(?:${no}[ ]+)+(?:là )?`, 'u');

/** "không, mười hai" → "mười hai": what stands after the refusal. */
export const afterRefusal = (text: string): string => plain(text).replace(leading, '');

const plain = (text: string) =>
	tidy(text)
		.toLowerCase()
		.replace(/[,;:!?]|\.(?=\s|$)/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
