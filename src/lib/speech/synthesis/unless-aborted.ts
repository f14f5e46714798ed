/** What `promise` gives, or `aborted` as soon as the signal says so. */
export function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T | 'aborted'> {
	return new Promise((resolve, reject) => {
		if (signal.aborted) return resolve('aborted');
		const stop = () => resolve('aborted');
		signal.addEventListener('abort', stop, { once: true });
		promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
	});
}
