/** Why an answer gave no value. Each has its own next question; none is an error of the program. */
export type NotHeard =
	| 'empty'
	| 'dont-know'
	| 'none'
	| 'skip'
	| 'not-understood'
	/** several meanings: ask with the choices */
	| 'ambiguous'
	/** "vài", "đầu tháng", "tuần sau": ask for the exact value */
	| 'vague'
	/** "từ … đến …", "dưới …": one value is wanted */
	| 'range'
	/** "hai củ": the amount is known but said so loosely that it is asked back */
	| 'slang'
	| 'too-large'
	/** a day by the lunar calendar, never converted silently */
	| 'lunar'
	| 'no-such-day'
	| 'no-such-time'
	/** day and month without the year, or the day without its month */
	| 'incomplete'
	/** weekday and date, or hour and part of the day, do not go together */
	| 'contradiction'
	/** a word like "hôm qua" where the day of today is not known */
	| 'needs-today'
	/** "mười hai", "một trăm" among digits: to be said digit by digit */
	| 'say-digits'
	| 'wrong-length'
	/** there are no districts since July 2025: ask for the commune */
	| 'no-district';

export type Heard<Value, Choice = Value> =
	| {
			readonly ok: true;
			readonly value: Value;
			/** heard by a house rule that may be wrong (a century, an hour without its half of the day): say it back and ask */
			readonly confirm?: true;
	  }
	| { readonly ok: false; readonly reason: NotHeard; readonly choices?: readonly Choice[] };

export const heard = <Value>(value: Value): Heard<Value, never> => ({ ok: true, value });

export const confirmed = <Value>(value: Value): Heard<Value, never> => ({
	ok: true,
	value,
	confirm: true,
});

export function notHeard<Choice = never>(
	reason: NotHeard,
	choices: readonly Choice[] = [],
): Heard<never, Choice> {
	return choices.length > 0 ? { ok: false, reason, choices } : { ok: false, reason };
}

/** One meaning is the value, several are choices, none is the reason given. */
export function oneOf<Value>(values: readonly Value[], otherwise: NotHeard): Heard<Value> {
	const [first, ...others] = [...new Set(values)];
	if (first === undefined) return notHeard(otherwise);
	return others.length === 0 ? heard(first) : notHeard('ambiguous', [first, ...others]);
}
