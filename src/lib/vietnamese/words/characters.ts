/** Letters as they are after `prepare`: Latin and Vietnamese only. For use inside a character class. */
const marked = 'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ';
export const lowerLetters = `a-z${marked}`;
export const upperLetters = `A-Z${marked.toUpperCase()}`;
export const anyLetter = lowerLetters + upperLetters;

/** Symbols with words of their own, beside those of ASCII; see `symbol-rules.ts`. */
const symbols = '“”‘’–—…•°€£¥₫¢₩₹฿×÷±≥≤≠≈→⇒√∞Ωμ';
export const plainText = new RegExp(`^[\\n -~${anyLetter}${symbols}]*$`);
const plainCharacter = new RegExp(`[\\n -~${anyLetter}${symbols}]`);

/** Look-alikes of other alphabets, slips of old fonts, bullets: each pair is what is found and what it stands for. */
const pairs =
	'ƣưƢƯðđÐĐƉĐøoØOłlŁLıi⁄/∕/−-‐-‑-‒-―—º°˚°‚,、,。.，,„“«“»”′’″”`’´’●•▪•■•◦•♦•➢•✓•✔•¬•' +
	'\uf0fc•\uf0b7•\uf0a7•\uf0d8•\uf076•\uf02d-\uf02b+' +
	'СCсcТTАAаaВBЕEеeКKМMНHОOоoРPрpХXхxуyΑAΒBΕEΙIΚKΜMΝNΟOοoΡPΤTΧX';
const replacements = new Map<string, string>();
for (let at = 0; at < pairs.length; at += 2) replacements.set(pairs[at] ?? '', pairs[at + 1] ?? '');
for (const [found, instead] of [
	['№', 'số '],
	['ß', 'ss'],
	['æ', 'ae'],
	['Æ', 'AE'],
	['œ', 'oe'],
	['½', ' 1/2'],
	['¼', ' 1/4'],
	['¾', ' 3/4'],
	['⅓', ' 1/3'],
	['⅔', ' 2/3'],
	['⅕', ' 1/5'],
	['⅛', ' 1/8'],
	['µ', 'μ'],
	['α', ' an pha '],
	['β', ' bê ta '],
	['γ', ' gam ma '],
	['δ', ' đen ta '],
	['Δ', ' đen ta '],
	['λ', ' lam đa '],
	['π', ' pi '],
	['§', ' mục '],
	['✕', '×'],
	['∼', '~'],
	['≅', '≈'],
	['➔', '→'],
	['➜', '→'],
	['⇨', '→'],
	['‰', ' phần nghìn '],
	['²', '^2'],
	['³', '^3'],
	['⁻', '-'],
	['©', ' '],
	['®', ' '],
	['™', ' '],
	['\t', ' '],
	['\r', '\n'],
	['\v', '\n'],
	['\f', '\n'],
	['\u2028', '\n'],
	['\u2029', '\n'],
] as const)
	replacements.set(found, instead);

/** Digits of any script have their values in a row of ten that starts at zero. */
function digitOf(character: string): string {
	let zero = character.codePointAt(0) ?? 0;
	let value = 0;
	while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) {
		zero--;
		value++;
	}
	return String(value);
}

function cleanCharacter(character: string): string {
	const replaced = replacements.get(character);
	if (replaced !== undefined) return replaced;
	if (plainCharacter.test(character)) return character;
	const base = character.normalize('NFD')[0] ?? '';
	if (/[A-Za-z]/.test(base)) return base;
	if (/\p{Nd}/u.test(character)) return digitOf(character);
	if (/[\p{M}\p{Cf}]/u.test(character)) return '';
	return ' ';
}

/** What stands for one character with its combining marks; a space where nothing can be said. */
function clean(cluster: string): string {
	const whole = replacements.get(cluster);
	if (whole !== undefined) return whole;
	return Array.from(cluster.normalize('NFKC'), cleanCharacter).join('');
}

export interface Prepared {
	readonly text: string;
	/** offset in the input at which the character at `at` starts */
	start(at: number): number;
	/** offset in the input at which the characters before `at` end */
	end(at: number): number;
}

/** Composes, replaces look-alikes and drops what has no sound, remembering where everything was. Linear. */
export function prepare(input: string): Prepared {
	if (plainText.test(input)) return { text: input, start: (at) => at, end: (at) => at };
	const pieces: string[] = [];
	const starts: number[] = [];
	const ends: number[] = [];
	const known = new Map<string, string>();
	for (const match of input.matchAll(/[\s\S]\p{M}{0,4}/gu)) {
		const cluster = match[0];
		let said = known.get(cluster);
		if (said === undefined) known.set(cluster, (said = clean(cluster)));
		pieces.push(said);
		for (let at = 0; at < said.length; at++) {
			starts.push(match.index);
			ends.push(match.index + cluster.length);
		}
	}
	return {
		text: pieces.join(''),
		start: (at) => starts[at] ?? input.length,
		end: (at) => ends[at - 1] ?? 0,
	};
}
