import { speechThreshold } from './levels.ts';

export interface Endpointer {
	/** @param level of the next 20 ms */
	hear(level: number): 'waiting' | 'speaking' | 'ended';
}

/** Somebody speaks when this much of it is loud without a gap: 100 ms, or a click would be a word. */
const spokenFrames = 5;
/** The person is done after 800 ms of quiet: people stop for breath within a phrase. */
const quietFrames = 40;
/** A closed list has no phrase of more than 10 s. */
const longestFrames = 500;
/** Below −56 dB nothing is speech, however quiet the room. */
const faintest = 0.0015;

/**
 * Finds the end of an utterance while it is spoken, whatever noise the room has. All frames are judged anew at each one:
 * who speaks at once leaves the room's noise to be known only afterwards.
 */
export function createEndpointer(): Endpointer {
	const levels: number[] = [];
	return {
		hear(level) {
			levels.push(level);
			const threshold = Math.max(faintest, speechThreshold(levels));
			const begun = firstRun(levels, threshold);
			if (begun < 0) return 'waiting';
			const quiet = levels.length - 1 - levels.findLastIndex((one) => one > threshold);
			const tooLong = levels.length - begun >= longestFrames;
			return quiet >= quietFrames || tooLong ? 'ended' : 'speaking';
		},
	};
}

/** Where it is loud for `spokenFrames` without a gap for the first time, or -1. */
function firstRun(levels: readonly number[], threshold: number): number {
	let run = 0;
	for (const [at, level] of levels.entries()) {
		run = level > threshold ? run + 1 : 0;
		if (run === spokenFrames) return at + 1 - run;
	}
	return -1;
}
