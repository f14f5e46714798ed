import { getFile } from '#lib/server/index.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ request, params, getClientAddress }) =>
	getFile(request, params.id, params.attachment, getClientAddress());
