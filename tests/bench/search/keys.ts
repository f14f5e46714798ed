/** Key strokes of a name typed for an input method that is off: Telex and VNI, in the three orders people use. */
import { wordsOf } from './letters.ts';
import { pick, type Random } from './random.ts';

interface Method {
	/** by combining mark; `hat` repeats the letter */
	readonly tones: Readonly<Record<string, string>>;
	readonly marks: Readonly<Record<string, string>>;
	readonly hat: (letter: string) => string;
	readonly bar: string;
}

const telexMethod: Method = {
	tones: { '\u0300': 'f', '\u0301': 's', '\u0309': 'r', '\u0303': 'x', '\u0323': 'j' },
	marks: { '\u0306': 'w', '\u031b': 'w' },
	hat: (letter) => letter,
	bar: 'd',
};
const vniMethod: Method = {
	tones: { '\u0301': '1', '\u0300': '2', '\u0309': '3', '\u0303': '4', '\u0323': '5' },
	marks: { '\u0306': '8', '\u031b': '7' },
	hat: () => '6',
	bar: '9',
};

/** `tone last` is how most people type; `all last` puts the vowels' marks at the end of the syllable too. */
type Order = 'tone last' | 'at once' | 'all last';
const orders: readonly Order[] = ['tone last', 'tone last', 'at once', 'all last'];

function syllableKeys(word: string, method: Method, order: Order): string {
	let [keys, late, tone] = ['', '', ''];
	for (const [, letter = '', accents = ''] of word.normalize('NFD').matchAll(/(.)(\p{M}*)/gu)) {
		keys += letter === 'đ' ? `d${method.bar}` : letter;
		for (const accent of accents) tone ||= method.tones[accent] ?? '';
		const mark = [...accents].map((accent) => markKey(accent, letter, method)).join('');
		if (order === 'all last') late ||= mark;
		else keys += mark;
		if (order !== 'at once') continue;
		keys += tone;
		tone = '';
	}
	// ươ takes one mark for both.
	return keys.replace(/u([w7])o\1/, 'uo$1') + late + tone;
}

const markKey = (accent: string, letter: string, method: Method) =>
	accent === '\u0302' ? method.hat(letter) : (method.marks[accent] ?? '');

const typedBy =
	(method: Method) =>
	(name: string, random: Random): string => {
		const order = pick(random, orders);
		return wordsOf(name)
			.map((word) => syllableKeys(word, method, order))
			.join(' ');
	};

export const telex = typedBy(telexMethod);
export const vni = typedBy(vniMethod);
