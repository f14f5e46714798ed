import { newDossierId, sealBody } from '#lib/dossiers/index.ts';
import type { Answers } from '#lib/forms/index.ts';
import { fail, ok, type Result } from '#lib/base/index.ts';
import type { FileWithBytes, StoreReason } from '#lib/outbox/index.ts';
import type { Outbox } from '#lib/outbox/index.browser.ts';
import { isoTime } from '../moment.ts';

/** What a person has reviewed and hands in. */
export interface Reviewed {
	readonly profile: string;
	/** code of the procedure */
	readonly procedure: string;
	/** name of the procedure */
	readonly title: string;
	readonly unit: string;
	readonly unitName: string;
	readonly form: { readonly id: string; readonly version: number };
	readonly answers: Answers;
	readonly files: readonly FileWithBytes[];
	readonly draftId: string;
	readonly draftRevision: number;
}

/**
 * Finalises: id, form version and hash are frozen, and form and files go into the outbox in one transaction. Pressed
 * twice, or in two tabs, it is one dossier.
 * @param now milliseconds since 1970 by the phone's clock: a claim, never a deadline
 */
export async function finalise(
	outbox: Outbox,
	{ files, ...reviewed }: Reviewed,
	now: number,
): Promise<Result<void, StoreReason | 'changed-elsewhere'>> {
	const id = newDossierId(now, crypto.getRandomValues(new Uint8Array(16)));
	const body = await sealBody({
		id,
		procedure: reviewed.procedure,
		unit: reviewed.unit,
		form: reviewed.form,
		answers: reviewed.answers,
		attachments: files.map(({ id, name, type, bytes, sha256 }) => ({
			id,
			name,
			type,
			bytes,
			sha256,
		})),
		createdAt: isoTime(now),
	});
	const queued = await outbox.enqueue({
		id,
		payload: JSON.stringify(body),
		sha256: body.sha256,
		attachments: body.attachments,
		profile: reviewed.profile,
		procedure: reviewed.procedure,
		title: reviewed.title,
		unitName: reviewed.unitName,
		draftId: reviewed.draftId,
		draftRevision: reviewed.draftRevision,
	});
	return queued.ok || queued.reason === 'exists' ? ok(undefined) : fail(queued.reason);
}
