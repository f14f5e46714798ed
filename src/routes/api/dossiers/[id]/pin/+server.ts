import { setPin } from '#lib/server/index.ts';
import type { RequestHandler } from './$types';

export const PUT: RequestHandler = ({ request, params, getClientAddress }) =>
	setPin(request, params.id, getClientAddress());
