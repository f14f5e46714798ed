import type { Procedure } from '#lib/catalogue/index.ts';
import { fail, ok, type Result } from '#lib/base/index.ts';
import { outbox } from '../outbox.svelte.ts';
import { openForm } from './open-form.browser.ts';
import { draftOf, FormSession } from './session.svelte.ts';

/** What was written last on this page, for a phone that had no room for it: the way to make some leads over another screen. */
let last: FormSession | undefined;

/** The form of a procedure, with what was left of it on this device. */
export async function startForm(procedure: Procedure): Promise<Result<FormSession, 'no-storage'>> {
	const opened = await outbox.open();
	if (!opened) return fail('no-storage');
	if (last?.isUnsaved && last.open.procedure.code === procedure.code) {
		await last.saveAgain();
		return ok(last);
	}
	const draft = await draftOf(opened, procedure.code);
	const session = new FormSession(await openForm(procedure, draft?.form), opened);
	if (draft) await session.resume(draft.id);
	last = session;
	return ok(session);
}
