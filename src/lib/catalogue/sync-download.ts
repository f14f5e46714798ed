import { fail, ok, type Clock, type Result } from '#lib/base/index.ts';
import { retryDelay } from './sync-retry.ts';
import { tailHeader, tailStep, type PackRef } from './release.ts';

/** What a download needs of the world. */
export interface DownloadPorts {
	readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
	readonly clock: Clock;
	/** SHA-256 as lower hex */
	readonly hash: (bytes: Uint8Array<ArrayBuffer>) => Promise<string>;
	/** 0 ≤ x < 1, spreads the retries of many phones */
	readonly random: () => number;
	readonly signal?: AbortSignal | undefined;
}

export interface Patience {
	/** how often to try in all */
	readonly attempts: number;
	/** give up an attempt after so many milliseconds without one byte */
	readonly stallMs: number;
}

/**
 * - `offline`: no answer, or it broke off - `server-error`: the server refuses or is in trouble
 * - `gone`: 404, the release has been replaced - `bad-pack`: cut, too long, or not what its name says
 */
export type DownloadReason = 'offline' | 'server-error' | 'gone' | 'bad-pack' | 'aborted';

const longestText = 1_000_000;

export const patient: Patience = { attempts: 5, stallMs: 30_000 };

/** A short answer, unchecked, '' where it is a page or too long: the manifest, one procedure. Asked from the server each time, past the browser's cache. */
export async function downloadText(
	ports: DownloadPorts,
	patience: Patience,
	url: string,
): Promise<Result<string, DownloadReason>> {
	return attempts(ports, patience, async () => {
		const into = { bytes: new Uint8Array(longestText), length: 0 };
		const got = await once(ports, patience, url, 'no-cache', into);
		// Somebody else's page says nothing, and would say it again.
		if (!got.ok && got.reason === 'bad-pack') return ok('');
		return got.ok ? ok(new TextDecoder().decode(into.bytes.subarray(0, into.length))) : got;
	});
}

/**
 * A pack's bytes, verified: their number and their SHA-256 are those of `pack`. What one attempt brought, the next goes
 * on from; as long as each brings something, there is another.
 * @param onBytes how many of the uncompressed bytes are here, and which; again 0 when they proved wrong
 * @param begun bytes that came earlier, unverified
 */
export async function downloadPack(
	ports: DownloadPorts,
	patience: Patience,
	pack: PackRef,
	onBytes?: (received: number, bytes: Uint8Array<ArrayBuffer>) => void,
	begun?: Uint8Array,
): Promise<Result<Uint8Array<ArrayBuffer>, DownloadReason>> {
	const into = { bytes: new Uint8Array(pack.bytes), length: 0 };
	if (begun && begun.length < pack.bytes) {
		into.bytes.set(begun);
		into.length = begun.length;
	}
	let most = into.length;
	const tell = () => onBytes?.(into.length, into.bytes);
	tell();
	return attempts(ports, patience, async () => {
		const from = into.length - (into.length % tailStep);
		// IndexedDB keeps the pack: a second copy in the browser's cache would only take space.
		const url = `/packs/${pack.hash}.json${from > 0 ? `?from=${from}` : ''}`;
		const got = await once(ports, patience, url, 'no-store', into, tell);
		const progress = into.length > most;
		most = Math.max(most, into.length);
		const whole = into.length === pack.bytes;
		if (whole && (await ports.hash(into.bytes)) === pack.hash) return ok(into.bytes);
		if (whole || (got.ok && !progress)) into.length = 0;
		tell();
		return { ...(got.ok ? fail('bad-pack') : got), progress };
	});
}

interface Received {
	readonly bytes: Uint8Array<ArrayBuffer>;
	/** how many of them are here */
	length: number;
}

/** @param progress did it bring more than there ever was? Then patience begins anew. */
type Attempt<T> = Result<T, DownloadReason> & {
	readonly afterMs?: number;
	readonly progress?: boolean;
};

async function attempts<T>(
	ports: DownloadPorts,
	patience: Patience,
	attempt: () => Promise<Attempt<T>>,
): Promise<Result<T, DownloadReason>> {
	for (let failed = 1; ; failed++) {
		const got = await attempt();
		if (got.ok || got.reason === 'aborted' || got.reason === 'gone') return got;
		if (got.progress) failed = 1;
		if (failed >= patience.attempts) return got;
		try {
			const ms = retryDelay(failed, ports.random(), got.afterMs);
			await ports.clock.sleep(ms, ports.signal);
		} catch {
			return fail('aborted');
		}
	}
}

/** One answer. It is written over what is there, from where it says that it begins; what is there is never cut. */
async function once(
	ports: DownloadPorts,
	{ stallMs }: Patience,
	url: string,
	cache: RequestCache,
	into: Received,
	onBytes?: () => void,
): Promise<Attempt<void>> {
	const { signal, clock } = ports;
	const attempt = new AbortController();
	const stop = () => attempt.abort();
	signal?.addEventListener('abort', stop);
	const within = <T>(work: Promise<T>) => beforeStall(work, stallMs, clock, attempt.signal);
	try {
		signal?.throwIfAborted();
		const init = { cache, credentials: 'omit', signal: attempt.signal } as const;
		const { status, ok: fine, headers, body } = await within(ports.fetch(url, init));
		if (status === 404 || status === 410) return fail('gone');
		if (!fine) {
			const afterMs = Number(headers.get('retry-after')) * 1000;
			return { ...fail('server-error', `${status}`), ...(afterMs > 0 ? { afterMs } : {}) };
		}
		let at = Number(headers.get(tailHeader));
		// A captive portal's page is not written over what came.
		if (headers.get('content-type')?.includes('html')) return fail('bad-pack');
		if (!(at <= into.length)) return ok(undefined);
		const reader = body?.getReader();
		for (;;) {
			const part = reader && (await within(reader.read()));
			if (!part?.value) break;
			if (at + part.value.length > into.bytes.length) {
				into.length = 0;
				return fail('bad-pack', 'too long');
			}
			into.bytes.set(part.value, at);
			at += part.value.length;
			into.length = Math.max(into.length, at);
			onBytes?.();
		}
		return ok(undefined);
	} catch (error) {
		if (signal?.aborted) return fail('aborted');
		return fail('offline', error instanceof Error ? error.name : undefined);
	} finally {
		signal?.removeEventListener('abort', stop);
		// Ends what is still on the line after a stall, an overlong body or an error status.
		attempt.abort();
	}
}

async function beforeStall<T>(work: Promise<T>, ms: number, clock: Clock, signal: AbortSignal) {
	const timer = new AbortController();
	const stop = () => timer.abort();
	signal.addEventListener('abort', stop);
	const stalled = clock.sleep(ms, timer.signal).then(() => {
		throw new Error('stalled');
	});
	try {
		return await Promise.race([work, stalled]);
	} finally {
		signal.removeEventListener('abort', stop);
		timer.abort();
	}
}
