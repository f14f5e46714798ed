/** Joiners, marks of direction, soft hyphens, byte order marks: nobody hears them, every comparison trips over them. */
const invisible = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
/** Controls other than tab and the line ends, and halves of a surrogate pair. */
// eslint-disable-next-line no-control-regex
const unprintable = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]|\p{Cs}/gu;
// eslint-disable-next-line no-control-regex
const lineEnd = /\r\n|[\r\u000b\u000c\u0085\u2028\u2029]/g;
const oddSpace = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
/** Bullets of Word's symbol fonts, in the private use area: no other font has them, no voice reads them. */
const symbolBullet = /[\uf020-\uf0ff]/g;

/**
 * The same words in one spelling: NFC, Vietnamese Đ for its look-alikes (Ð, Ɖ), plain spaces and line ends,
 * nothing invisible. Lines are trimmed, several blank lines are one. Done twice it changes nothing more.
 */
export function normaliseText(text: string): string {
	return text
		.replace(lineEnd, '\n')
		.replace(unprintable, '')
		.replace(invisible, '')
		.replace(oddSpace, ' ')
		.replace(symbolBullet, '-')
		.replace(/[ÐƉ]/g, 'Đ')
		.replace(/[ðɖ]/g, 'đ')
		.replace(/ {2,}/g, ' ')
		.replace(/ ?\n ?/g, '\n')
		.replace(/\n{3,}/g, '\n\n')
		.trim()
		.normalize('NFC');
}

/** `normaliseText` on one line. */
export const oneLine = (text: string) => normaliseText(text).replace(/\n+/g, ' ');

/** Lines of a PDF are broken at this width or more; a shorter line ends where its author ended it. */
const wrapWidth = 60;

/**
 * The paragraphs of an official text, in its order. A line that goes on in the next (broken by a PDF's margin:
 * a long line without a final mark, then a small letter that is no item's letter) is put together again.
 */
export function paragraphs(text: string): string[] {
	const found: string[] = [];
	let last = '';
	for (const line of normaliseText(text).split('\n')) {
		if (line === '') continue;
		const wrapped = last.length >= wrapWidth && !/[.;:!?…]$/.test(last) && /^\p{Ll}/u.test(line);
		if (wrapped && !/^\p{L}{1,3}[).]/u.test(line)) found.push(`${found.pop() ?? ''} ${line}`);
		else found.push(line);
		last = line;
	}
	return found;
}
