import { dossierCounts, statistics } from '#lib/server/index.ts';
import { printJson } from './output.ts';

/** `motcua stats`: what is imported, published and received, and what the importer noticed. */
export async function runStats(): Promise<void> {
	await printJson({ ...(await statistics()), dossiers: await dossierCounts() });
}
