import { codePattern } from '#lib/catalogue/index.ts';
import { getProcedure } from '#lib/server/index.ts';
import type { RequestHandler } from './$types';

/** One procedure as JSON: 404 for a code nobody knows, 422 for what is no code. */
export const GET: RequestHandler = async ({ params }) => {
	if (!codePattern.test(params.code)) {
		return Response.json({ reason: 'bad-code' }, { status: 422 });
	}
	const procedure = await getProcedure(params.code);
	return procedure
		? Response.json(procedure, { headers: { 'cache-control': 'no-cache' } })
		: Response.json({ reason: 'not-found' }, { status: 404 });
};
