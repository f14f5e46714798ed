import { createHash, timingSafeEqual } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Database, DossierTable } from '../db/schema.ts';
import { claimGuess, forgetGuesses } from './guesses.ts';
import { isPin, isPinForm } from './pin.ts';

export type DossierRow = Selectable<DossierTable>;

export type Authorised =
	| { readonly kind: 'allowed'; readonly dossier: DossierRow; readonly by: 'secret' | 'pin' }
	/** whatever of it was wrong */
	| { readonly kind: 'refused' }
	/** @property seconds until a PIN may be tried again */
	| { readonly kind: 'wait'; readonly seconds: number };

const codeForm = /^H\d{2}-\d{6}-\d{4,9}$/;

/**
 * Who asks for a dossier by its code: with the receipt's secret, or with the PIN the person chose.
 * @param authorization `Bearer <secret>` or `PIN <digits>`
 * @param now ISO 8601, UTC
 */
export async function authorise(
	db: Database,
	code: string,
	authorization: string | null,
	now: string,
): Promise<Authorised> {
	const [scheme = '', credential = ''] = (authorization ?? '').split(' ');
	if (!codeForm.test(code) || credential === '') return { kind: 'refused' };
	if (/^bearer$/i.test(scheme)) {
		const dossier = await find(db, code);
		// Hashes are of one length, and take one time to compare, whatever was sent.
		const same = timingSafeEqual(digest(dossier?.secret ?? ''), digest(credential));
		return dossier && same ? { kind: 'allowed', dossier, by: 'secret' } : { kind: 'refused' };
	}
	if (!/^pin$/i.test(scheme) || !isPinForm(credential)) return { kind: 'refused' };
	const seconds = await claimGuess(db, code, now);
	if (seconds > 0) return { kind: 'wait', seconds };
	const dossier = await find(db, code);
	const known = await db
		.selectFrom('pins')
		.select(['salt', 'hash'])
		.where('dossier_id', '=', dossier?.id ?? '')
		.executeTakeFirst();
	if (!(await isPin(credential, known)) || !dossier) return { kind: 'refused' };
	await forgetGuesses(db, code);
	return { kind: 'allowed', dossier, by: 'pin' };
}

const find = (db: Database, code: string): Promise<DossierRow | undefined> =>
	db.selectFrom('dossiers').selectAll().where('code', '=', code).executeTakeFirst();

const digest = (text: string) => createHash('sha256').update(text).digest();
