import { publishCatalogue } from '#lib/server/index.ts';
import { printJson, showProgress } from './output.ts';

/** `motcua publish`: database and starter into packs; prints the release. */
export async function runPublish(): Promise<void> {
	await printJson(
		await publishCatalogue((chunks, of) => showProgress(`${chunks} of ${of} chunks written`)),
	);
}
