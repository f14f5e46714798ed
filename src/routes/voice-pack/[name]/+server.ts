import { voicePackDirectory, voicePackFile, voicePackManifest } from '#lib/server/index.ts';
import type { RequestHandler } from './$types';

/** The operator's voice pack for listening offline: its manifest, and its files. 404 where there is none. */
export const GET: RequestHandler = async ({ params }) => {
	const directory = voicePackDirectory(process.env);
	if (!directory) return notFound();
	if (params.name === 'manifest.json') {
		const manifest = await voicePackManifest(directory);
		const headers = { 'cache-control': 'no-cache' };
		return manifest ? Response.json(manifest, { headers }) : notFound();
	}
	const content = await voicePackFile(directory, params.name);
	if (!content) return notFound();
	// Kept by the phone itself, once checked: a browser's cache must not hand out yesterday's pack.
	const headers = { 'content-type': 'application/octet-stream', 'cache-control': 'no-cache' };
	return new Response(new Uint8Array(content), { headers });
};

const notFound = () =>
	Response.json({ reason: 'not-found' }, { status: 404, headers: { 'cache-control': 'no-store' } });
