import { once } from 'node:events';

/** A command could not do its work, for a reason its operator can change. Never thrown for a bug. */
export class CommandFailure extends Error {}

/** What a checking command looked for and found: one line, exit code 1. */
export class Finding extends Error {}

/** One JSON value on one line of stdout; waits while the reader is slower. */
export async function printJson(value: unknown): Promise<void> {
	await printText(JSON.stringify(value));
}

/** One line on stdout; waits while the reader is slower. */
export async function printText(line: string): Promise<void> {
	if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
}

/** One line on stderr. */
export function printLine(line: string): void {
	clearProgress();
	process.stderr.write(`${line}\n`);
}

let progressShown = false;

/** A line that the next one overwrites; only where a person is watching. */
export function showProgress(text: string): void {
	if (!process.stderr.isTTY) return;
	progressShown = true;
	process.stderr.write(`\r\u001b[K${text}`);
}

export function clearProgress(): void {
	if (progressShown) process.stderr.write('\r\u001b[K');
	progressShown = false;
}

/** A reader that has seen enough (`| head`) is no error; a full disk behind `>` is one. */
export function watchStdout(): void {
	process.stdout.on('error', (error: NodeJS.ErrnoException) => {
		if (error.code === 'EPIPE') process.exit();
		process.stderr.write(`motcua: cannot write the answer: ${error.message}\n`);
		process.exit(2);
	});
	// Nobody reads the log any more: the work goes on.
	process.stderr.on('error', () => undefined);
}
