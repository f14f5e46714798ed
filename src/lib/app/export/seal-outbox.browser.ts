import { fail, ok, type Result } from '#lib/base/index.ts';
import { sealDossiers, sealingAlgorithm } from '#lib/dossiers/index.ts';
import type { StoreReason } from '#lib/outbox/index.ts';
import { giveFile } from '../give-file.browser.ts';
import { dayOf } from '../moment.ts';
import { outbox } from '../outbox.svelte.ts';
import { keepServerKey, serverKey } from './server-key.browser.ts';

export type ExportReason = StoreReason | 'no-key' | 'nothing' | 'aborted';

export interface Exported {
	readonly how: 'shared' | 'saved';
	/** of the file */
	readonly name: string;
}

/** Everything that waits, sealed to the server's key, in a file for the person. It goes on waiting here as well. */
export async function sealOutbox(): Promise<Result<Exported, ExportReason>> {
	if (!serverKey()) await keepServerKey();
	const key = serverKey();
	if (!key) return fail('no-key');
	const taken = await (await outbox.open())?.takeOut();
	if (!taken) return fail('no-storage');
	if (!taken.ok) return fail(taken.reason);
	if (taken.value.length === 0) return fail('nothing');
	const own = await crypto.subtle.generateKey(sealingAlgorithm, false, ['deriveBits']);
	const sealed = await sealDossiers(taken.value, key, own);
	const name = `ho-so-${dayOf(Date.now())}.motcua`;
	const given = await giveFile(new File([sealed], name, { type: sealed.type }));
	return given.ok ? ok({ how: given.value, name }) : given;
}
