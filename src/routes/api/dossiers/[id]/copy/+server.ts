import { getCopy } from '#lib/server/index.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ request, params, getClientAddress }) =>
	getCopy(request, params.id, getClientAddress());
