import type { Clock } from '#lib/base/index.ts';
import type { Http, HttpAnswer, HttpRequest } from './http.ts';

/** The line is there, but nothing moves on it. */
export class Stalled extends Error {
	override readonly name = 'Stalled';
}

/**
 * Sends a request and gives up when its answer takes longer than `ms`.
 * @throws Stalled, the signal's reason, or what `http` throws
 */
export function withDeadline(
	http: Http,
	request: HttpRequest,
	ms: number,
	clock: Clock,
): Promise<HttpAnswer> {
	const over = new AbortController();
	const cut = new AbortController();
	return new Promise<HttpAnswer>((resolve, reject) => {
		const giveUp = (reason: unknown) => {
			reject(reason as Error);
			cut.abort(reason);
		};
		const stop = () => giveUp(request.signal.reason);
		if (request.signal.aborted) return stop();
		request.signal.addEventListener('abort', stop, { signal: over.signal });
		clock.sleep(ms, over.signal).then(
			() => giveUp(new Stalled(`no answer within ${ms} ms`)),
			// The answer came first.
			() => undefined,
		);
		http({ ...request, signal: cut.signal }).then(resolve, reject);
	}).finally(() => over.abort());
}
