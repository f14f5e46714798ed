/** An expected failure is a value, not an exception: `reason` is a key of the table that says what a person sees and hears. */
export type Result<T, Reason extends string = string> =
	{ readonly ok: true; readonly value: T } | Failure<Reason>;

export interface Failure<Reason extends string = string> {
	readonly ok: false;
	readonly reason: Reason;
	/** for the operator's log: no personal data */
	readonly detail?: string;
}

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export function fail<Reason extends string>(reason: Reason, detail?: string): Failure<Reason> {
	return detail === undefined ? { ok: false, reason } : { ok: false, reason, detail };
}
