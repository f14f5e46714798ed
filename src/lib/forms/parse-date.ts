import { hearDate } from '#lib/vietnamese/index.ts';

export type ParsedDate =
	| {
			readonly ok: true;
			readonly value: string;
			/** the century was guessed from two digits: ask before it is kept */
			readonly confirm?: true;
	  }
	| { readonly ok: false; readonly reason: 'notADate' | 'noSuchDay' };

/**
 * A date as people type or say it, day first: "12/4/2026", "12 tháng 4 năm 2026", "mùng hai tháng chín năm chín mươi", or ISO.
 * With `partial` also "4/1990", "tháng 4 năm 1990" and "1990". Without a clock: "hôm qua" and a day without its year are none.
 */
export function parseDate(typed: string, { partial = false } = {}): ParsedDate {
	const heard = hearDate(typed);
	if (!heard.ok)
		return { ok: false, reason: heard.reason === 'no-such-day' ? 'noSuchDay' : 'notADate' };
	const isWhole = heard.value.length === 'YYYY-MM-DD'.length;
	return isWhole || partial ? heard : { ok: false, reason: 'notADate' };
}
