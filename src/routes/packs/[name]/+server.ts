import { createHash } from 'node:crypto';
import { tailHeader } from '#lib/catalogue/index.ts';
import { readPack, readPackTail } from '#lib/server/index.ts';
import type { RequestHandler } from './$types';

const acceptsBrotli = (header: string | null) =>
	/\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(header ?? '');

/** The manifest and what is new in it, asked for each time and mostly unchanged (304), and packs, which never change. */
export const GET: RequestHandler = async ({ params, request, url }) => {
	const brotli = acceptsBrotli(request.headers.get('accept-encoding'));
	const from = Number(url.searchParams.get('from'));
	const rest = await readPackTail(params.name, from, brotli);
	if (rest) {
		// 206 answers a Range request, which counts encoded bytes. No cache may keep this: one that leaves out the query
		// would give it to who wants the whole.
		const headers = { 'cache-control': 'no-store', [tailHeader]: `${from}` };
		return answer(rest, brotli ? 'br' : undefined, headers);
	}
	const pack = await readPack(params.name, brotli);
	if (!pack) {
		const headers = { 'cache-control': 'no-store' };
		return Response.json({ reason: 'not-found' }, { status: 404, headers });
	}
	// Nobody asks whether it has changed.
	if (pack.immutable)
		return answer(pack.body, pack.encoding, {
			'cache-control': 'public, max-age=31536000, immutable',
		});
	const etag = `W/"${createHash('sha256').update(pack.body).digest('base64url')}"`;
	const headers = { 'cache-control': 'no-cache', etag };
	const same = request.headers.get('if-none-match') === etag;
	return answer(same ? undefined : pack.body, pack.encoding, headers);
};

/** @param body none: it has not changed */
function answer(body: Buffer | undefined, encoding: 'br' | undefined, init: HeadersInit) {
	const headers = new Headers(init);
	headers.set('content-type', 'application/json');
	headers.set('vary', 'accept-encoding');
	if (!body) return new Response(null, { status: 304, headers });
	headers.set('content-length', `${body.length}`);
	if (encoding) headers.set('content-encoding', encoding);
	return new Response(new Uint8Array(body), { headers });
}
