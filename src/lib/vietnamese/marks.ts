/**
 * Marks of written Vietnamese as Unicode has them: composed (NFC) or decomposed (NFD), with look-alikes from
 * old fonts and with characters that nobody sees.
 */

/** Soft hyphen, zero-width space and joiners, direction marks, byte-order mark. */
const invisible = /[\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/g;
/** Eth and African D look like Đ and stand for it in texts from old fonts and scanners. */
const falseD = /[\u00D0\u0189]/g;
const falseSmallD = /[\u00F0\u0256]/g;
const spaces = /\s+/g;

/**
 * The same text in one writing: NFC, Đ for its look-alikes, nothing invisible, single plain spaces, trimmed.
 * Letters, marks and case stay.
 */
export function tidy(text: string): string {
	return text
		.replace(invisible, '')
		.replace(falseD, 'Đ')
		.replace(falseSmallD, 'đ')
		.replace(spaces, ' ')
		.trim()
		.normalize('NFC');
}

const marks = /\p{M}/gu;
const anyD = /[đĐ]/g;

/**
 * The text as someone types it without Vietnamese keys: tidied, lower case, no marks, d for đ.
 * Folding twice changes nothing; NFC and NFD of a text fold alike.
 */
export function fold(text: string): string {
	return tidy(text)
		.normalize('NFKD')
		.replace(marks, '')
		.toLowerCase()
		.normalize('NFKD')
		.replace(marks, '')
		.replace(anyD, 'd')
		.replace(spaces, ' ')
		.trim();
}

/** Does the text carry a mark (or đ) that only Vietnamese keys write? */
export function hasMarks(text: string): boolean {
	return fold(text) !== tidy(text).toLowerCase();
}
