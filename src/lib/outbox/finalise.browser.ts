import { fail, ok, type Result } from '#lib/base/index.ts';
import type { Writing } from './database.browser.ts';
import type { OutboxItem } from './item.ts';
import { shown } from './item-rules.ts';
import { filesOf, ownerOfDraft, ownerOfItem, type StoredFile, type StoredItem } from './schema.ts';
import type { Enqueue, EnqueueReason } from './store.ts';
import { noWait } from './wait.ts';

export const finaliseStores = ['items', 'payloads', 'files', 'drafts', 'state'] as const;
type Names = (typeof finaliseStores)[number][];

/**
 * Turns a draft into an item that waits: form and files are frozen and the draft ends, all in the given transaction.
 * Nothing is written before everything is known to be in order.
 */
export async function finalise(
	transaction: Writing<Names>,
	entry: Enqueue,
	now: number,
): Promise<Result<OutboxItem, EnqueueReason>> {
	const { id, profile, procedure, title, unitName, sha256, draftId, draftRevision } = entry;
	const items = transaction.objectStore('items');
	const same =
		(await items.getKey(id)) ??
		(draftId === undefined ? undefined : await items.index('draftId').getKey(draftId));
	if (same !== undefined) return fail('exists', same);
	const drafts = transaction.objectStore('drafts');
	const draft = draftId === undefined ? undefined : await drafts.get(draftId);
	if (draftRevision !== undefined && draft?.revision !== draftRevision)
		return fail('changed-elsewhere');

	const owner = draftId === undefined ? ownerOfItem(id) : ownerOfDraft(draftId);
	const files = transaction.objectStore('files');
	const fresh: StoredFile[] = [];
	for (const { blob, ...file } of entry.attachments) {
		const kept = await files.get([owner, file.id]);
		if (kept?.sha256 === file.sha256 && kept.bytes === file.bytes) continue;
		if (!blob) return fail('changed-elsewhere');
		fresh.push({ ...file, owner, blob });
	}

	for (const file of fresh) await files.put(file);
	const wanted = new Set(entry.attachments.map((file) => file.id));
	for (const key of await files.getAllKeys(IDBKeyRange.bound(...filesOf(owner))))
		if (!wanted.has(key[1])) await files.delete(key);

	const state = transaction.objectStore('state');
	const seq = (((await state.get('seq')) as number | undefined) ?? 0) + 1;
	await state.put(seq, 'seq');
	const item: StoredItem = {
		id,
		seq,
		owner,
		profile,
		procedure,
		title,
		unitName,
		sha256,
		queuedAt: now,
		state: 'waiting',
		files: entry.attachments.map(({ blob: _, ...file }) => ({ ...file, held: false })),
		attempts: 0,
		failures: 0,
		wait: noWait,
		uncertain: false,
		...(draftId === undefined ? {} : { draftId }),
	};
	await items.add(item);
	await transaction
		.objectStore('payloads')
		.add({ id, payload: entry.payload, ...(draft ? { draft } : {}) });
	if (draftId !== undefined) await drafts.delete(draftId);
	return ok(shown(item));
}
