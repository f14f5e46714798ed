import { existsSync } from 'node:fs';
import { backUpTo, checkReceived, restoreFrom } from '#lib/server/index.ts';
import { CommandFailure, Finding, printJson } from './output.ts';

/** `motcua backup <target>`: everything that must not be lost, while the server runs. */
export async function runBackup(target: string): Promise<void> {
	if (existsSync(target))
		throw new CommandFailure(`${target}: a file of that name is in the way`, { cause: 'file' });
	const { at, tables, files } = await backUpTo(target);
	await printJson({ at, dossiers: tables.dossiers ?? 0, files, target });
}

/** `motcua restore <source>`: a backup into an empty DATA_DIR and database, and the check of all that came. */
export async function runRestore(source: string): Promise<void> {
	const outcome = await restoreFrom(source);
	if (!outcome.ok) throw new CommandFailure(outcome.line, { cause: 'file' });
	const checked = await checkReceived();
	if (!checked.ok) throw new Finding(checked.line);
	const { at, tables, files } = outcome.manifest;
	await printJson({ at, dossiers: tables.dossiers ?? 0, files, checked: checked.checked });
}
