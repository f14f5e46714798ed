/**
 * Runs the work while no other tab of the app runs work of that name (Web Locks); without Web Locks, right away.
 * @param patienceMs when another tab does not let go for so long (a frozen one), the work runs all the same: it is
 * repeatable, so doing it twice costs bytes and nothing else. Infinity: wait as long as it takes.
 * @throws the signal's reason when aborted while waiting
 */
export async function exclusively<T>(
	name: string,
	work: () => Promise<T>,
	patienceMs: number,
	signal?: AbortSignal,
): Promise<T> {
	if (!('locks' in navigator)) return work();
	const waiting = new AbortController();
	const stop = () => waiting.abort();
	const timer = patienceMs === Infinity ? undefined : setTimeout(stop, patienceMs);
	signal?.addEventListener('abort', stop);
	let started = false;
	try {
		return await navigator.locks.request(name, { signal: waiting.signal }, () => {
			started = true;
			return work();
		});
	} catch (error) {
		if (started) throw error;
		signal?.throwIfAborted();
		return work();
	} finally {
		clearTimeout(timer);
		signal?.removeEventListener('abort', stop);
	}
}
