import { publicKeys } from '#lib/server/index.ts';
import type { RequestHandler } from './$types';

/** The JWK set that receipts are verified with and files are sealed to. */
export const GET: RequestHandler = async () =>
	Response.json(await publicKeys(), {
		headers: { 'content-type': 'application/jwk-set+json', 'cache-control': 'max-age=3600' },
	});
