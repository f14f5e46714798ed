import { fold } from '#lib/vietnamese/index.ts';

/**
 * What two writings of one field or agency have in common, fit for an address: "Sở Tư Pháp" and "Sở Tư pháp." are
 * `so-tu-phap`; the source's own numbers in brackets, as in "Giáo dục nghề nghiệp (G07-LĐ06)", do not count.
 */
export const facetKey = (name: string): string =>
	fold(name.replace(sourceNumber, ' '))
		.split(/[^a-z0-9]+/)
		.filter((word) => word !== '' && word !== 'cap')
		.join('-')
		.replace(/(^|-)ubnd(?=-|$)/, '$1uy-ban-nhan-dan')
		.replace(/(^|-)nn-va-mt(?=-|$)/, '$1nong-nghiep-va-moi-truong');

const sourceNumber = /\s*\([\p{Lu}\d.-]*\d[\p{Lu}\d.-]*\)/gu;

/** The name as it is shown: without the source's numbers, the full stop at its end and spaces around. */
export const facetName = (name: string): string =>
	name
		.replace(sourceNumber, '')
		.replace(/[\s.;,]+$/, '')
		.trim()
		.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
