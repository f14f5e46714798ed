import { createHash } from 'node:crypto';
import {
	canonicalText,
	parseDossierBody,
	type BodyError,
	type DossierBody,
	type DossierMessages,
} from '#lib/dossiers/index.ts';
import { findForm } from '#lib/forms/index.ts';
import { explainSystemFailure } from '../db/database-failure.ts';
import type { Database } from '../db/open-database.ts';
import { checkContent, type ContentPorts } from './check-content.ts';
import { consentsIn } from './consents.ts';
import { inBatches } from './in-batches.ts';
import {
	lookUp,
	receiveAll,
	type Incoming,
	type Known,
	type Received,
	type ReceivePorts,
} from './receive.ts';

export interface TakePorts extends Omit<ContentPorts, 'isProcedure'> {
	readonly database: () => Promise<Database>;
	readonly isProcedure: (db: Database, code: string) => Promise<boolean>;
	readonly bodyWords: DossierMessages;
	/** code of the province a unit belongs to, or is */
	readonly provinceOf: (unit: string) => string;
	readonly isKept: ReceivePorts['isKept'];
	readonly sign: () => Promise<ReceivePorts['sign']>;
	/** ISO 8601, UTC */
	readonly now: () => string;
	readonly newSecret: () => string;
}

export type TakenIn =
	Received | { readonly kind: 'invalid'; readonly errors: readonly BodyError[] };

/** A body whose hash is that of its text. */
export interface CheckedBody {
	readonly body: DossierBody;
	/** RFC 8785, without the hash */
	readonly text: string;
}

export interface DossierTaker {
	/** Form, id and hash of what claims to be a body. @param id it must have; absent: any */
	read(
		json: unknown,
		id?: string,
	):
		| ({ readonly ok: true } & CheckedBody)
		| { readonly ok: false; readonly errors: readonly BodyError[] };
	/** Takes in what `read` found right. @throws what the database or the file system says */
	take(checked: CheckedBody): Promise<TakenIn>;
}

/** Dossiers of one transaction. */
const mostAtOnce = 256;

/** Takes dossiers in, on whatever way they come: over the line, or in a sealed file. */
export function dossierTaker(ports: TakePorts): DossierTaker {
	const { words } = ports;
	const receive = inBatches<Incoming, Received>(
		async (incoming) => {
			const [db, sign] = await Promise.all([ports.database(), ports.sign()]);
			return receiveAll(db, incoming, { now: ports.now(), sign, isKept: ports.isKept });
		},
		{ most: mostAtOnce, concernsAll: (error) => explainSystemFailure(error) !== undefined },
	);

	const find = inBatches<string, Known | undefined>(
		async (ids) => {
			const [db, sign] = await Promise.all([ports.database(), ports.sign()]);
			const known = await lookUp(db, ids, sign);
			return ids.map((id) => known.get(id));
		},
		{ most: mostAtOnce, concernsAll: () => true },
	);

	return {
		read: (json, id) => {
			const parsed = parseDossierBody(json, ports.bodyWords);
			if (!parsed.ok) return parsed;
			if (id !== undefined && parsed.body.id !== id)
				return { ok: false, errors: [{ path: 'id', message: words.otherId }] };
			const text = canonicalText(parsed.body);
			if (createHash('sha256').update(text).digest('hex') !== parsed.body.sha256)
				return { ok: false, errors: [{ path: 'sha256', message: words.wrongHash }] };
			return { ...parsed, text };
		},
		take: async ({ body, text }) => {
			const known = await find(body.id);
			if (known && known.sha256 !== body.sha256) return { kind: 'conflict' };
			if (known?.receipt) return { kind: 'received', receipt: known.receipt, first: false };
			// What was once found right stays right: the list of units may have changed while a file was on its way.
			if (!known) {
				const db = await ports.database();
				const isProcedure = (code: string) => ports.isProcedure(db, code);
				const errors = await checkContent(body, { ...ports, isProcedure });
				if (errors.length > 0) return { kind: 'invalid', errors };
			}
			const form = findForm(ports.forms, body.form.id, body.form.version);
			return receive({
				body,
				text,
				province: ports.provinceOf(body.unit),
				secret: ports.newSecret(),
				consents: form ? consentsIn(form, body.answers) : [],
			});
		},
	};
}
