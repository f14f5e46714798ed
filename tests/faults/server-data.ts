import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Enqueue } from '#lib/outbox/index.ts';
import { sha256Of } from '../support/intake.ts';

/** What a phone has of a dossier. */
export interface OnPhone {
	readonly receipt?: { readonly code: string; readonly secret: string } | undefined;
	/** its text and every file, byte for byte */
	readonly whole: boolean;
}

interface Row {
	readonly id: string;
	readonly code: string;
	readonly body: string;
	readonly secret: string;
}

const databasePath = (dataDir: string) => join(dataDir, 'mot-cua-noi.sqlite');

function rowsIn(dataDir: string): readonly Row[] {
	if (!existsSync(databasePath(dataDir))) return [];
	const db = new DatabaseSync(databasePath(dataDir));
	try {
		const dossiers = db.prepare('select id, code, body, secret from dossiers');
		return dossiers.all() as unknown as Row[];
	} finally {
		db.close();
	}
}

/** Neither received – whole, under the receipt the phone has – nor whole on the phone. @returns their ids */
export function missing(
	entries: readonly Enqueue[],
	onPhone: ReadonlyMap<string, OnPhone>,
	dataDir: string,
): string[] {
	const rows = new Map(rowsIn(dataDir).map((row) => [row.id, row]));
	const isLost = (entry: Enqueue) => {
		const row = rows.get(entry.id);
		const phone = onPhone.get(entry.id);
		const receipt = phone?.receipt;
		if (!receipt) return !phone?.whole;
		return !(
			row?.secret === receipt.secret &&
			row.code === receipt.code &&
			sha256Of(Buffer.from(row.body)) === entry.sha256 &&
			entry.attachments.every(({ sha256 }) => isKept(dataDir, sha256))
		);
	};
	return entries.filter(isLost).map(({ id }) => id);
}

function isKept(dataDir: string, sha256: string): boolean {
	const path = join(dataDir, 'uploads', sha256.slice(0, 2), sha256);
	return existsSync(path) && sha256Of(readFileSync(path)) === sha256;
}

/** Dossiers on the server that nobody finalised, or one code for two. */
export function strangers(dataDir: string, known: ReadonlySet<string>): string[] {
	const rows = rowsIn(dataDir);
	const codes = new Set(rows.map(({ code }) => code));
	const odd = rows.filter(({ id }) => !known.has(id)).map(({ id }) => id);
	return codes.size === rows.length ? odd : [...odd, 'a code was given twice'];
}

/**
 * Takes the database's write lock as another process would.
 * @returns let go; undefined where somebody else has it just now
 */
export function lockDatabase(dataDir: string): (() => void) | undefined {
	const db = new DatabaseSync(databasePath(dataDir), { timeout: 0 });
	try {
		db.exec('begin immediate');
	} catch {
		db.close();
		return undefined;
	}
	return () => {
		db.exec('rollback');
		db.close();
	};
}
