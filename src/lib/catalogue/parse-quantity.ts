import { oneLine } from './normalise-text.ts';
import type { RequiredDocument } from './procedure.ts';

type Quantity = Pick<RequiredDocument, 'originals' | 'copies' | 'quantity'>;

const before = /^(?:(\d+) bản chính)?(?:\s*[,;]\s*)?(?:(\d+) bản sao)?\.?$/i;
const after = /^bản chính\s*:\s*(\d*)\s*;\s*bản sao\s*:\s*(\d*)\.?$/i;

/**
 * "1 bản chính,1 bản sao", "Bản chính: 1; Bản sao: 0", "01 bản sao". In the first form the end of a file name is often
 * glued to the number ("20261 bản chính"): what is not plainly a number of sheets stays as `quantity`.
 */
export function parseQuantity(source: string): Quantity {
	const text = oneLine(source);
	if (text === '') return {};
	const leading = before.exec(text);
	const match = leading ?? after.exec(text);
	const [originals, copies] = [match?.[1] || undefined, match?.[2] || undefined];
	const largest = leading ? 10 : 99;
	if (!match || !isPlausible(originals, largest) || !isPlausible(copies, 99))
		return { quantity: text };
	return {
		...(originals === undefined ? {} : { originals: Number(originals) }),
		...(copies === undefined ? {} : { copies: Number(copies) }),
	};
}

const isPlausible = (digits: string | undefined, largest: number) =>
	digits === undefined || (digits.length <= 2 && Number(digits) <= largest);
