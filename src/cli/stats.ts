import { statistics } from '#lib/server/index.ts';
import { printJson } from './output.ts';

/** `motcua stats`: what is imported and published, and what the importer noticed. */
export async function runStats(): Promise<void> {
	await printJson({ ...(await statistics()), dossiers: {} });
}
