import { readIsoDate } from './dates.ts';
import type { PlainQuestion } from './definition.ts';
import type { FormContext, WrongAnswer } from './messages.ts';
import { readPhone } from './phone.ts';

export interface Trouble {
	readonly reason: WrongAnswer | 'tooLong' | 'outOfRange';
	readonly message: string;
}

/** Longest answers in characters of composed writing. */
export const lengths = {
	text: 200,
	name: 120,
	longText: 10_000,
	address: 500,
	email: 254,
} as const;

/** Years a date may lie in. Not a clock: they only tell a date from a slip of the keys. */
export const years = { first: 1850, last: 2199 } as const;

/** What is wrong with this answer of whatever type, if anything. Nothing is corrected on the way. */
export function checkAnswer(
	question: PlainQuestion,
	value: unknown,
	{ messages, isUnit }: FormContext,
): Trouble | undefined {
	const wrong = (reason: WrongAnswer): Trouble => ({ reason, message: messages.wrong[reason] });
	const unless = (right: boolean, reason: WrongAnswer) => (right ? undefined : wrong(reason));

	if (question.kind === 'yesNo') return unless(typeof value === 'boolean', 'notYesOrNo');
	if (question.kind === 'number') {
		if (!Number.isSafeInteger(value)) return wrong('notANumber');
		const { min, max } = question;
		if ((value as number) >= min && (value as number) <= max) return undefined;
		return { reason: 'outOfRange', message: messages.outOfRange(min, max) };
	}
	if (typeof value !== 'string') return wrong('wrongKind');

	switch (question.kind) {
		case 'choice':
			return unless(
				question.options.some((option) => option.value === value),
				'notAnOption',
			);
		case 'idNumber':
			return unless(/^\d{12}$/.test(value), 'notAnIdNumber');
		case 'digits': {
			const { minLength, maxLength } = question;
			if (!/^\d+$/.test(value)) return wrong('notDigits');
			if (value.length >= minLength && value.length <= maxLength) return undefined;
			return { reason: 'outOfRange', message: messages.digits(minLength, maxLength) };
		}
		case 'time':
			return unless(/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value), 'notATime');
		case 'phone':
			return unless(readPhone(value) !== undefined, 'notAPhone');
		case 'unit': {
			const digits = question.level === 'province' ? /^\d{2}$/ : /^\d{5}$/;
			return unless(digits.test(value) && isUnit(value), 'notAUnit');
		}
		case 'date':
		case 'birthDate': {
			const date = readIsoDate(value);
			if (!date) return wrong(/^\d{4}-\d\d-\d\d$/.test(value) ? 'noSuchDay' : 'notADate');
			if (date.day === undefined && !question.partial) return wrong('notADate');
			if (date.year >= years.first && date.year <= years.last) return undefined;
			return { reason: 'outOfRange', message: messages.outOfRange(years.first, years.last) };
		}
	}

	const max = 'maxLength' in question ? question.maxLength : undefined;
	const most = max ?? lengths[question.kind];
	if (isLonger(value, most)) return { reason: 'tooLong', message: messages.tooLong(most) };
	const manyLines = question.kind === 'longText' || question.kind === 'address';
	if (hasOddCharacters(value, manyLines)) return wrong('oddCharacters');
	if (question.kind === 'name') return unless(/\p{L}/u.test(value), 'notAName');
	if (question.kind === 'email')
		return unless(/^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(value), 'notAnEmail');
	return undefined;
}

/** Decomposed writing is up to three times as long; it is measured as if composed, and a huge text not at all. */
const isLonger = (text: string, max: number) =>
	text.length > max && (text.length > max * 4 || text.normalize('NFC').length > max);

/**
 * Characters no person types: controls, half of a surrogate pair, code points that are no characters, and the overrides
 * of writing direction that make an officer read other digits than were sent.
 */
const odd = /[\p{Cc}\p{Cs}\u202D\u202E\uFFFE\uFFFF]/u;
const lineBreaks = /[\t\n\r]/g;

const hasOddCharacters = (text: string, manyLines: boolean) =>
	odd.test(manyLines ? text.replace(lineBreaks, ' ') : text);
