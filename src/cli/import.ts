import { importFiles } from '#lib/server/index.ts';
import { CommandFailure, printJson, printLine, showProgress } from './output.ts';

/** `motcua import <file…>`: official exports into the database; prints the counts. */
export async function runImport(files: readonly string[]): Promise<void> {
	const interrupt = new AbortController();
	const stop = () => interrupt.abort(new CommandFailure('interrupted, nothing was changed'));
	process.once('SIGINT', stop).once('SIGTERM', stop);
	try {
		const outcome = await importFiles(files, {
			onBroken: printLine,
			onProgress: (records) => showProgress(`${records} records read`),
			signal: interrupt.signal,
		});
		if (!outcome.ok) throw new CommandFailure(outcome.line, { cause: 'file' });
		await printJson(outcome.counts);
	} catch (error) {
		// A stream that is torn down mid-read throws its own error: the reason for it is the signal's.
		interrupt.signal.throwIfAborted();
		throw error;
	} finally {
		process.off('SIGINT', stop).off('SIGTERM', stop);
	}
}
