/** What is advised, and what was seen last. */
export interface Steady<T> {
	readonly shown: T | undefined;
	readonly last: T | undefined;
}

export const nothingYet = { shown: undefined, last: undefined } as const;

/** Advice changes when the same is seen twice running: one picture in a hand's tremor says nothing. */
export const seen = <T>({ shown, last }: Steady<T>, now: T): Steady<T> => ({
	shown: now === last ? now : shown,
	last: now,
});
