import type { IncomingMessage } from 'node:http';

const formTypes =
	/^\s*(text\/plain|multipart\/form-data|application\/x-www-form-urlencoded)\s*(;|$)/i;

/**
 * SvelteKit's guard against forged forms answers 403 to a form's media type before any route is asked. Where only JSON is
 * taken there is nothing to forge, and the answer must be the route's own 415: the type is made one the guard lets by.
 */
export function sparedFromFormGuard(request: Pick<IncomingMessage, 'url' | 'headers'>): void {
	const { url = '', headers } = request;
	if (url.startsWith('/api/dossiers/') && formTypes.test(headers['content-type'] ?? ''))
		headers['content-type'] = 'application/octet-stream';
}
