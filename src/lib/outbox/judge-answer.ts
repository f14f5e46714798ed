import type { HttpAnswer } from './http.ts';
import type { AttentionReason, FailureKind, FieldError } from './item.ts';
import { parseReceipt, type Receipt } from './receipt.ts';
import { retryAfterMs } from './retry-after.ts';

/**
 * What an answer tells about whether the server may hold the dossier, which decides whether it can be taken back.
 * - `not-held`: the server itself said that it does not
 * - `unchanged`: this request was turned away; an earlier one whose answer was lost may still have arrived
 * - `unknown`: this request may have arrived
 */
export type Knowledge = 'not-held' | 'unchanged' | 'unknown';

/** What an attempt came to. */
export type Verdict =
	| { readonly kind: 'delivered'; readonly receipt: Receipt }
	| { readonly kind: 'missing'; readonly files: readonly string[] }
	| { readonly kind: 'sign-in' }
	| {
			readonly kind: 'attention';
			readonly reason: AttentionReason;
			readonly errors?: readonly FieldError[];
			readonly knowledge: Knowledge;
	  }
	| Retry;

export interface Retry {
	readonly kind: 'retry';
	readonly why: FailureKind;
	readonly status?: number;
	/** what the server asked for (`Retry-After`), milliseconds */
	readonly askedMs?: number;
	readonly knowledge: Knowledge;
}

/** What the phone knows about the item it sent. */
export interface Sent {
	readonly sha256: string;
	readonly files: readonly { readonly id: string }[];
}

/**
 * The answer to `PUT /api/dossiers/{id}`. Only the receipt of exactly this content counts as delivered, and only what
 * the contract of the service says stops the attempts: everything else keeps the item and tries again.
 * @param now milliseconds since 1970 by the phone's clock
 */
export function judgeAnswer(answer: HttpAnswer, sent: Sent, now: number): Verdict {
	const json = parseJson(answer.body);
	switch (answer.status) {
		case 200:
		case 201: {
			const receipt = parseReceipt(json, sent.sha256);
			return receipt ? { kind: 'delivered', receipt } : retryLater(answer, now);
		}
		case 202: {
			const files = missingFiles(json, sent);
			return files ? { kind: 'missing', files } : retryLater(answer, now);
		}
		case 409:
			return { kind: 'attention', reason: 'conflict', knowledge: 'not-held' };
		case 422: {
			const verdict = judgeRefusal(answer, now);
			// The server looks for the id first: what it refuses it does not hold.
			return verdict.kind === 'attention' ? { ...verdict, knowledge: 'not-held' } : verdict;
		}
		default:
			return judgeRefusal(answer, now);
	}
}

/** What stops an upload, or a dossier, whatever it is: everything else is tried again. */
export function judgeRefusal(
	answer: HttpAnswer,
	now: number,
): Exclude<Verdict, { kind: 'delivered' | 'missing' }> {
	switch (answer.status) {
		case 401:
			return { kind: 'sign-in' };
		case 413:
			return { kind: 'attention', reason: 'too-large', knowledge: 'unchanged' };
		case 415:
			return { kind: 'attention', reason: 'unsupported', knowledge: 'unchanged' };
		case 422: {
			const errors = fieldErrors(parseJson(answer.body));
			if (!errors) return retryLater(answer, now);
			return { kind: 'attention', reason: 'refused', errors, knowledge: 'unchanged' };
		}
		default:
			return retryLater(answer, now);
	}
}

/** An answer that says nothing final: kept, and tried again. */
function retryLater(answer: HttpAnswer, now: number): Retry {
	const { status } = answer;
	const why = status === 429 ? 'busy' : status >= 500 ? 'server' : 'not-our-server';
	const askedMs = retryAfterMs(answer.header('retry-after'), answer.header('date'), now);
	return {
		kind: 'retry',
		why,
		status,
		knowledge: status >= 400 && status < 500 ? 'unchanged' : 'unknown',
		...(askedMs === undefined ? {} : { askedMs }),
	};
}

function missingFiles(json: unknown, sent: Sent): readonly string[] | undefined {
	const missing = field(json, 'missing');
	if (!Array.isArray(missing) || missing.length === 0) return undefined;
	const ours = new Set(sent.files.map(({ id }) => id));
	return missing.every((id): id is string => ours.has(id as string)) ? missing : undefined;
}

function fieldErrors(json: unknown): readonly FieldError[] | undefined {
	const errors = field(json, 'errors');
	if (!Array.isArray(errors)) return undefined;
	return errors.slice(0, 100).flatMap((error: unknown): FieldError[] => {
		const path = field(error, 'path');
		const message = field(error, 'message');
		return typeof path === 'string' && typeof message === 'string'
			? [{ path: path.slice(0, 500), message: message.slice(0, 2000) }]
			: [];
	});
}

const field = (value: unknown, name: string): unknown =>
	typeof value === 'object' && value !== null
		? (value as Record<string, unknown>)[name]
		: undefined;

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
