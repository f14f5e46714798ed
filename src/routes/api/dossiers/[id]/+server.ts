import { deleteDossier, getDossier, putDossier } from '#lib/server/index.ts';
import type { RequestHandler } from './$types';

/** By the id that the phone gave it. */
export const PUT: RequestHandler = ({ request, params, getClientAddress }) =>
	putDossier(request, params.id, getClientAddress());

/** By the code on its receipt. */
export const GET: RequestHandler = ({ request, params, getClientAddress }) =>
	getDossier(request, params.id, getClientAddress());

export const DELETE: RequestHandler = ({ request, params, getClientAddress }) =>
	deleteDossier(request, params.id, getClientAddress());
