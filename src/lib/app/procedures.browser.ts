/** Opening one procedure: rendered on the server at the first visit, from the phone ever after. */
import { error } from '@sveltejs/kit';
import type { Procedure } from '#lib/catalogue/index.ts';
import { words } from './words.ts';

export interface OpenedProcedure {
	readonly procedure: Procedure;
	/** `YYYY-MM-DD`, decides which facts are out of date */
	readonly today: string;
	/** what to say of its age, where an older release had to answer */
	readonly older?: Promise<readonly string[]>;
}

/** A thin line that says nothing for so long is as good as none. */
const patienceMs = 15_000;

/**
 * @param fetch SvelteKit's: on the server it calls the route itself, at hydration it gives what the page brought along
 * @throws SvelteKit errors, shown by the error screen: 404 no such code, 503 offline or server in trouble
 */
export async function openProcedure(
	code: string,
	fetch: typeof globalThis.fetch,
): Promise<OpenedProcedure> {
	const today = new Date().toISOString().slice(0, 10);
	if (!import.meta.env.SSR) {
		const { catalogue } = await import('./catalogue.svelte.ts');
		const stored = await catalogue.getProcedure(code);
		if (stored.ok) return { procedure: stored.value, today, older: ageOf(code) };
		if (stored.reason === 'not-found') notFound(code);
		if (stored.reason === 'offline') unavailable(words.errors.offline);
	}
	let response: Response;
	try {
		response = await fetch(`/api/procedures/${encodeURIComponent(code)}`, {
			signal: AbortSignal.timeout(patienceMs),
		});
	} catch {
		unavailable(words.errors.offline);
	}
	if (response.status === 404 || response.status === 422) notFound(code);
	if (!response.ok) unavailable(words.errors.server);
	try {
		return { procedure: (await response.json()) as Procedure, today };
	} catch {
		// A captive portal's page.
		unavailable(words.errors.offline);
	}
}

/** Asked at once: a moment later the newer text may be here, and this one is shown. */
const ageOf = (code: string) =>
	import('./offline/keep/age-of.browser.ts').then(({ ageOf }) => ageOf(code)).catch(() => []);

function notFound(code: string): never {
	error(404, { title: words.errors.notFoundTitle, message: words.errors.notFound(code) });
}

function unavailable(message: string): never {
	error(503, { title: words.errors.title, message });
}
