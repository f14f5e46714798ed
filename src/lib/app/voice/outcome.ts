import type { Call } from './floor.svelte.ts';

/** What came of an order. */
export interface Outcome {
	readonly say?: readonly string[];
	/** what was being read goes on */
	readonly readOn?: true;
	/** a number to call, shown as a link */
	readonly call?: Call;
	/** done only after a yes */
	readonly confirm?: { readonly ask: string; readonly act: () => Promise<Outcome> };
	/** a form is opened: it begins to talk */
	readonly begins?: true;
}

/** The deed speaks for itself. */
export const nothing: Outcome = {};
