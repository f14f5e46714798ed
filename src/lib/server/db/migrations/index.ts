import type { Migration } from 'kysely/migration';
import { catalogue } from './0001-catalogue.ts';
import { dossiers } from './0002-dossiers.ts';
import { audit } from './0004-audit.ts';
import { erasure } from './0005-erasure.ts';
import { signedReceipts } from './0003-signed-receipts.ts';

/**
 * Forward only, run in the order of their names. To add one: a file `000n-name.ts` beside these, a line here,
 * its tables in `schema.ts`. A migration that was released is never changed.
 */
export const migrations: Readonly<Record<string, Migration>> = {
	'0001-catalogue': catalogue,
	'0002-dossiers': dossiers,
	'0003-signed-receipts': signedReceipts,
	'0004-audit': audit,
	'0005-erasure': erasure,
};
