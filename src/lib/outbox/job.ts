import type { Clock } from '#lib/base/index.ts';
import type { Compression } from './compression.ts';
import type { Http } from './http.ts';
import type { DrainStore } from './store.ts';

/** What sending one item needs. */
export interface Job {
	readonly store: DrainStore;
	readonly http: Http;
	readonly clock: Clock;
	/** absent: this phone has none */
	readonly compression?: Compression;
	/** 0 ≤ x < 1 */
	readonly random: () => number;
	/** scheme, host and port of the service, e.g. `https://motcua.example` */
	readonly origin: string;
	readonly signal: AbortSignal;
	/** names this drain: see `DrainStore` */
	readonly sender: string;
	/** bytes of the next chunk, learnt from the line: see `pace.ts` */
	readonly pace: { bytes: number };
}

/** No answer for so long means that the line is dead. */
export const stallMs = 30_000;
