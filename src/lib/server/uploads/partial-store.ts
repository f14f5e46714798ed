import { createWriteStream } from 'node:fs';
import { rm, stat, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DataStore, ERRORS, Upload } from '@tus/server';
import { makeDirectory } from '../db/make-directory.ts';
import type { Database } from '../db/open-database.ts';
import { kindOfType } from '#lib/dossiers/index.ts';
import { isKept, keepFile } from './kept-files.ts';
import type { UploadMessages } from './messages.ts';
import { readMetadata } from './metadata.ts';
import { Refusal } from './refusal.ts';
import {
	addUpload,
	claimOf,
	countUploads,
	findUpload,
	noteArrival,
	removeUpload,
} from './upload-store.ts';
import type { UploadRow } from './upload-store.ts';

export interface PartialStorePorts {
	/** `uploads` of the data directory */
	readonly directory: string;
	readonly database: () => Promise<Database>;
	readonly words: UploadMessages;
	/** ISO 8601, UTC */
	readonly now: () => string;
}

/** Uploads of one dossier, begun or arrived: fifty files, each begun anew four times. */
const mostOfOne = 200;

/** The only ids there are; anything else in an address is no file's name. */
const idForm = /^[0-9a-f]{32}$/;

/**
 * Where the tus server keeps what has come so far: the bytes in `partial/<id>`, what was said about them in the database.
 * How far an upload is, is the size of its file. A whole one moves to its place under its hash; its row stays, so that a
 * phone that lost the last answer learns that all has arrived.
 */
export class PartialStore extends DataStore {
	readonly #ports: PartialStorePorts;

	constructor(ports: PartialStorePorts) {
		super();
		this.#ports = ports;
		this.extensions = ['creation', 'creation-with-upload', 'termination'];
	}

	override async create(upload: Upload): Promise<Upload> {
		const { database, directory, words, now } = this.#ports;
		const db = await database();
		if ((await countUploads(db, upload.metadata?.dossier ?? '')) >= mostOfOne)
			throw new Refusal(429, { message: words.tooMany });
		makeDirectory(join(directory, 'partial'));
		await writeFile(this.#path(upload.id), '', { flag: 'wx' });
		const claim = readMetadata(upload.metadata, words);
		await addUpload(db, upload.id, upload.size ?? 0, claim, now());
		return upload;
	}

	override async write(readable: Readable, id: string, offset: number): Promise<number> {
		const file = createWriteStream(this.#path(id), { flags: 'r+', start: offset, flush: true });
		try {
			await pipeline(readable, file);
		} finally {
			// What is still being written when a line breaks counts too: the next HEAD must see it.
			if (!file.closed) await once(file, 'close');
		}
		return offset + file.bytesWritten;
	}

	/** @throws Refusal for one that has come whole and is not what was announced */
	override async getUpload(id: string): Promise<Upload> {
		const row = await this.#find(id);
		const offset = row.arrived_at === null ? await this.#bytesSoFar(row) : row.bytes;
		// The process ended between the last byte and the file's place.
		if (row.arrived_at === null && offset >= row.bytes) await this.#take(row);
		return new Upload({
			id,
			size: row.bytes,
			offset,
			metadata: { ...claimOf(row) },
			creation_date: row.begun_at,
		});
	}

	override async remove(id: string): Promise<void> {
		await this.#find(id);
		await removeUpload(await this.#ports.database(), id);
		await rm(this.#path(id), { force: true });
	}

	/**
	 * A whole upload takes its place under its hash, and counts as arrived.
	 * @throws Refusal 460 for other bytes than announced, 415 for another kind of file: it is thrown away
	 */
	async finish(id: string): Promise<void> {
		const row = await this.#find(id);
		if (row.arrived_at === null) await this.#take(row);
	}

	async #take(row: UploadRow): Promise<void> {
		const { directory, database, words, now } = this.#ports;
		const expected = { sha256: row.sha256, kind: kindOfType(row.type) };
		const here = (sha256: string, bytes: number) => isKept(directory, sha256, bytes);
		try {
			do {
				const kept = await keepFile(this.#path(row.id), directory, expected);
				if (kept === 'kept') continue;
				await this.remove(row.id);
				throw kept === 'other-hash'
					? new Refusal(460, { message: words.wrongHash })
					: new Refusal(415, { message: words.otherKind });
			} while (!(await noteArrival(await database(), row, now(), here)));
		} catch (error) {
			// Another request, or another process, took it at the same moment.
			if (isMissing(error) && (await this.#find(row.id)).arrived_at !== null) return;
			throw error;
		}
		await rm(this.#path(row.id), { force: true });
	}

	async #find(id: string): Promise<UploadRow> {
		const row = idForm.test(id) ? await findUpload(await this.#ports.database(), id) : undefined;
		if (!row) throw ERRORS.FILE_NOT_FOUND;
		return row;
	}

	async #bytesSoFar({ id }: UploadRow): Promise<number> {
		try {
			return (await stat(this.#path(id))).size;
		} catch (error) {
			throw isMissing(error) ? ERRORS.FILE_NO_LONGER_EXISTS : error;
		}
	}

	#path(id: string): string {
		return join(this.#ports.directory, 'partial', id);
	}
}

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';
