import { gunzipWithin, type Encoding } from './content-encoding.ts';

export type BodyText =
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'too-large' | 'not-utf-8' | 'cut-off' | 'no-gzip' };

/** Of a request, what is needed of it: a `Request`, or Node's own. */
export interface Asked {
	readonly headers: Pick<Headers, 'get'>;
	readonly body: AsyncIterable<Uint8Array> | null;
}

/**
 * Reads a request's body to its end, but keeps no more than `most` bytes: an answer to a request that is only half read
 * would leave its connection stuck.
 * @param most holds for what is sent and for what it unfolds to
 */
export async function readBody(
	request: Pick<Asked, 'body'>,
	most: number,
	encoding: Encoding = 'identity',
): Promise<BodyText> {
	const parts: Uint8Array[] = [];
	let bytes = 0;
	try {
		for await (const part of request.body ?? []) {
			bytes += part.length;
			if (bytes <= most) parts.push(part);
			else parts.length = 0;
		}
	} catch (error) {
		return { kind: isOverLimit(error) ? 'too-large' : 'cut-off' };
	}
	if (bytes > most) return { kind: 'too-large' };
	const sent = Buffer.concat(parts);
	const content = encoding === 'gzip' ? await gunzipWithin(sent, most) : sent;
	if (typeof content === 'string') return { kind: content };
	try {
		return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(content) };
	} catch {
		return { kind: 'not-utf-8' };
	}
}

/** The adapter ends the stream with this where the body is over its own limit (BODY_SIZE_LIMIT). */
export const isOverLimit = (error: unknown) =>
	error instanceof Error && 'status' in error && error.status === 413;
