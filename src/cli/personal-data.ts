import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { copyDossier, eraseByOperator, pathOfFile, purgeOverdue } from '#lib/server/index.ts';
import { CommandFailure, printJson } from './output.ts';

/** `motcua copy <code> <directory>`: everything that is kept about a dossier, for the person it is about. */
export async function runCopy(code: string, directory: string): Promise<void> {
	const copy = await copyDossier(code);
	if (!copy) throw unknown(code);
	await mkdir(directory, { recursive: true });
	await writeFile(join(directory, 'dossier.json'), `${JSON.stringify(copy, null, '\t')}\n`);
	// By their ids: the names people give are no file names.
	for (const { id, sha256, type } of copy.attachments)
		await copyFile(
			pathOfFile(sha256),
			join(directory, `${id}.${type.split('/')[1]?.replace(/[^a-z]/g, '') ?? 'bin'}`),
		);
	await printJson({ code: copy.code, files: copy.attachments.length, directory });
}

/** `motcua erase <code> --reason TEXT`: a dossier's content, whatever its state. */
export async function runErase(code: string, { reason }: { reason: string }): Promise<void> {
	const outcome = await eraseByOperator(code, reason);
	if (outcome === 'unknown') throw unknown(code);
	await printJson({ code, erased: true, before: outcome === 'erased-before' });
}

/** `motcua purge [--dry-run]`: what the retention periods are over for. */
export async function runPurge({ dryRun }: { dryRun?: boolean }): Promise<void> {
	await printJson({ dryRun: dryRun === true, ...(await purgeOverdue(dryRun ? { dryRun } : {})) });
}

const unknown = (code: string) => new CommandFailure(`no dossier has the code ${code}`);
