import { createHash } from 'node:crypto';
import { readPack } from '#lib/server/index.ts';
import type { RequestHandler } from './$types';

const acceptsBrotli = (header: string | null) =>
	/\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(header ?? '');

/** The manifest, asked for each time and mostly unchanged (304), and packs, which never change. */
export const GET: RequestHandler = async ({ params, request }) => {
	const brotli = acceptsBrotli(request.headers.get('accept-encoding'));
	const pack = await readPack(params.name, brotli);
	if (!pack) {
		const headers = { 'cache-control': 'no-store' };
		return Response.json({ reason: 'not-found' }, { status: 404, headers });
	}
	const etag = pack.immutable
		? `W/"${params.name}"`
		: `W/"${createHash('sha256').update(pack.body).digest('base64url')}"`;
	const headers = new Headers({
		'content-type': 'application/json',
		'cache-control': pack.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
		vary: 'accept-encoding',
		etag,
	});
	if (request.headers.get('if-none-match') === etag) {
		return new Response(null, { status: 304, headers });
	}
	headers.set('content-length', `${pack.body.length}`);
	if (pack.encoding) headers.set('content-encoding', pack.encoding);
	return new Response(new Uint8Array(pack.body), { headers });
};
