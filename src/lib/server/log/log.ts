/** Numbers, ids, names of routes and reasons: never an address, a code, a name or what a person wrote. */
export type LogFields = Readonly<Record<string, string | number | boolean>>;

/** @param event what happened, in the words of code: `dossier-not-taken` */
export type Log = (event: string, fields?: LogFields) => void;

/**
 * One line of JSON for each event: `{"at":"…","event":"answer",…}`.
 * @param write takes a line with its end
 * @param now ISO 8601, UTC
 */
export const jsonLog =
	(write: (line: string) => void, now: () => string): Log =>
	(event, fields = {}) =>
		write(`${JSON.stringify({ at: now(), event, ...fields })}\n`);
