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

const systemReasons: Readonly<Record<string, string>> = {
	ENOSPC: 'the disk is full',
	EDQUOT: 'the disk quota is used up',
	EACCES: 'permission denied',
	EPERM: 'permission denied',
	EROFS: 'the file system is read-only',
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
	if (!(error instanceof Error) || !('code' in error)) return undefined;
	const reason = systemReasons[String(error.code)];
	const path = 'path' in error && typeof error.path === 'string' ? `${error.path}: ` : '';
	return reason && `${path}${reason}`;
}
