import { fail, ok, type Clock, type Result } from '#lib/base/index.ts';
import type { Database } from './database.browser.ts';
import { filesOf, ownerOfDraft, type DraftRecord } from './schema.ts';
import type { Change, DraftStore } from './store.ts';

/** Drafts in IndexedDB. */
export function draftStore(
	database: Database,
	clock: Clock,
	changed: (what: Change['what']) => void,
): DraftStore {
	return {
		async saveDraft({ putFiles = [], removeFiles = [], ...draft }) {
			const { id } = draft;
			const saved = await database.write(
				['drafts', 'files', 'items'],
				async (transaction): Promise<Result<number, 'changed-elsewhere'>> => {
					const drafts = transaction.objectStore('drafts');
					const before = await drafts.get(id);
					const finalised = await transaction.objectStore('items').index('draftId').getKey(id);
					if ((before?.revision ?? 0) !== draft.revision || finalised !== undefined)
						return fail('changed-elsewhere');
					const revision = draft.revision + 1;
					await drafts.put({ ...draft, revision, savedAt: clock.now() });
					const files = transaction.objectStore('files');
					const owner = ownerOfDraft(id);
					for (const file of removeFiles) await files.delete([owner, file]);
					for (const file of putFiles) await files.put({ ...file, owner });
					return ok(revision);
				},
			);
			if (!saved.ok) return saved;
			if (saved.value.ok) changed('other');
			return saved.value;
		},

		openDraft: (id) =>
			database.read(async (db) => {
				const transaction = db.transaction(['drafts', 'files']);
				const [draft, files] = await Promise.all([
					transaction.objectStore('drafts').get(id),
					transaction.objectStore('files').getAll(IDBKeyRange.bound(...filesOf(ownerOfDraft(id)))),
					transaction.done,
				]);
				return draft && { ...draft, files: files.map(({ owner: _, ...file }) => file) };
			}),

		listDrafts: (profile) =>
			database.read(async (db) =>
				(await db.getAll('drafts'))
					.filter((draft) => profile === undefined || draft.profile === profile)
					.sort((a, b) => b.savedAt - a.savedAt)
					.map(summary),
			),

		async deleteDraft(id) {
			const deleted = await database.write(['drafts', 'files', 'items'], async (transaction) => {
				await transaction.objectStore('drafts').delete(id);
				const finalised = await transaction.objectStore('items').index('draftId').getKey(id);
				// A finalised draft's files belong to its item.
				if (finalised !== undefined) return;
				await transaction
					.objectStore('files')
					.delete(IDBKeyRange.bound(...filesOf(ownerOfDraft(id))));
			});
			if (deleted.ok) changed('other');
			return deleted;
		},
	};
}

const summary = ({ id, profile, procedure, title, revision, savedAt }: DraftRecord) => ({
	id,
	profile,
	procedure,
	title,
	revision,
	savedAt,
});
