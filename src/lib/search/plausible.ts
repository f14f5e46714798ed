import type { Ranked } from './rank.ts';

/** What scores less than this share of the best is a chance likeness. */
const worthShowing = 0.3;
/** So much of what was said must surely be in the best hit … */
const leastEvidence = 0.44;
/** … or, of a long story, so many telling words (their summed inverse document frequency). */
const muchEvidence = 10;
const leastOfStory = 0.2;

/**
 * The ranked entries that are worth showing. Where even the best holds too little of what was said – single words out
 * of their company, other marks than those typed – nothing was meant that is here.
 * @param worth what the words said are worth together
 */
export function plausible<T extends Ranked>(ranked: readonly T[], worth: (one: T) => number): T[] {
	const likely = ranked.filter(
		(one) =>
			one.evidence >= leastEvidence ||
			(one.evidence >= leastOfStory && one.evidence * worth(one) >= muchEvidence),
	);
	const least = (likely[0]?.score ?? 0) * worthShowing;
	return likely.filter(({ score }) => score >= least);
}
