import { health, readPack } from '#lib/server/index.ts';
import type { RequestHandler } from './$types';

/** For balancers and watchers: 200 when this process can serve, else 503. */
export const GET: RequestHandler = async () => {
	const { ok, database, catalogue } = await health();
	return Response.json(
		{
			status: ok ? 'ok' : 'unavailable',
			database: database ? 'ok' : 'unreadable',
			version: catalogue,
			procedures: await publishedProcedures(),
		},
		{ status: ok ? 200 : 503, headers: { 'cache-control': 'no-store' } },
	);
};

async function publishedProcedures(): Promise<number> {
	try {
		const manifest = await readPack('manifest.json', false);
		const { procedures } = JSON.parse(manifest?.body.toString() ?? '{}') as { procedures?: number };
		return procedures ?? 0;
	} catch {
		return 0;
	}
}
