import { isAnswered } from './answers.ts';
import { readIsoDate } from './dates.ts';
import type { Question } from './definition.ts';
import type { FormMessages } from './messages.ts';
import { readPhone } from './phone.ts';

export interface DescribeContext {
	readonly messages: FormMessages;
	/** the full name of a province or commune: "Phường Ba Đình, Thành phố Hà Nội" */
	readonly unitName: (code: string) => string | undefined;
}

/**
 * An answer as a person reads it: "12/04/2026", "0912 345 678", the words of a choice. Empty for no answer; what does
 * not fit its question is shown as it is.
 */
export function describeAnswer(
	question: Question,
	value: unknown,
	{ messages, unitName }: DescribeContext,
): string {
	if (!isAnswered(value)) return '';
	if (Array.isArray(value)) return String(value.length);
	if (typeof value === 'boolean') return value ? messages.yes : messages.no;
	if (typeof value === 'number')
		return question.kind === 'number' && question.unit
			? `${inThousands(value)} ${question.unit}`
			: String(value);
	if (typeof value !== 'string') return '';
	switch (question.kind) {
		case 'choice':
			return question.options.find((option) => option.value === value)?.label ?? value;
		case 'unit':
			return unitName(value) ?? value;
		case 'idNumber':
			return value.replace(/^(\d{3})(\d{3})(\d{3})(\d{3})$/, '$1 $2 $3 $4');
		case 'phone':
			return (readPhone(value) ?? value).replace(/^(0\d{3})(\d{3})(\d{3,4})$/, '$1 $2 $3');
		case 'date':
		case 'birthDate': {
			const date = readIsoDate(value);
			if (!date) return value;
			const [year = '', month, day] = value.split('-');
			if (month === undefined) return year;
			return day === undefined
				? messages.monthOfYear(Number(month), Number(year))
				: `${day}/${month}/${year}`;
		}
		default:
			return value;
	}
}

/** "50.000.000"; a year or a small count stays as it is. */
const inThousands = (value: number) =>
	value < 10_000 ? String(value) : String(value).replace(/\B(?=(?:\d{3})+$)/g, '.');
