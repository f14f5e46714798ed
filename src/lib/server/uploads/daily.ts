const day = 24 * 3_600_000;

/**
 * Does work at once and once a day, without keeping the process alive. A failure is reported and the work tried again the
 * next day.
 * @returns ends it, and waits for what is under way
 */
export function daily(
	work: (signal: AbortSignal) => Promise<void>,
	onFailure: (error: unknown) => void,
): () => Promise<void> {
	const stop = new AbortController();
	let running = Promise.resolve();
	const run = () => {
		running = running
			.then(() => (stop.signal.aborted ? undefined : work(stop.signal)))
			.catch((error: unknown) => {
				if (!stop.signal.aborted) onFailure(error);
			});
	};
	run();
	const timer = setInterval(run, day);
	timer.unref();
	return () => {
		clearInterval(timer);
		stop.abort();
		return running;
	};
}
