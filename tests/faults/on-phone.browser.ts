/** What the campaign does on a real phone's storage, by the outbox's own code: bundled and brought into a plain page. */
import { sha256 } from '#lib/base/index.ts';
import type { DraftChange, Enqueue } from '#lib/outbox/index.ts';
import { drainStore } from '../../src/lib/outbox/drain.browser.ts';
import type { DrainReport } from '../../src/lib/outbox/drain.ts';
import { steadyClock } from '../../src/lib/outbox/steady-clock.browser.ts';
import { openOutboxStore } from '../../src/lib/outbox/store.browser.ts';
import { done } from './entries.ts';

/** A dossier as it crosses into the browser. */
export interface Carried extends Omit<Enqueue, 'attachments'> {
	/** `base64` of each file's bytes */
	readonly attachments: readonly (Omit<Enqueue['attachments'][number], 'blob'> & {
		readonly base64: string;
	})[];
}

export interface Seen {
	readonly state: string | undefined;
	readonly receipt: { readonly code: string; readonly secret: string } | undefined;
	readonly payload: string | undefined;
	/** hashes of the files' bytes that are here, by id */
	readonly files: Readonly<Record<string, string>>;
}

const opened = done(openOutboxStore(steadyClock));

export async function enqueue(entries: readonly Carried[]): Promise<void> {
	const store = await opened;
	for (const entry of entries)
		await done(store.enqueue({ ...entry, attachments: entry.attachments.map(withBytes) }));
}

function withBytes({ base64, ...file }: Carried['attachments'][number]) {
	const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
	return { ...file, blob: new Blob([bytes], { type: file.type }) };
}

export async function look(ids: readonly string[]): Promise<Record<string, Seen>> {
	const store = await opened;
	const seen: Record<string, Seen> = {};
	for (const id of ids) {
		const item = await done(store.item(id));
		const files: Record<string, string> = {};
		for (const file of item?.files ?? []) {
			const blob = await done(store.fileBytes(id, file.id));
			if (blob) files[file.id] = await sha256(new Uint8Array(await blob.arrayBuffer()));
		}
		const receipt = await done(store.receipt(id));
		seen[id] = { state: item?.state, receipt, payload: await done(store.payload(id)), files };
	}
	return seen;
}

export async function keepDraft(
	change: DraftChange,
	files: Carried['attachments'] = [],
): Promise<void> {
	await done((await opened).saveDraft({ ...change, putFiles: files.map(withBytes) }));
}

export const drain = async (): Promise<DrainReport> => drainStore(await opened);

/** "Gửi ngay" for everything, also for what needs attention. */
export async function wakeAll(): Promise<void> {
	const store = await opened;
	await done(store.wake());
	for (const { id, state } of await done(store.items()))
		if (state === 'needs-attention') await done(store.wake(id));
}
