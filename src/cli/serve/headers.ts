import type { ServerResponse } from 'node:http';

/** On a thin line every answer pays for these: no more than is needed. `frame-ancestors` stands in the policy below. */
const everywhere = { 'x-content-type-options': 'nosniff' };
/** What only a page or a worker obeys; scripts, styles and the catalogue's data go without. */
const byThemselves = {
	'referrer-policy': 'same-origin',
	'permissions-policy': 'microphone=(self), camera=(self), geolocation=()',
	'cross-origin-opener-policy': 'same-origin',
};
const twoYears = 'max-age=63072000; includeSubDomains';

/** A page brings its own policy (a header, or a meta element in the shell): this one only adds to it. */
const pagePolicy = "frame-ancestors 'none'";
/** Workers obey the header of their own file; anything else opened by itself can do nothing. */
const filePolicy =
	"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; frame-ancestors 'none'";

/**
 * Sets the security headers of one answer, whoever writes it: the page, a file, an error.
 * @param secure is the public address https?
 * @param path what was asked for
 */
export function secureHeaders(response: ServerResponse, secure: boolean, path: string): void {
	for (const [name, value] of Object.entries(everywhere)) response.setHeader(name, value);
	if (secure) response.setHeader('strict-transport-security', twoYears);
	const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse;
	if (isPart(path)) {
		// It never changes, so nobody asks whether it has.
		response.writeHead = (...args: unknown[]) => {
			for (const name of ['ETag', 'Last-Modified']) delete headersIn(args)?.[name];
			return writeHead(...args);
		};
		return;
	}
	// The type and the page's own policy are known only when the head is written.
	response.writeHead = (...args: unknown[]) => {
		const given = headersIn(args);
		const type = headerIn(given, 'content-type') ?? response.getHeader('content-type');
		if (isPack(path) && type === 'application/json') return writeHead(...args);
		for (const [name, value] of Object.entries(byThemselves)) response.setHeader(name, value);
		const page = typeof type === 'string' && type.startsWith('text/html');
		const own = response.getHeader('content-security-policy');
		const added = page ? pagePolicy : filePolicy;
		response.setHeader(
			'content-security-policy',
			page && typeof own === 'string' ? [own, added] : added,
		);
		return writeHead(...args);
	};
}

/** A script or style of a page: opened by itself it is text. */
const isPart = (path: string) => /^\/_app\/immutable\/(?!workers\/)[^?#]+\.(js|css)$/.test(path);

/** Of a hundred answers that bring the catalogue, none is a page; the manifest, which people open too, keeps it all. */
const isPack = (path: string) => /^\/packs\/([0-9a-f]{64}|since-\d+)\.json(\?|$)/.test(path);

const headersIn = (args: readonly unknown[]) =>
	args.find((arg) => typeof arg === 'object' && arg !== null) as
		Record<string, unknown> | undefined;

function headerIn(headers: unknown, name: string): unknown {
	const found = Object.entries(headers ?? {}).find(([key]) => key.toLowerCase() === name);
	return found?.[1];
}
