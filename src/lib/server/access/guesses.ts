import type { Database } from '../db/schema.ts';

/** Wrong ones in a row before there is a wait. */
const free = 5;
const firstWaitMs = 15 * 60_000;
const longestWaitMs = 24 * 3_600_000;

/** So long nothing is tried after so many wrong guesses: 15 minutes, 30, 60 … a day. @returns milliseconds */
export const waitAfter = (guesses: number): number =>
	guesses < free ? 0 : Math.min(firstWaitMs * 2 ** (guesses - free), longestWaitMs);

/**
 * Counts a guess before it is looked at, so that many at once are as good as many in a row. A code that no dossier has
 * is counted all the same.
 * @param now ISO 8601, UTC
 * @returns 0, or after how many seconds the next guess may come
 */
export const claimGuess = (db: Database, code: string, now: string): Promise<number> =>
	db.transaction().execute(async (transaction) => {
		const row = await transaction
			.selectFrom('wrong_guesses')
			.select(['guesses', 'last_at'])
			.where('code', '=', code)
			.executeTakeFirst();
		const guesses = row?.guesses ?? 0;
		const wait = row ? waitAfter(guesses) - (Date.parse(now) - Date.parse(row.last_at)) : 0;
		if (wait > 0) return Math.ceil(wait / 1000);
		const next = { guesses: guesses + 1, last_at: now };
		await transaction
			.insertInto('wrong_guesses')
			.values({ code, ...next })
			.onConflict((conflict) => conflict.column('code').doUpdateSet(next))
			.execute();
		return 0;
	});

/** The guess was right. */
export async function forgetGuesses(db: Database, code: string): Promise<void> {
	await db.deleteFrom('wrong_guesses').where('code', '=', code).execute();
}
