import { issueSpeechToken, speechAccount } from '#lib/server/index.ts';
import type { RequestHandler } from './$types';

/** A token for the operator's speech service; 404 where the operator has none. */
export const POST: RequestHandler = async () => {
	const account = speechAccount(process.env);
	if (!account) return Response.json({ reason: 'not-configured' }, { status: 404 });
	const token = await issueSpeechToken(account, fetch);
	const headers = { 'cache-control': 'no-store' };
	return token.ok
		? Response.json(token.value, { headers })
		: Response.json({ reason: token.reason }, { status: 503, headers });
};
