import { fold, tidy } from '#lib/vietnamese/index.ts';
import type { Answer } from './answers.ts';
import { checkAnswer, type Trouble } from './check-answer.ts';
import type { PlainQuestion } from './definition.ts';
import type { FormContext, WrongAnswer } from './messages.ts';
import { parseDate } from './parse-date.ts';
import { readPhone } from './phone.ts';

export type ParsedAnswer =
	| {
			readonly ok: true;
			readonly value: Exclude<Answer, readonly unknown[]>;
			/** read with a guess: say it back and ask before it is kept */
			readonly confirm?: true;
	  }
	| ({ readonly ok: false } & Trouble);

/**
 * What a person typed, as the value that is stored. What comes out is always valid for this question.
 * A choice may be answered by its words, by its beginning if only one begins so, or by its number from 1.
 */
export function parseAnswer(
	question: PlainQuestion,
	typed: string,
	context: FormContext,
): ParsedAnswer {
	const wrong = (reason: WrongAnswer): ParsedAnswer => ({
		ok: false,
		reason,
		message: context.messages.wrong[reason],
	});
	const text = tidyText(question, typed);
	if (text === '') return wrong('required');

	const read = readValue(question, text, context);
	if (!read.ok) return wrong(read.reason);
	const trouble = checkAnswer(question, read.value, context);
	return trouble ? { ok: false, ...trouble } : read;
}

type Read =
	Extract<ParsedAnswer, { ok: true }> | { readonly ok: false; readonly reason: WrongAnswer };

function readValue(question: PlainQuestion, text: string, { messages }: FormContext): Read {
	const found = (value: string | number | boolean | undefined, reason: WrongAnswer): Read =>
		value === undefined ? { ok: false, reason } : { ok: true, value };
	switch (question.kind) {
		case 'date':
		case 'birthDate':
			return parseDate(text, question.partial ? { partial: true } : {});
		case 'phone':
			return found(readPhone(text.normalize('NFKC')), 'notAPhone');
		case 'idNumber':
			return found(text.normalize('NFKC').replace(/[\s.-]/g, ''), 'notAnIdNumber');
		case 'email':
			return found(text.replace(/\s/g, ''), 'notAnEmail');
		case 'number': {
			const amount = /^(\d{1,3}(?:[. ]\d{3})+|\d+)(?: \p{L}+)?$/u.exec(text.normalize('NFKC'));
			return found(amount?.[1] && Number(amount[1].replace(/\D/g, '')), 'notANumber');
		}
		case 'yesNo': {
			const word = fold(text);
			if (messages.yesWords.includes(word)) return found(true, 'notYesOrNo');
			return found(messages.noWords.includes(word) ? false : undefined, 'notYesOrNo');
		}
		case 'choice':
			return found(chosen(question.options, text), 'notAnOption');
		case 'name':
			return found(withCapitals(text), 'notAName');
		default:
			return found(text, 'wrongKind');
	}
}

function chosen(options: readonly { value: string; label: string }[], text: string) {
	const word = fold(text);
	const labels = options.map(({ label }) => fold(label));
	const beginning = labels.filter((label) => label.startsWith(word));
	const at = [
		options.findIndex(({ value }) => value === text),
		labels.indexOf(word),
		/^\d{1,2}$/.test(word) ? Number(word) - 1 : -1,
		beginning.length === 1 ? labels.indexOf(beginning[0] as string) : -1,
	].find((index) => options[index] !== undefined);
	return at === undefined ? undefined : options[at]?.value;
}

/** Recognisers and hurried people write names small; a name with any capital is left as it is. */
const withCapitals = (name: string) =>
	name === name.toLowerCase()
		? name.replace(
				/(^|[\s-])(\p{L})/gu,
				(_, gap: string, letter: string) => gap + letter.toUpperCase(),
			)
		: name;

const controls = /[\p{Cc}\u202D\u202E\uFFFE\uFFFF]/gu;

function tidyText(question: PlainQuestion, typed: string): string {
	const manyLines = question.kind === 'longText' || question.kind === 'address';
	const lines = manyLines ? typed.split(/\r\n|[\n\r\u2028\u2029]/) : [typed];
	return lines
		.map((line) => tidy(line.replace(/[\t\n\r]/g, ' ').replace(controls, '')))
		.join('\n')
		.trim();
}
