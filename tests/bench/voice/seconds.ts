export interface Said {
	readonly said: string;
	/** what the app says before or after it */
	readonly answer: string;
}

const syllables = (text: string) => text.split(/\s+/).filter(Boolean).length;

/** What talking takes: the app at 4.5 syllables a second, a person at 3.5, and 0.8 s to begin. */
export const secondsOf = (turns: readonly Said[]) =>
	turns.reduce(
		(sum, { said, answer }) => sum + syllables(answer) / 4.5 + syllables(said) / 3.5 + 0.8,
		0,
	);
