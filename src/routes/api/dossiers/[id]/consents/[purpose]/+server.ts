import { withdrawConsent } from '#lib/server/index.ts';
import type { RequestHandler } from './$types';

export const DELETE: RequestHandler = ({ request, params, getClientAddress }) =>
	withdrawConsent(request, params.id, params.purpose, getClientAddress());
