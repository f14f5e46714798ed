import { openApi } from '#lib/server/index.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = () =>
	Response.json(openApi, { headers: { 'cache-control': 'no-cache' } });
