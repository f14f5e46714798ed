import { randomBytes } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
	kindOfType,
	openSealed,
	parseContents,
	Unsealable,
	type Attachment,
	type BodyError,
	type DossierBody,
	type SealedContents,
	type SealFault,
} from '#lib/dossiers/index.ts';
import type { Database } from '../db/open-database.ts';
import { makeDirectory } from '../db/make-directory.ts';
import type { IssuedReceipt } from '../dossiers/receive.ts';
import type { DossierTaker } from '../dossiers/take-in.ts';
import type { ServerKeys } from '../keys/key-store.ts';
import { isKept, keepFile } from '../uploads/kept-files.ts';
import { addUpload, noteArrival } from '../uploads/upload-store.ts';

export interface SealedPorts {
	readonly keys: ServerKeys;
	readonly taker: DossierTaker;
	readonly database: Database;
	/** `uploads` of the data directory */
	readonly directory: string;
	/** ISO 8601, UTC */
	readonly now: () => string;
}

/** What became of a dossier of a sealed file. */
export type SealedResult =
	| {
			readonly result: 'received';
			readonly id: string;
			/** false: it was here before, and this is its receipt */
			readonly first: boolean;
			readonly receipt: IssuedReceipt;
	  }
	| { readonly result: 'missing'; readonly id: string; readonly missing: readonly string[] }
	| { readonly result: 'conflict'; readonly id: string }
	| { readonly result: 'refused'; readonly errors: readonly BodyError[] };

type Dossier = SealedContents['dossiers'][number];

/**
 * Takes in the dossiers of a sealed file as if they had come over the line: the same checks, the same receipts, and what
 * was received before is not received twice. Of a damaged file, the dossiers before the damage are taken.
 * @throws Unsealable; what the database or the file system says
 */
export async function* receiveFile(path: string, ports: SealedPorts): AsyncGenerator<SealedResult> {
	const file = await open(path, 'r');
	try {
		const read = async (at: number, bytes: number) => {
			const buffer = new Uint8Array(bytes);
			const { bytesRead } = await file.read(buffer, 0, bytes, at);
			return buffer.subarray(0, bytesRead);
		};
		const parts = openSealed(read, (id) => ports.keys.opening(id));
		const { value: first } = await parts.next();
		const { dossiers } = parseContents(first ?? new Uint8Array());
		for (const dossier of dossiers) yield await takeOne(dossier, parts, ports);
	} finally {
		await file.close();
	}
}

type Parts = AsyncGenerator<Uint8Array<ArrayBuffer>>;

async function takeOne(dossier: Dossier, parts: Parts, ports: SealedPorts): Promise<SealedResult> {
	const found = ports.taker.read(parseJson(dossier.payload));
	const body = found.ok ? found.body : undefined;
	for (const { id, bytes } of dossier.files) {
		const declared = body?.attachments.find((attachment) => attachment.id === id);
		await takeBytes(bytes, parts, declared && body && { body, declared }, ports);
	}
	if (!found.ok) return { result: 'refused', errors: found.errors };
	const { id } = found.body;
	const taken = await ports.taker.take(found);
	switch (taken.kind) {
		case 'received':
			return { result: 'received', id, first: taken.first, receipt: taken.receipt };
		case 'missing':
			return { result: 'missing', id, missing: taken.attachments };
		case 'conflict':
			return { result: 'conflict', id };
		case 'invalid':
			return { result: 'refused', errors: taken.errors };
	}
}

interface Declared {
	readonly body: DossierBody;
	readonly declared: Attachment;
}

/** Reads a file's bytes to their end; keeps them where the dossier declares them and they are what it says. */
async function takeBytes(
	bytes: number,
	parts: Parts,
	wanted: Declared | undefined,
	{ directory, database, now }: SealedPorts,
): Promise<void> {
	const id = randomBytes(16).toString('hex');
	const folder = join(directory, 'partial');
	makeDirectory(folder);
	const path = join(folder, id);
	const out = await open(path, 'wx');
	try {
		for (let left = bytes; left > 0;) {
			const { value, done } = await parts.next();
			if (done || value.length > left || value.length === 0) throw new Unsealable('damaged');
			left -= value.length;
			if (wanted) await out.writeFile(value);
		}
		if (!wanted) return;
		const { sha256, type, name } = wanted.declared;
		const kept = await keepFile(path, directory, { sha256, kind: kindOfType(type) });
		// What is not as declared counts as missing.
		if (kept !== 'kept') return;
		const dossier = wanted.body.id;
		const claim = {
			dossier,
			attachment: wanted.declared.id,
			sha256,
			filename: name,
			filetype: type,
		};
		await addUpload(database, id, wanted.declared.bytes, claim, now());
		await noteArrival(database, { id, sha256, bytes: wanted.declared.bytes }, now(), (hash, size) =>
			isKept(directory, hash, size),
		);
	} finally {
		await out.close();
		await rm(path, { force: true });
	}
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** For the operator. */
export const sealFaults: Readonly<Record<SealFault, string>> = {
	'no-sealed-file': 'it is no sealed file',
	'unknown-key': 'it is sealed to a key that this server does not have',
	damaged: 'it was changed or cut off on the way',
};
