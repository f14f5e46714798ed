import { hearDigits, soundKey, tidy, withCapitals } from '#lib/vietnamese/index.ts';

const alike = (a: string, b: string) =>
	a === b || (soundKey(a, 'north') !== undefined && soundKey(a, 'north') === soundKey(b, 'north'));

/** One run of words in a text, put right: "không phải Thúy mà là Thủy". Undefined where it stands nowhere, or twice. */
export function repairText(value: string, wrong: string, right: string): string | undefined {
	const words = value.split(/\s+/);
	const sought = tidy(wrong).toLowerCase().split(/\s+/);
	const bare = (word: string) => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
	const places = (same: (a: string, b: string) => boolean) =>
		words.flatMap((_, at) =>
			sought.every((word, offset) => same(bare(words[at + offset] ?? ''), word)) ? [at] : [],
		);
	const exact = places((a, b) => a === b);
	const [at, other] = exact.length > 0 ? exact : places(alike);
	if (at === undefined || other !== undefined) return undefined;
	const isCapital = /^\p{Lu}/u.test(words[at] ?? '');
	const put = isCapital ? withCapitals(tidy(right)) : tidy(right);
	return [...words.slice(0, at), put, ...words.slice(at + sought.length)].join(' ');
}

/** One group of digits put right; the length stays. */
export function repairDigits(value: string, wrong: string, right: string): string | undefined {
	const [from, to] = [hearDigits(wrong), hearDigits(right)];
	if (!from.ok || !to.ok || from.value.length !== to.value.length) return undefined;
	const at = value.indexOf(from.value);
	if (at < 0 || value.indexOf(from.value, at + 1) >= 0) return undefined;
	return value.slice(0, at) + to.value + value.slice(at + from.value.length);
}

const numberIn = (text: string) => {
	const heard = hearDigits(text);
	return heard.ok ? Number(heard.value) : undefined;
};

/**
 * A part of a date put right: "không phải tháng tư mà là tháng năm".
 * @param value `YYYY-MM-DD`
 * @param hear a number as it is said
 */
export function repairDate(
	value: string,
	wrong: string,
	right: string,
	hear: (text: string) => number | undefined = numberIn,
): string | undefined {
	const parts = value.split('-');
	const kinds = ['năm', 'tháng', 'ngày'];
	const named = (text: string) =>
		kinds.findIndex((kind) => tidy(text).toLowerCase().startsWith(`${kind} `));
	const bare = (text: string) =>
		tidy(text)
			.toLowerCase()
			.replace(/^(?:năm|tháng|ngày|mùng|mồng) (?=\S)/, '');
	const number = hear(bare(right));
	const old = hear(bare(wrong));
	if (number === undefined) return undefined;
	const kind = named(right) >= 0 ? named(right) : named(wrong);
	const fits = parts.flatMap((part, at) => (Number(part) === old ? [at] : []));
	const at = kind >= 0 ? kind : fits.length === 1 ? (fits[0] as number) : -1;
	if (parts[at] === undefined) return undefined;
	parts[at] = String(number).padStart(at === 0 ? 4 : 2, '0');
	return parts.join('-');
}
