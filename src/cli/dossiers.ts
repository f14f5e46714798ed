import { receivedDossiers } from '#lib/server/index.ts';
import { printJson } from './output.ts';

/** `motcua dossiers`: what was received, oldest first, as it is read. */
export async function runDossiers(): Promise<void> {
	for await (const dossier of receivedDossiers()) await printJson(dossier);
}
