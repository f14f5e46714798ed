import { createHash } from 'node:crypto';
import type { AuditTable } from '../db/schema.ts';

/**
 * The hash of an entry: over the one before it too, so that no entry can be changed, taken out or put in between without
 * changing every later one. A JSON list, so that no field can flow into the next.
 * @param previous hash of the entry before; empty for the first
 * @returns lower-hex SHA-256
 */
export const entryHash = (
	previous: string,
	{ seq, at, action, subject, detail }: Omit<AuditTable, 'hash'>,
): string =>
	createHash('sha256')
		.update(JSON.stringify([previous, seq, at, action, subject, detail]))
		.digest('hex');
