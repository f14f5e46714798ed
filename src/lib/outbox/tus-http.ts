import type { HttpRequest as TusRequest, HttpResponse, HttpStack } from 'tus-js-client';
import type { HttpAnswer } from './http.ts';

/** @param body of at most one chunk */
export type Send = (
	method: string,
	url: string,
	headers: Readonly<Record<string, string>>,
	body?: Blob,
) => Promise<HttpAnswer>;

/** tus over our own way of asking, because a service worker has no XMLHttpRequest. */
export const tusHttp = (send: Send): HttpStack => ({
	createRequest: (method, url) => request(send, method, url),
	getName: () => 'outbox',
});

function request(send: Send, method: string, url: string): TusRequest {
	const headers: Record<string, string> = {};
	return {
		getMethod: () => method,
		getURL: () => url,
		setHeader: (name, value) => void (headers[name] = value),
		getHeader: (name) => headers[name],
		// Without XMLHttpRequest there is none within a chunk: chunks are small instead.
		setProgressHandler: () => undefined,
		send: async (body: Blob | null) =>
			response(await send(method, url, headers, body ?? undefined)),
		abort: () => Promise.resolve(),
		getUnderlyingObject: () => undefined,
	};
}

const response = (answer: HttpAnswer): HttpResponse => ({
	getStatus: () => answer.status,
	getHeader: (name) => answer.header(name),
	getBody: () => answer.body,
	getUnderlyingObject: () => answer,
});
