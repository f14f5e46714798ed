import {
	hearAddress,
	hearChoice,
	hearCommune,
	hearDate,
	hearDigits,
	hearId,
	hearName,
	hearPhone,
	hearProvince,
	hearTime,
	hearYesNo,
	tidy,
	type Heard,
	type NotHeard,
	type UnitIndex,
} from '#lib/vietnamese/index.ts';
import { hearAmount, parseAnswer, type FormContext, type PlainQuestion } from '#lib/forms/index.ts';
import type { Value } from '../dialogue/agenda.ts';
import { hearCode } from './spoken-code.ts';
import { hearEmail } from './spoken-email.ts';

export interface AnswerContext {
	readonly form: FormContext;
	readonly units: UnitIndex;
	/** full name of a unit by its code: "Xã Mường Phăng, Tỉnh Điện Biên" */
	readonly unitName: (code: string) => string | undefined;
	/** `YYYY-MM-DD` */
	readonly today: string;
	/** what to do about what was understood but is no answer */
	readonly reasons: Readonly<Partial<Record<NotHeard, string>>>;
	/** a date as it is shown */
	readonly sayDate: (iso: string) => string;
}

export type HeardAnswer =
	| { readonly ok: true; readonly value: Value; readonly sure: boolean }
	| { readonly ok: false; readonly reason: 'not-understood' | 'none' | 'dont-know' | 'skip' }
	| { readonly ok: false; readonly reason: 'invalid'; readonly message: string }
	| {
			readonly ok: false;
			readonly reason: 'ambiguous';
			readonly offers: readonly { readonly label: string; readonly value: Value }[];
	  };

/** What was said as an answer to this question. What comes out is always valid for it. */
export function hearAnswer(
	question: PlainQuestion,
	text: string,
	context: AnswerContext,
): HeardAnswer {
	const heard = hearKind(question, text, context);
	if (!heard.ok) return heard;
	// What the form itself accepts decides: the same check as for the keyboard.
	const checked = parseAnswer(question, written(question, heard.value), context.form);
	if (!checked.ok) return { ok: false, reason: 'invalid', message: checked.message };
	return { ok: true, value: checked.value, sure: heard.sure };
}

const written = (question: PlainQuestion, value: Value): string =>
	question.kind === 'yesNo' ? (value ? 'có' : 'không') : String(value);

function hearKind(question: PlainQuestion, text: string, context: AnswerContext): HeardAnswer {
	const plain = (value: Value) => ({ label: String(value), value });
	switch (question.kind) {
		case 'name':
			return settle(hearName(text), context, plain);
		case 'idNumber':
			return settle(hearId(text), context, plain, context.form.messages.wrong.notAnIdNumber);
		case 'phone':
			return settle(hearPhone(text), context, plain, context.form.messages.wrong.notAPhone);
		case 'yesNo':
			return settle(hearYesNo(text), context, plain);
		case 'number':
			return settle(hearAmount(question, text), context, plain);
		case 'digits':
			return settle(hearDigits(text), context, plain);
		case 'time':
			return settle(hearTime(text), context, plain);
		case 'choice': {
			const labels = question.options.map(({ label }) => label);
			const valueOf = (label: string) =>
				question.options.find((option) => option.label === label)?.value ?? '';
			return settle(hearChoice(text, labels), context, (label) => ({
				label,
				value: valueOf(label),
			}));
		}
		case 'date':
		case 'birthDate':
			return hearDay(question, text, context);
		case 'unit':
			return hearUnit(question.level, text, context);
		default:
			return nothing(text) ?? hearFree(question, text, context);
	}
}

type Offered = { readonly label: string; readonly value: Value };

function settle<T, C = T>(
	heard: Heard<T, C>,
	context: AnswerContext,
	offer: (value: T | C) => Offered,
	wrongLength?: string,
): HeardAnswer {
	if (heard.ok) return { ok: true, value: offer(heard.value).value, sure: !heard.confirm };
	const { reason, choices } = heard;
	if (choices && choices.length > 0 && choices.every((one) => typeof one !== 'boolean'))
		return { ok: false, reason: 'ambiguous', offers: choices.map(offer) };
	if (reason === 'none' || reason === 'dont-know' || reason === 'skip')
		return { ok: false, reason };
	const message = reason === 'wrong-length' ? wrongLength : context.reasons[reason];
	return message
		? { ok: false, reason: 'invalid', message }
		: { ok: false, reason: 'not-understood' };
}

function hearDay(
	question: Extract<PlainQuestion, { kind: 'date' | 'birthDate' }>,
	text: string,
	context: AnswerContext,
): HeardAnswer {
	const { today, sayDate, reasons, form } = context;
	const heard = hearDate(text, { today });
	const offer = (value: string) => ({ label: sayDate(value), value });
	if (!heard.ok && question.kind === 'birthDate' && heard.choices) {
		// Nobody is born on a day to come.
		const past = heard.choices.filter((day) => day <= today);
		if (past.length === 1) return { ok: true, value: past[0] as string, sure: false };
	}
	if (!heard.ok) return settle<string>(heard, context, offer);
	const invalid = (message: string): HeardAnswer => ({ ok: false, reason: 'invalid', message });
	if (question.kind === 'birthDate' && heard.value > today)
		return invalid(form.messages.wrong.notADate);
	if (heard.value.length < 10 && !question.partial)
		return invalid(reasons.incomplete ?? form.messages.wrong.notADate);
	return settle<string>(heard, context, offer);
}

/**
 * A commune or a province, by the names of today or of before July 2025. Where a province decides, the commune somebody
 * lives in says which; where a commune decides, a province alone is not enough.
 */
export function hearUnit(
	level: 'province' | 'commune' | 'either',
	text: string,
	context: AnswerContext,
): HeardAnswer {
	const { units, unitName } = context;
	const offer = ({ code, name }: { readonly code: string; readonly name: string }) => ({
		label: unitName(code) ?? name,
		value: code,
	});
	const province = settle(hearProvince(text, units), context, offer);
	if (level === 'province' && province.ok) return province;
	const commune = settle(hearCommune(text, units), context, offer);
	if (level === 'province') {
		const itsProvince = commune.ok && unitName(String(commune.value))?.split(', ').at(-1);
		return itsProvince ? settle(hearProvince(itsProvince, units), context, offer) : province;
	}
	if (commune.ok || !province.ok) return commune;
	if (level === 'commune')
		return commune.reason === 'ambiguous'
			? commune
			: { ok: false, reason: 'invalid', message: context.form.messages.wrong.notAUnit };
	if (commune.reason !== 'ambiguous') return province;
	const code = String(province.value);
	return { ...commune, offers: [offer({ code, name: code }), ...commune.offers] };
}

const kept = ['none', 'dont-know', 'skip'] as const;

/** "Không có", "không biết", "bỏ qua": as little as that is never the text itself. */
function nothing(text: string): HeardAnswer | undefined {
	const heard = hearDigits(text);
	const reason = heard.ok ? undefined : kept.find((one) => one === heard.reason);
	return reason && { ok: false, reason };
}

function hearFree(question: PlainQuestion, text: string, context: AnswerContext): HeardAnswer {
	const said = tidy(text).replace(/[.,;:!?]+$/u, '');
	if (said === '') return { ok: false, reason: 'not-understood' };
	if (question.kind === 'email') {
		const address = hearEmail(said);
		return address
			? { ok: true, value: address, sure: false }
			: { ok: false, reason: 'invalid', message: context.form.messages.wrong.notAnEmail };
	}
	if (question.kind === 'address') return hearPlace(said, context);
	const code = question.kind === 'text' && question.spelled ? hearCode(said) : undefined;
	if (code !== undefined) return { ok: true, value: code, sure: true };
	const usual = 'suggestions' in question ? (question.suggestions ?? []) : [];
	const chosen = usual.length > 0 ? hearChoice(said, usual) : undefined;
	if (chosen?.ok) return { ok: true, value: chosen.value, sure: true };
	return { ok: true, value: sentence(said), sure: true };
}

function hearPlace(said: string, { units, unitName }: AnswerContext): HeardAnswer {
	const heard = hearAddress(said, units);
	const whole = (address: {
		readonly line: string;
		readonly commune: { readonly code: string };
	}) => {
		const value = [address.line, unitName(address.commune.code)].filter(Boolean).join(', ');
		return { label: value, value };
	};
	if (heard.ok) return { ok: true, value: whole(heard.value).value, sure: true };
	if (heard.choices && heard.choices.length > 0)
		return { ok: false, reason: 'ambiguous', offers: heard.choices.map(whole) };
	// A house without its commune, or a place in another country: as it was said.
	return { ok: true, value: sentence(said), sure: true };
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
