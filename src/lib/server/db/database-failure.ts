interface SqliteError {
	readonly code: 'ERR_SQLITE_ERROR';
	/** https://sqlite.org/rescode.html, extended */
	readonly errcode: number;
}

const isSqliteError = (error: unknown): error is SqliteError =>
	error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR';

const primaryCode = (error: unknown) => (isSqliteError(error) ? error.errcode & 0xff : undefined);

/** Another process holds the lock (SQLITE_BUSY, SQLITE_LOCKED). */
export const isBusy = (error: unknown) => [5, 6].includes(primaryCode(error) ?? 0);

/** The statement names a table that is not there. */
export const isMissingTable = (error: unknown): boolean =>
	error instanceof Error &&
	(('code' in error && error.code === '42P01') || error.message.startsWith('no such table'));

const sqliteReasons: Readonly<Record<number, string>> = {
	5: 'the database is locked by another process',
	6: 'the database is locked by another process',
	8: 'the database cannot be written: it is read-only',
	10: 'the database cannot be read or written: input/output error',
	11: 'the database file is damaged',
	13: 'the disk is full',
	14: 'the database file cannot be opened',
	26: 'the database file is not an SQLite database',
};

/** https://www.postgresql.org/docs/15/errcodes-appendix.html, whole or by their class */
const postgresReasons: Readonly<Record<string, string>> = {
	'08': 'the connection to the database was lost',
	'28': 'the database refuses the user or the password of DATABASE_URL',
	'3D000': 'the database of DATABASE_URL does not exist',
	'40': 'the database gave a transaction up because of another one',
	'42501': 'the database user of DATABASE_URL lacks the rights',
	'53100': 'the disk of the database is full',
	'53200': 'the database is out of memory',
	'53300': 'the database has too many connections',
	'53400': 'the database has too many connections',
	'55P03': 'the database is locked by another process',
	'57P': 'the database is shutting down or starting',
	'58': 'the database cannot be read or written: input/output error',
	XX001: 'the database is damaged',
	XX002: 'the database is damaged',
};

const postgresReason = (code: string) =>
	/^[0-9A-Z]{5}$/.test(code)
		? (postgresReasons[code] ??
			postgresReasons[code.slice(0, 3)] ??
			postgresReasons[code.slice(0, 2)])
		: undefined;

/** What `pg` says without any code. */
const lostConnection =
	/^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

const systemReasons: Readonly<Record<string, string>> = {
	ENOSPC: 'the disk is full',
	EDQUOT: 'the disk quota is used up',
	EACCES: 'permission denied',
	EPERM: 'permission denied',
	EROFS: 'the file system is read-only',
	ECONNREFUSED: 'the database server cannot be reached',
	ECONNRESET: 'the connection to the database was lost',
	ENOTFOUND: 'the database server cannot be found',
	ETIMEDOUT: 'the database server cannot be reached',
	EMFILE: 'too many open files',
	EIO: 'input/output error',
	ENOENT: 'no such file or directory',
	ENOTDIR: 'a part of the path is not a directory',
	EEXIST: 'a file of that name is in the way',
	EISDIR: 'it is a directory',
};

/**
 * What the database or the file system refused, as one line of English for the operator.
 * @returns `undefined` for what is not such a refusal: a bug
 */
export function explainSystemFailure(error: unknown): string | undefined {
	const primary = primaryCode(error);
	if (primary !== undefined) return sqliteReasons[primary];
	if (!(error instanceof Error)) return undefined;
	if (lostConnection.test(error.message)) return 'the connection to the database was lost';
	if (!('code' in error)) return undefined;
	const code = String(error.code);
	const reason = systemReasons[code] ?? postgresReason(code);
	const path = 'path' in error && typeof error.path === 'string' ? `${error.path}: ` : '';
	return reason && `${path}${reason}`;
}
