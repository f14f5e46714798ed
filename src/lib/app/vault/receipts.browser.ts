import { outbox } from '../outbox.svelte.ts';
import { vault } from './vault.svelte.ts';

/** Receipts the server gave go into the vault as well: a proof outlives the outbox, and moves to another phone. */
export async function keepReceipts(): Promise<void> {
	const box = await outbox.open();
	if (!box || !(await vault.open()) || vault.status !== 'ready') return;
	const known = new Set(vault.receipts.map(({ id }) => id));
	const fresh = outbox.delivered.filter(({ id }) => !known.has(id));
	for (const item of fresh) {
		const got = await box.receipt(item.id);
		if (!got.ok || !got.value) continue;
		const { id, title, procedure, unitName } = item;
		const { code, receivedAt } = got.value;
		const json = JSON.stringify(got.value);
		const about = { id, title, procedure, unitName, code, receivedAt, json, savedAt: Date.now() };
		await vault.update(() => ({ put: [{ kind: 'receipt', ...about }] }));
	}
}

/** A receipt goes from both places, or it would come back. */
export async function removeReceipt(id: string): Promise<void> {
	await outbox.remove(id);
	await vault.update(() => ({ remove: [id] }));
}
