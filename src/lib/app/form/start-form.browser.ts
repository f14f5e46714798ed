import type { Procedure } from '#lib/catalogue/index.ts';
import { fail, ok, type Result } from '#lib/base/index.ts';
import { outbox } from '../outbox.svelte.ts';
import { openForm } from './open-form.browser.ts';
import { draftOf, FormSession } from './session.svelte.ts';

/** The form of a procedure, with what was left of it on this device. */
export async function startForm(procedure: Procedure): Promise<Result<FormSession, 'no-storage'>> {
	const opened = await outbox.open();
	if (!opened) return fail('no-storage');
	const draft = await draftOf(opened, procedure.code);
	const session = new FormSession(await openForm(procedure, draft?.form), opened);
	if (draft) await session.resume(draft.id);
	return ok(session);
}
