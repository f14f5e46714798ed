import { isOverLimit } from '../dossiers/request-body.ts';

export interface SparedBody {
	/** the request, its body behind a stream that may be abandoned without harm to the connection */
	readonly request: Request;
	/** reads what nobody wanted, so that the connection can carry the next request */
	drain(): Promise<void>;
	/** was the body over the adapter's own limit? */
	readonly overLimit: boolean;
}

/**
 * The adapter tears the connection down when its stream is cancelled, and leaves it stuck when its stream is dropped;
 * the tus server does both when it refuses.
 */
export function spareBody(request: Request): SparedBody {
	const { method, headers, url, signal } = request;
	if (!request.body) return { request, drain: () => Promise.resolve(), overLimit: false };
	const reader = (request.body as ReadableStream<Uint8Array>).getReader();
	let overLimit = false;
	const body = new ReadableStream<Uint8Array>({
		async pull(controller) {
			try {
				const { done, value } = await reader.read();
				if (done) controller.close();
				else controller.enqueue(value);
			} catch (error) {
				overLimit = isOverLimit(error);
				controller.error(error);
			}
		},
	});
	const init: RequestInit & { duplex: 'half' } = { method, headers, body, signal, duplex: 'half' };
	return {
		request: new Request(url, init),
		drain: async () => {
			try {
				while (!(await reader.read()).done);
			} catch {
				// The client has gone, or sends more than the adapter lets in: nothing is left to read.
			}
		},
		get overLimit() {
			return overLimit;
		},
	};
}
