import * as v from 'valibot';
import { dossierStates } from '#lib/dossiers/index.ts';
import type { Database } from '../db/schema.ts';
import { eraseDossier } from './erase.ts';

const days = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(36_500));

/** Days after which content goes: counted from when a dossier came into its state; a state not named keeps it. */
const schema = v.strictObject({
	/** files and uploads that no dossier has */
	unclaimed: v.pipe(days, v.minValue(1)),
	states: v.strictObject(v.entriesFromList(dossierStates, v.exactOptional(days))),
});

export type Retention = v.InferOutput<typeof schema>;

/** The operator's retention periods cannot be used. */
export class WrongRetention extends Error {}

/** @param text JSON @param where its name in messages @throws WrongRetention */
export function readRetention(text: string, where: string): Retention {
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch {
		throw new WrongRetention(`${where}: not valid JSON`);
	}
	const parsed = v.safeParse(schema, json);
	if (parsed.success) return parsed.output;
	const [issue] = parsed.issues;
	throw new WrongRetention(`${where}: ${v.getDotPath(issue) ?? 'whole'}: ${issue.message}`);
}

export interface PurgePorts {
	readonly directory: string;
	/** ISO 8601, UTC */
	readonly now: string;
	/** only says what would be erased */
	readonly dryRun?: boolean;
	readonly signal?: AbortSignal;
}

const day = 24 * 3_600_000;
const atOnce = 200;

/** Erases the content whose time is over, one dossier after the other, each with its audit entry. @returns how many */
export async function purge(
	db: Database,
	retention: Retention,
	{ directory, now, dryRun, signal }: PurgePorts,
): Promise<number> {
	let erased = 0;
	for (const [state, kept] of Object.entries(retention.states)) {
		const before = new Date(Date.parse(now) - kept * day).toISOString();
		for (let last = ''; ;) {
			const due = await db
				.selectFrom('dossiers')
				.select('id')
				.where('state', '=', state)
				.where('erased_at', 'is', null)
				.where(({ fn }) => fn.coalesce('state_at', 'received_at'), '<=', before)
				.where('id', '>', last)
				.orderBy('id')
				.limit(atOnce)
				.execute();
			for (const { id } of due) {
				signal?.throwIfAborted();
				const reason = `${kept} days ${state}`;
				if (dryRun || (await eraseDossier(db, id, { by: 'retention', reason }, { directory, now })))
					erased++;
			}
			if (due.length < atOnce) break;
			last = due.at(-1)?.id ?? '';
		}
	}
	// A wait for a PIN is a day at most.
	await db
		.deleteFrom('wrong_guesses')
		.where('last_at', '<', new Date(Date.parse(now) - 2 * day).toISOString())
		.execute();
	return erased;
}
