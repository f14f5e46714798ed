/** What can be wrong with one answer. */
export const wrongAnswers = [
	'required',
	'unknown',
	'wrongKind',
	'oddCharacters',
	'notAName',
	'notAPhone',
	'notAnIdNumber',
	'notDigits',
	'notATime',
	'notADate',
	'noSuchDay',
	'notAnOption',
	'notYesOrNo',
	'notANumber',
	'notAnEmail',
	'notAUnit',
] as const;
export type WrongAnswer = (typeof wrongAnswers)[number];

/** Every word this folder needs, passed in from `content/messages/forms.vi.ts`. */
export interface FormMessages {
	readonly wrong: { readonly [Reason in WrongAnswer]: string };
	readonly tooLong: (max: number) => string;
	readonly outOfRange: (min: number, max: number) => string;
	/** so many digits */
	readonly digits: (min: number, max: number) => string;
	/** `counted`: what a repeat is of, "người" if it does not say */
	readonly tooFew: (min: number, counted?: string) => string;
	readonly tooMany: (max: number, counted?: string) => string;
	/** warnings: what may be right but rarely is */
	readonly unusual: {
		readonly digitsInName: string;
		readonly phonePrefix: string;
	};
	readonly yes: string;
	readonly no: string;
	/** a month of a year, where the day is not known: `4, 1990` → "tháng 4 năm 1990" */
	readonly monthOfYear: (month: number, year: number) => string;
	/** heading of one person in a review */
	readonly named: (item: string, name: string) => string;
}

/** What validation needs besides form and answers; the same on the phone and on the server. */
export interface FormContext {
	readonly messages: FormMessages;
	/** is there a province (2 digits) or a commune (5 digits) of this code? */
	readonly isUnit: (code: string) => boolean;
}
