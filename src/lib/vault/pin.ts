/** A PIN is short: it has digits enough to be more than a birthday, and wrong ones cost time. */
export const pinLength = 6;
/** So many wrong ones are forgiven as slips. */
const free = 5;
const firstWaitMs = 30_000;
const longestWaitMs = 3_600_000;

/** What is too easily guessed is refused when it is chosen: one digit again and again, a run. */
export function pinTrouble(pin: string): 'short' | 'easy' | undefined {
	if ([...pin].length < pinLength) return 'short';
	const codes = [...pin].map((sign) => sign.codePointAt(0) ?? 0);
	const steps = new Set(codes.slice(1).map((code, at) => code - (codes[at] ?? 0)));
	const [step] = steps;
	return steps.size === 1 && step !== undefined && Math.abs(step) <= 1 ? 'easy' : undefined;
}

/** How long after the last of `failed` wrong PINs the next may be tried, in milliseconds. */
export const pinWaitMs = (failed: number): number =>
	failed < free ? 0 : Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(failed - free, 20));
