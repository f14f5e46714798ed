/** The page's side of working without a network. The service worker does the work; see `service-worker.ts`. */
import { fail, ok, type Result } from '#lib/base/index.ts';
import type { Answer, Request, RestReason } from './messages.ts';

type Missing = 'no-service-worker';
type Worker = Result<ServiceWorkerRegistration, Missing>;

/** A service worker may be ended at any moment; after so long without a word it is asked again. */
const silenceMs = 45_000;
const mostSilences = 4;

let registering: Promise<Worker> | undefined;

/**
 * Registers the service worker, once for each page. While developing there is none: it would hide what was changed.
 * @returns `no-service-worker` where the browser has none or does not allow it (a private window, plain http)
 */
export function registerServiceWorker(): Promise<Worker> {
	registering ??= register().then((result) => {
		if (!result.ok) registering = undefined;
		return result;
	});
	return registering;
}

async function register(): Promise<Worker> {
	if (import.meta.env.DEV || !('serviceWorker' in navigator)) return fail('no-service-worker');
	try {
		const options = { updateViaCache: 'none' } as const;
		// A browser that refuses workers may answer with nothing.
		const registration: ServiceWorkerRegistration | undefined =
			await navigator.serviceWorker.register('/service-worker.js', options);
		return registration ? ok(registration) : fail('no-service-worker', 'none');
	} catch (error) {
		return fail('no-service-worker', error instanceof Error ? error.name : undefined);
	}
}

/**
 * Has the service worker fetch what the app needs beyond its shell; continues where it was interrupted.
 * @param onShare 0 … 1 of all those files
 * @returns `changed`: did anything arrive? `aborted`: the service worker fell silent
 */
export async function cacheRest(
	onShare: (share: number) => void = () => undefined,
): Promise<Result<{ readonly changed: boolean }, RestReason | Missing | 'aborted'>> {
	const worker = await activeWorker();
	if (!worker.ok) return worker;
	for (let silences = 0; silences < mostSilences; silences++) {
		const answer = await ask(worker.value, { type: 'cache-rest' }, (share) => {
			silences = 0;
			onShare(share);
		});
		if (answer?.type === 'finished') return ok({ changed: answer.changed });
		if (answer?.type === 'failed') return fail(answer.reason);
	}
	return fail('aborted', 'silent');
}

export type FilesStatus = Omit<Extract<Answer, { type: 'status' }>, 'type'>;

/** Which of the app's files are on this phone. (Its catalogue is another question: `catalogue/` knows.) */
export async function filesStatus(): Promise<Result<FilesStatus, Missing | 'aborted'>> {
	const worker = await activeWorker();
	if (!worker.ok) return worker;
	const answer = await ask(worker.value, { type: 'offline-status' });
	return answer?.type === 'status' ? ok(answer) : fail('aborted', 'silent');
}

/** Has the service worker end `cacheRest`: whoever waits for it is told. */
export async function stopRest(): Promise<void> {
	(await navigator.serviceWorker?.getRegistration())?.active?.postMessage({
		type: 'stop-rest',
	} satisfies Request);
}

/** The worker in charge; on a first visit, as soon as it is installed. */
async function activeWorker(): Promise<Result<ServiceWorker, Missing>> {
	const registered = await registerServiceWorker();
	if (!registered.ok) return registered;
	const { active, waiting, installing } = registered.value;
	const coming = active ?? waiting ?? installing;
	if (!coming) {
		registering = undefined;
		return fail('no-service-worker', 'none');
	}
	return new Promise((resolve) => {
		const look = () => {
			if (coming.state === 'activated' || coming.state === 'activating') resolve(ok(coming));
			if (coming.state === 'redundant') {
				// Its shell did not arrive whole: the next call registers, and so installs, again.
				registering = undefined;
				resolve(fail('no-service-worker', 'not installed'));
			}
		};
		coming.addEventListener('statechange', look);
		look();
	});
}

/** @returns the last answer, or undefined when the worker said nothing for too long */
function ask(
	worker: ServiceWorker,
	request: Request,
	onShare?: (share: number) => void,
): Promise<Answer | undefined> {
	return new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		const end = (answer?: Answer) => {
			clearTimeout(timer);
			port1.close();
			resolve(answer);
		};
		let timer = setTimeout(end, silenceMs);
		port1.onmessage = ({ data }: MessageEvent<Answer>) => {
			if (data.type !== 'progress') return end(data);
			clearTimeout(timer);
			timer = setTimeout(end, silenceMs);
			onShare?.(data.share);
		};
		worker.postMessage(request, [port2]);
	});
}
