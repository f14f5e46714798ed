import { putDossier } from '#lib/server/index.ts';
import type { RequestHandler } from './$types';

export const PUT: RequestHandler = ({ request, params, getClientAddress }) =>
	putDossier(request, params.id, getClientAddress());
