import { lastValidDay } from './fee-validity.ts';
import { normaliseText, oneLine } from './normalise-text.ts';
import type { Fee } from './procedure.ts';
import { readAmounts, type Amount } from './read-amounts.ts';

export interface ParsedFees {
	/** at least one; an empty source is one `unknown` fee */
	readonly fees: Fee[];
	/** some fee is kept as text because no one value can be read from it */
	readonly unclear: boolean;
}

const label = String.raw`(?:lệ phí|phí|mức giá|giá)`;
const nextFee = new RegExp(String.raw`\n+(?=${label}\s*:)`, 'i');
const named = new RegExp(String.raw`^(${label})\s*:\s*`, 'i');
const noInformation = /^không có thông tin\s*(\(\d+\))?$/i;
const freeHead = /^(?:miễn phí|miễn|không(?: (?:có|thu))?|0)(?:\s*(?:việt nam đồng|vnđ|đồng))?$/i;
const emptyHead = /^(?:việt nam đồng|vnđ|đồng)?$/i;
/** What may stand beside "Miễn phí" without taking it back. */
const freeNote =
	/^(?:không(?: có| quy định)?|(?:không thu|miễn) (?:phí|lệ phí)(?: ?\(thông tư số [^()]*\))?|không được quy định tại biểu phí[^;.()]*)$/i;
/** Words that make one amount hold for some people, places or months only. */
const conditional =
	/%|giảm|tối (?:đa|thiểu)|không dưới|không quá|hội đồng nhân dân|không được quy định|miễn.{0,40}(?:từ|đến) ngày|[x×] ?\d|số mặt hàng/i;
/** No fee is smaller than 1,000 đồng; "135 VNĐ" is "135.000 đồng" that lost its thousands. */
const smallestVnd = 1000;

/**
 * The fees of one channel. Only "Miễn phí", "Không" and "0 đồng" without a reservation are free; one readable amount is
 * an amount; several, or conditions on it, stay a text.
 */
export function parseFees(source: string): ParsedFees {
	const parts = normaliseText(source)
		.split(nextFee)
		.map((part) => oneLine(part));
	const parsed = parts.map(parseFee);
	const unique = new Map(parsed.map(({ fee }) => [JSON.stringify(fee), fee]));
	return { fees: [...unique.values()], unclear: parsed.some(({ unclear }) => unclear) };
}

function parseFee(text: string): { fee: Fee; unclear: boolean } {
	const name = named.exec(text)?.[1];
	const body = text.replace(named, '');
	const base = name ? { name: capitalised(name) } : {};
	const until = lastValidDay(text);
	const validUntil = until ? { validUntil: until } : {};

	if (text === '' || noInformation.test(body))
		return { fee: { kind: 'unknown', ...base, text }, unclear: false };
	const { head, note } = headAndNote(body);
	if (isFree(head, note))
		return { fee: { kind: 'free', ...base, text: note, ...validUntil }, unclear: false };
	const amount = oneAmount(body);
	if (amount) {
		const per = perOf(body, amount);
		return {
			fee: {
				kind: 'amount',
				amount: amount.value,
				currency: amount.currency,
				...base,
				...(per ? { per } : {}),
				text,
				...validUntil,
			},
			unclear: false,
		};
	}
	const says =
		/\p{L}/u.test(note) || (!emptyHead.test(head) && /\p{L}.* /u.test(stripAmount(head)));
	const kind = says ? 'described' : 'unknown';
	return { fee: { kind, ...base, text, ...(says ? validUntil : {}) }, unclear: true };
}

/** "Miễn phí(Không có.)" → "Miễn phí" and "Không có". */
function headAndNote(body: string) {
	const open = body.indexOf('(');
	const head = (open < 0 ? body : body.slice(0, open)).trim();
	const inside = open < 0 ? '' : body.slice(open);
	const closed = /^\((.*)\)$/.exec(inside)?.[1] ?? inside;
	return { head, note: closed.replace(/^[\s(.;+*-]+/, '').replace(/[\s.;]+$/, '') };
}

function isFree(head: string, note: string): boolean {
	if (freeHead.test(head)) return note === '' || freeNote.test(note);
	return emptyHead.test(head) && /^không(?: có)?$/i.test(note);
}

function oneAmount(body: string): Amount | undefined {
	if (conditional.test(body) || /^miễn|^0 /i.test(body)) return undefined;
	const amounts = readAmounts(body);
	const [first] = amounts ?? [];
	if (!amounts || !first) return undefined;
	const others = amounts.filter(({ value }) => value !== first.value * 1000);
	const restored = first.currency === 'VND' && first.value < smallestVnd && others.length === 1;
	const kept = restored ? amounts.slice(1) : amounts;
	const [amount] = kept;
	const same = kept.every(
		({ value, currency }) => value === amount?.value && currency === amount.currency,
	);
	if (!amount || !same || (amount.currency === 'VND' && amount.value < smallestVnd))
		return undefined;
	return kept.find(({ end }) => /^\s*\//.test(body.slice(end))) ?? amount;
}

/** What follows the slash: "70.000 đồng/Giấy chứng nhận" → "Giấy chứng nhận", "100.000 đồng/01 lần" → "lần". */
function perOf(body: string, amount: Amount): string | undefined {
	const beside = /^\s*\/\s*(?:0?1\s+)?(\p{L}[^.;,()\n]*)/u.exec(body.slice(amount.end));
	const inNote = /^[^(]*\(+\s*(?:đồng)?\s*\/\s*(?:0?1\s+)?(\p{L}[^.;,()\n]*)/u.exec(body);
	const per = (beside ?? inNote)?.[1]
		?.replace(/\s*\/\s*/g, '/')
		.replace(/\s+(?:việt nam đồng|vnđ|đồng)$/i, '')
		.trim();
	return per && per.length <= 60 ? per : undefined;
}

const stripAmount = (head: string) => head.replace(/^[\d.,]+\s*(việt nam đồng|vnđ|đồng|usd)?/i, '');
const capitalised = (name: string) => name[0]?.toUpperCase() + name.slice(1).toLowerCase();
