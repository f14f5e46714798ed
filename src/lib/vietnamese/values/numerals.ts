import { fromDigits, type Decimal } from './decimal.ts';

/** In fees a comma before three digits is a thousands mark; elsewhere it may be either. */
export type CommaMeans = 'either' | 'thousands';

/** What a written number may mean: "1.500.000", "1,5", "10,000", ",77". Vietnamese: dots for thousands, comma for decimals. */
export function numeralValues(text: string, comma: CommaMeans = 'either'): readonly Decimal[] {
	const grouped = (mark: string, point: string) =>
		new RegExp(`^\\d{1,3}(?:\\${mark}\\d{3})+(?:\\${point}(\\d+))?$`).exec(text);
	const bare = (part: string | undefined) => (part ?? '').replace(/\D/g, '');
	if (/^\d+$/.test(text)) return [fromDigits(text)];
	const dots = grouped('.', ',');
	if (dots) {
		const [integer, fraction] = text.split(',');
		return [fromDigits(bare(integer), bare(fraction))];
	}
	const decimal = /^(\d*)[.,](\d+)$/.exec(text);
	const commas = text.startsWith('0') ? null : grouped(',', '.');
	const thousands = () => {
		const [integer, fraction] = text.split('.');
		return fromDigits(bare(integer), bare(fraction));
	};
	if (commas && (!decimal || comma === 'thousands')) return [thousands()];
	const plain = decimal ? [fromDigits(decimal[1] ?? '', decimal[2])] : [];
	return commas ? [...plain, thousands()] : plain;
}
