/** Orders about dossiers that were handed in: where they are, what waits, send now. */
import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import { dossierScreens } from '#content/messages/dossier-screens.vi.ts';
import { voiceWords as words } from '#content/messages/voice-orders.vi.ts';
import { outbox } from '../outbox.svelte.ts';
import type { Outcome } from './outcome.ts';

const states = dossierScreens.outbox.states;
const atOnce = 3;
const letters = (code: string | undefined) =>
	(code ?? '').replace(/[^\p{L}\d]/gu, '').toLowerCase();

/** @param code as it was said, or part of it; undefined: all of them */
export async function status(code: string | undefined): Promise<Outcome> {
	await outbox.open();
	const items = outbox.items.filter(({ receipt }) =>
		letters(receipt?.code).includes(letters(code)),
	);
	if (location.pathname !== '/ho-so') await goto(resolve('/ho-so'));
	if (items.length === 0) return { say: [code ? words.noSuchDossier(code) : words.noDossier] };
	return {
		say: items
			.slice(0, atOnce)
			.map(({ title, state, receipt }) =>
				receipt
					? words.status(title, receipt.code, states[state])
					: words.waiting(title, states[state]),
			),
	};
}

export async function readWaiting(): Promise<Outcome> {
	await outbox.open();
	const waiting = outbox.unsent.map(({ title, state }) => words.waiting(title, states[state]));
	return { say: waiting.length > 0 ? waiting : [words.nothingWaiting] };
}

export async function sendNow(): Promise<Outcome> {
	await outbox.open();
	if (outbox.unsent.length === 0) return { say: [words.nothingWaiting] };
	return {
		confirm: {
			ask: words.sendAsk(outbox.unsent.length),
			act: async () => {
				void outbox.sendNow();
				return { say: [words.sending] };
			},
		},
	};
}
