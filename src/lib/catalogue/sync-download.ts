import { fail, ok, type Clock, type Result } from '#lib/base/index.ts';
import { retryDelay } from './sync-retry.ts';
import type { PackRef } from './release.ts';

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

/** A short answer, unchecked: the manifest, one procedure. Asked from the server each time, past the browser's cache. */
export async function downloadText(
	ports: DownloadPorts,
	patience: Patience,
	url: string,
): Promise<Result<string, DownloadReason>> {
	const bytes = await attempts(ports, patience, () =>
		once(ports, patience, url, 'no-cache', longestText),
	);
	return bytes.ok ? ok(new TextDecoder().decode(bytes.value)) : bytes;
}

/**
 * A pack's bytes, verified: their number and their SHA-256 are those of `pack`.
 * @param onBytes uncompressed bytes so far; starts again from 0 when an attempt failed
 */
export function downloadPack(
	ports: DownloadPorts,
	patience: Patience,
	pack: PackRef,
	onBytes?: (received: number) => void,
): Promise<Result<Uint8Array<ArrayBuffer>, DownloadReason>> {
	return attempts(ports, patience, async () => {
		onBytes?.(0);
		// IndexedDB keeps the pack: a second copy in the browser's cache would only take space.
		const url = `/packs/${pack.hash}.json`;
		const got = await once(ports, patience, url, 'no-store', pack.bytes, onBytes);
		if (!got.ok) return got;
		const whole = got.value.length === pack.bytes;
		return whole && (await ports.hash(got.value)) === pack.hash ? got : fail('bad-pack');
	});
}

type Attempt = Result<Uint8Array<ArrayBuffer>, DownloadReason> & { readonly afterMs?: number };

async function attempts(ports: DownloadPorts, patience: Patience, attempt: () => Promise<Attempt>) {
	for (let failed = 1; ; failed++) {
		const got = await attempt();
		if (got.ok || got.reason === 'aborted' || got.reason === 'gone') return got;
		if (failed >= patience.attempts) return got;
		try {
			const ms = retryDelay(failed, ports.random(), got.afterMs);
			await ports.clock.sleep(ms, ports.signal);
		} catch {
			return fail('aborted');
		}
	}
}

async function once(
	ports: DownloadPorts,
	{ stallMs }: Patience,
	url: string,
	cache: RequestCache,
	mostBytes: number,
	onBytes?: (received: number) => void,
): Promise<Attempt> {
	const { signal, clock } = ports;
	const attempt = new AbortController();
	const stop = () => attempt.abort();
	signal?.addEventListener('abort', stop);
	const within = <T>(work: Promise<T>) => beforeStall(work, stallMs, clock, attempt.signal);
	try {
		signal?.throwIfAborted();
		const init = { cache, credentials: 'omit', signal: attempt.signal } as const;
		const response = await within(ports.fetch(url, init));
		if (response.status === 404 || response.status === 410) return fail('gone');
		if (!response.ok) {
			const afterMs = Number(response.headers.get('retry-after')) * 1000;
			return { ...fail('server-error', `${response.status}`), ...(afterMs > 0 ? { afterMs } : {}) };
		}
		const bytes = new Uint8Array(mostBytes);
		let received = 0;
		const reader = response.body?.getReader();
		for (;;) {
			const part = reader && (await within(reader.read()));
			if (!part?.value) break;
			if (received + part.value.length > mostBytes) return fail('bad-pack', 'too long');
			bytes.set(part.value, received);
			received += part.value.length;
			onBytes?.(received);
		}
		return ok(bytes.subarray(0, received));
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
