import type { Heard, ListenResult } from './engine.ts';

export interface TurnPorts {
	/** one utterance, with all that comes before it */
	listen(): Promise<ListenResult>;
	/** what follows from it; settles when the app has finished speaking */
	answer(heard: Heard): Promise<unknown>;
	/** Hands-free: may the microphone open again without a tap? Asked after each turn. */
	mayGoOn(): boolean;
}

/** Two utterances in a row that were none end listening: nobody is there, or the room is too loud. */
const mostSilent = 2;

/**
 * Turn after turn, hands-free, until the person stops it, leaves, or says nothing. Where it may not go on, one turn.
 * @returns the last turn's result
 */
export async function takeTurns({ listen, answer, mayGoOn }: TurnPorts): Promise<ListenResult> {
	for (let silent = 0; ;) {
		const result = await listen();
		if (result.ok) {
			silent = 0;
			await answer(result.value);
		} else {
			silent += 1;
			const misheard = result.reason === 'no-speech' || result.reason === 'no-match';
			if (!misheard || silent >= mostSilent) return result;
		}
		if (!mayGoOn()) return result;
	}
}

export interface OpeningPorts {
	/** Silences the app. @returns whether it was speaking */
	hush(): boolean;
	sleep(ms: number): Promise<unknown>;
	/** the short sound that says: now */
	signal(): Promise<unknown>;
}

/** The room, and an iPhone's loudspeaker, need this long after the app has spoken. */
const settleMs = 300;

/** Speak, then listen, never both: what comes before the microphone opens. */
export async function beforeListening({ hush, sleep, signal }: OpeningPorts): Promise<void> {
	if (hush()) await sleep(settleMs);
	await signal();
}
