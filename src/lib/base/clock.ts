/** The time, passed in so that tests decide it. */
export interface Clock {
	/** milliseconds since 1970-01-01 UTC */
	now(): number;
	/** resolves after `ms` milliseconds; rejects with the signal's reason when aborted before */
	sleep(ms: number, signal?: AbortSignal): Promise<void>;
}
