import { fold } from '../marks.ts';
import { regions, soundKey } from '../sounds.ts';
import type { Token } from './tokens.ts';

export type NumberWord =
	| {
			readonly is: 'digit';
			readonly value: number;
			/** mốt, tư, lăm, nhăm: only after a ten */
			readonly marksUnit?: true;
	  }
	| { readonly is: 'scale'; readonly value: number }
	| { readonly is: 'ten' | 'dozen' | 'hundred' | 'odd' | 'half' | 'point' | 'minus' };

const digit = (value: number): NumberWord => ({ is: 'digit', value });
const unit = (value: number): NumberWord => ({ is: 'digit', value, marksUnit: true });
const scale = (value: number): NumberWord => ({ is: 'scale', value });

/** Northern and Southern words, and the spellings that recognisers write. */
const lexicon: ReadonlyMap<string, NumberWord> = new Map([
	['không', digit(0)],
	['một', digit(1)],
	['hai', digit(2)],
	['ba', digit(3)],
	['bốn', digit(4)],
	['năm', digit(5)],
	['sáu', digit(6)],
	['bảy', digit(7)],
	['bẩy', digit(7)],
	['tám', digit(8)],
	['chín', digit(9)],
	['mốt', unit(1)],
	['tư', unit(4)],
	['lăm', unit(5)],
	['nhăm', unit(5)],
	['mười', { is: 'ten' }],
	['mươi', { is: 'ten' }],
	['chục', { is: 'dozen' }],
	['trăm', { is: 'hundred' }],
	['linh', { is: 'odd' }],
	['lẻ', { is: 'odd' }],
	['lẽ', { is: 'odd' }],
	['rưỡi', { is: 'half' }],
	['rưởi', { is: 'half' }],
	['phẩy', { is: 'point' }],
	['phảy', { is: 'point' }],
	['phết', { is: 'point' }],
	['chấm', { is: 'point' }],
	['âm', { is: 'minus' }],
	['trừ', { is: 'minus' }],
	['nghìn', scale(1e3)],
	['ngàn', scale(1e3)],
	['vạn', scale(1e4)],
	['triệu', scale(1e6)],
	['tỷ', scale(1e9)],
	['tỉ', scale(1e9)],
]);

export const numberWords: readonly string[] = [...lexicon.keys()];

/** Written short; K may stand apart, the others cling to a numeral. */
const short: Readonly<Record<string, NumberWord>> = {
	k: scale(1e3),
	tr: scale(1e6),
	M: scale(1e6),
	G: scale(1e9),
};

const unmarked = new Map([...lexicon].reverse().map(([word, means]) => [fold(word), means]));

/** Words as the regions say them: "xáu" is sáu, "chăm" is trăm. Only sounds that mean one number word, and not those of không: hôn. */
const bySound = new Map<string, NumberWord | undefined>();
for (const [word, means] of lexicon)
	for (const region of word.length > 2 && word !== 'không' ? regions : []) {
		const key = `${region} ${soundKey(word, region)}`;
		const other = bySound.get(key);
		const same = !bySound.has(key) || JSON.stringify(other) === JSON.stringify(means);
		bySound.set(key, same ? means : undefined);
	}

/** What a word means in a number as it is written, if anything. */
export function writtenNumberWord(token: Token | undefined): NumberWord | undefined {
	if (token === undefined) return undefined;
	if (token.text === 'k' || token.text === 'tr') return short[token.text];
	if (token.glued && short[token.raw]) return short[token.raw];
	return lexicon.get(token.text) ?? (token.unmarked ? unmarked.get(token.text) : undefined);
}

const meanings = new WeakMap<Token, { readonly means: NumberWord | undefined }>();

/** What a word means in a number, also if it is only heard so. */
export function numberWord(token: Token | undefined): NumberWord | undefined {
	if (token === undefined) return undefined;
	let found = meanings.get(token);
	if (!found) {
		found = { means: heardNumberWord(token) };
		meanings.set(token, found);
	}
	return found.means;
}

function heardNumberWord(token: Token): NumberWord | undefined {
	const known = writtenNumberWord(token);
	if (known || token.unmarked) return known;
	for (const region of regions) {
		const means = bySound.get(`${region} ${soundKey(token.text, region)}`);
		if (means) return means;
	}
	return undefined;
}

export const digitOf = (token: Token | undefined): number | undefined => {
	const means = numberWord(token);
	return means?.is === 'digit' ? means.value : undefined;
};
