import type { Http } from './http.ts';

/** Longer answers are not ours: a portal's page, or a stream without an end. */
const longestBody = 256 * 1024;

/**
 * fetch, in a page or a service worker. Redirects are an error: with one, what a person entrusted to this service would
 * go to whoever stands between.
 */
export const fetchHttp: Http = async ({ method, url, headers, body, signal }) => {
	const response = await fetch(url, {
		method,
		headers,
		signal,
		redirect: 'error',
		credentials: 'same-origin',
		cache: 'no-store',
		...(body === undefined ? {} : { body }),
	});
	const text = await readText(response);
	return {
		status: response.status,
		header: (name) => response.headers.get(name) ?? undefined,
		body: text,
	};
};

async function readText(response: Response): Promise<string> {
	const reader = response.body?.getReader();
	if (!reader) return '';
	const decoder = new TextDecoder();
	let text = '';
	for (;;) {
		const { value, done } = await reader.read();
		if (done) return text + decoder.decode();
		text += decoder.decode(value, { stream: true });
		if (text.length > longestBody) {
			await reader.cancel();
			return text;
		}
	}
}
