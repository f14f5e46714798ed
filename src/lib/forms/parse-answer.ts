import {
	hearChoice,
	hearDigits,
	hearId,
	hearMoney,
	hearNumber,
	hearPhone,
	hearTime,
	hearYesNo,
	tidy,
	withCapitals,
	type Heard,
} from '#lib/vietnamese/index.ts';
import type { Answer } from './answers.ts';
import { checkAnswer, type Trouble } from './check-answer.ts';
import type { PlainQuestion } from './definition.ts';
import type { FormContext, WrongAnswer } from './messages.ts';
import { parseDate } from './parse-date.ts';

export type ParsedAnswer =
	| {
			readonly ok: true;
			readonly value: Exclude<Answer, readonly unknown[]>;
			/** read with a guess: say it back and ask before it is kept */
			readonly confirm?: true;
	  }
	| ({ readonly ok: false } & Trouble);

/**
 * What a person typed or said, as the value that is stored. What comes out is always valid for this question.
 * A choice may be answered by its words, by a part of them that no other has, or by its number from 1.
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

	const read = readValue(question, text);
	if (!read.ok) return wrong(read.reason);
	const trouble = checkAnswer(question, read.value, context);
	return trouble ? { ok: false, ...trouble } : read;
}

type Read =
	Extract<ParsedAnswer, { ok: true }> | { readonly ok: false; readonly reason: WrongAnswer };

function readValue(question: PlainQuestion, text: string): Read {
	switch (question.kind) {
		case 'date':
		case 'birthDate':
			return parseDate(text, question.partial ? { partial: true } : {});
		case 'phone':
			return from(hearPhone(text), 'notAPhone');
		case 'idNumber':
			return from(hearId(text), 'notAnIdNumber');
		case 'email':
			return { ok: true, value: text.replace(/\s/g, '') };
		case 'number':
			return from(hearAmount(question, text), 'notANumber');
		case 'digits':
			return from(hearDigits(text), 'notDigits');
		case 'time':
			return from(hearTime(text), 'notATime');
		case 'yesNo':
			return from(hearYesNo(text), 'notYesOrNo');
		case 'choice':
			return chosen(question.options, text);
		case 'name':
			return { ok: true, value: withCapitals(text) };
		default:
			return { ok: true, value: text };
	}
}

/** A count, or money where the question counts đồng. */
export function hearAmount(
	{ unit }: { readonly unit?: string },
	text: string,
): Heard<string | number> {
	if (unit !== 'đồng') return hearNumber(text);
	const heard = hearMoney(text);
	return heard.ok && heard.currency ? { ok: false, reason: 'not-understood' } : heard;
}

const from = (heard: Heard<string | number | boolean>, reason: WrongAnswer): Read =>
	heard.ok ? heard : { ok: false, reason };

/** By the stored value too, as a screen's buttons give it. */
function chosen(options: readonly { value: string; label: string }[], text: string): Read {
	if (options.some(({ value }) => value === text)) return { ok: true, value: text };
	const heard = hearChoice(
		text,
		options.map(({ label }) => label),
	);
	const option = heard.ok && options.find(({ label }) => label === heard.value);
	return option
		? { ...heard, ok: true, value: option.value }
		: { ok: false, reason: 'notAnOption' };
}

const controls = /[\p{Cc}\u202D\u202E\uFFFE\uFFFF]/gu;

function tidyText(question: PlainQuestion, typed: string): string {
	const manyLines = question.kind === 'longText' || question.kind === 'address';
	const lines = manyLines ? typed.split(/\r\n|[\n\r\u2028\u2029]/) : [typed];
	return lines
		.map((line) => tidy(line.replace(/[\t\n\r]/g, ' ').replace(controls, '')))
		.join('\n')
		.trim();
}
