import { hearDigits, hearNumber, letterCalled, tidy } from '#lib/vietnamese/index.ts';

const signs: Readonly<Record<string, string>> = {
	'gạch chéo': '/',
	'gạch xéo': '/',
	xuyệt: '/',
	xẹt: '/',
	trên: '/',
	'gạch ngang': '-',
	'gạch nối': '-',
	chấm: '.',
};
/** Words of the longest name of a sign or a letter, and of a number. */
const longest = 6;

/**
 * The number of a paper, said sign by sign: "xê một hai ba" → `C123`, "mười hai gạch chéo gờ xờ nờ" → `12/GXN`.
 * Undefined where a word is no sign: then it is a text.
 */
export function hearCode(text: string): string | undefined {
	const words = tidy(text)
		.toLowerCase()
		.replace(/^số (?=\S)/u, '')
		.split(' ');
	let code = '';
	let at = 0;
	while (at < words.length) {
		const found = signAt(words, at);
		if (!found) return undefined;
		code += found.sign;
		at += found.length;
	}
	return code === '' ? undefined : code.toUpperCase();
}

function signAt(words: readonly string[], at: number) {
	for (let length = Math.min(longest, words.length - at); length > 0; length--) {
		const said = words.slice(at, at + length).join(' ');
		const sign = signs[said] ?? numberOf(said) ?? letterCalled(said);
		if (sign !== undefined) return { sign, length };
		// As it is written already: "12/GXN".
		if (length === 1 && /^(?=.*\d)[\da-zđ/.-]+$/u.test(said)) return { sign: said, length };
	}
	return undefined;
}

/** Digit by digit, or as a number: "mười hai". */
function numberOf(said: string): string | undefined {
	// "Hai lăm trên hai không" is no fraction here: a sign stands between.
	if (Object.keys(signs).some((sign) => ` ${said} `.includes(` ${sign} `))) return undefined;
	const digits = hearDigits(said);
	if (digits.ok) return digits.value;
	const number = hearNumber(said);
	return number.ok ? String(number.value) : undefined;
}
