import { checkReceived } from '#lib/server/index.ts';
import { Finding, printJson } from './output.ts';

/** `motcua check`: verifies the audit log, every dossier and every file; ends with 1 and the first place that is wrong. */
export async function runCheck(): Promise<void> {
	const outcome = await checkReceived();
	if (!outcome.ok) throw new Finding(outcome.line);
	await printJson(outcome.checked);
}
