import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { uploadMessages as words } from '#content/messages/intake.vi.ts';
import {
	encodeMetadata,
	metadataOf,
	newId,
	pdf,
	sha256Of,
	type TestFile,
} from '../../../../tests/support/intake.ts';
import { onEachDatabase, type TestData } from '../../../../tests/support/databases.ts';
import { openDatabase } from '../db/open-database.ts';
import { mostFileBytes, uploadHandler, type UploadPorts } from './handle-upload.ts';
import { keptPath } from './kept-files.ts';

const address = 'http://localhost/api/uploads';

async function setUpOn({ dataDir, url }: TestData, changes: Partial<UploadPorts> = {}) {
	const directory = join(dataDir, 'uploads');
	const db = await openDatabase(dataDir, { url });
	onTestFinished(() => db.destroy());
	const log: string[] = [];
	const ports: UploadPorts = {
		directory,
		database: () => Promise.resolve(db),
		words,
		now: () => '2026-11-23T09:00:00.000Z',
		limit: () => 0,
		log: (event, fields) => void log.push(`${event}: ${JSON.stringify(fields)}`),
		...changes,
	};
	const handle = uploadHandler(ports);
	const ask = (
		method: string,
		url: string,
		headers: Record<string, string> = {},
		body?: Buffer,
	) => {
		const all = { 'tus-resumable': '1.0.0', ...headers };
		const init = { method, headers: all, ...(body ? { body, duplex: 'half' } : {}) };
		return handle(new Request(url, init as RequestInit), '203.0.113.7');
	};
	const create = (length: number, metadata: Record<string, string>) =>
		ask('POST', address, {
			'upload-length': `${length}`,
			'upload-metadata': encodeMetadata(metadata),
		});
	const begin = async (dossier: string, { attachment }: TestFile) => {
		const answer = await create(attachment.bytes, metadataOf(dossier, attachment));
		expect(answer.status).toBe(201);
		return new URL(answer.headers.get('location') ?? '', address).href;
	};
	const patch = (url: string, offset: number, bytes: Buffer, headers = {}) =>
		ask(
			'PATCH',
			url,
			{
				'upload-offset': `${offset}`,
				'content-type': 'application/offset+octet-stream',
				'content-length': `${bytes.length}`,
				...headers,
			},
			bytes,
		);
	return {
		dataDir,
		directory,
		db,
		log,
		handle,
		ask,
		create,
		begin,
		patch,
		head: (url: string) => ask('HEAD', url),
		partialOf: (url: string) => join(directory, 'partial', url.split('/').at(-1) ?? ''),
		arrived: () =>
			db
				.selectFrom('uploads')
				.select(['dossier_id', 'attachment_id', 'sha256', 'bytes', 'name'])
				.where('arrived_at', 'is not', null)
				.execute(),
		send: async (dossier: string, file: TestFile) => {
			const url = await begin(dossier, file);
			return { url, answer: await patch(url, 0, file.bytes) };
		},
	};
}

/** Whole files below `uploads`, by name, temporary ones and folders aside. */
const keptFiles = (directory: string) =>
	existsSync(directory)
		? readdirSync(directory, { recursive: true, withFileTypes: true })
				.filter((entry) => entry.isFile() && !entry.parentPath.endsWith('partial'))
				.map(({ name }) => name)
		: [];

const messageOf = async (answer: Response) =>
	((await answer.json()) as { message: string }).message;

onEachDatabase((fresh, engine) => {
	const setUp = async (changes: Partial<UploadPorts> = {}) => setUpOn(await fresh(), changes);

	describe('a file in pieces', () => {
		it('is kept byte for byte under its hash, and linked with its dossier', async () => {
			const { begin, patch, head, arrived, directory, partialOf } = await setUp();
			const file = pdf('front', 700_001, '../../x/../y.pdf');
			const dossier = newId();
			const url = await begin(dossier, file);
			const piece = 262_144;
			for (let at = 0; at < file.bytes.length; at += piece) {
				expect((await head(url)).headers.get('upload-offset')).toBe(`${at}`);
				const answer = await patch(url, at, file.bytes.subarray(at, at + piece));
				expect(answer.status).toBe(204);
			}
			const { sha256, bytes, name } = file.attachment;
			expect(readFileSync(keptPath(directory, sha256)).equals(file.bytes)).toBe(true);
			expect(keptFiles(directory)).toEqual([sha256]);
			expect(existsSync(partialOf(url))).toBe(false);
			expect(await arrived()).toEqual([
				{ dossier_id: dossier, attachment_id: 'front', sha256, bytes, name },
			]);
		});

		it('tells a phone that lost the last answer that all is here, and hands nothing out', async () => {
			const { send, head, ask } = await setUp();
			const { url } = await send(newId(), pdf('a'));
			const answer = await head(url);
			expect([answer.status, answer.headers.get('upload-offset')]).toEqual([200, '2000']);
			expect(answer.headers.get('upload-length')).toBe('2000');
			expect((await ask('DELETE', url)).status).toBe(400);
			expect((await head(url)).status).toBe(200);
		});

		it('is stored once when it comes for two dossiers, and linked twice', async () => {
			const { send, arrived, directory } = await setUp();
			const file = pdf('a');
			await send(newId(), file);
			await send(newId(), file);
			expect(keptFiles(directory)).toEqual([file.attachment.sha256]);
			expect(await arrived()).toHaveLength(2);
		});

		it('takes its place although the process ended before that', async () => {
			const { begin, head, arrived, partialOf, directory } = await setUp();
			const file = pdf('a');
			const url = await begin(newId(), file);
			writeFileSync(partialOf(url), file.bytes);
			expect((await head(url)).headers.get('upload-offset')).toBe('2000');
			expect(await arrived()).toHaveLength(1);
			expect(keptFiles(directory)).toEqual([file.attachment.sha256]);
		});

		it('takes its place once when two ask at the same moment', async () => {
			const { begin, head, arrived, partialOf } = await setUp();
			const file = pdf('a', 300_000);
			const url = await begin(newId(), file);
			writeFileSync(partialOf(url), file.bytes);
			const answers = await Promise.all([head(url), head(url), head(url)]);
			expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
			expect(await arrived()).toHaveLength(1);
		});

		it('can come with the first request', async () => {
			const { ask, arrived } = await setUp();
			const file = pdf('a');
			const metadata = encodeMetadata(metadataOf(newId(), file.attachment));
			const answer = await ask(
				'POST',
				address,
				{
					'upload-length': '2000',
					'upload-metadata': metadata,
					'content-type': 'application/offset+octet-stream',
					'content-length': '2000',
				},
				file.bytes,
			);
			expect(answer.status).toBe(201);
			expect(await arrived()).toHaveLength(1);
		});

		it('heals a kept file that was damaged on the disk', async () => {
			const { send, directory } = await setUp();
			const file = pdf('a');
			await send(newId(), file);
			writeFileSync(keptPath(directory, file.attachment.sha256), 'damaged');
			await send(newId(), file);
			expect(readFileSync(keptPath(directory, file.attachment.sha256)).equals(file.bytes)).toBe(
				true,
			);
		});
	});

	describe('what is thrown away', () => {
		it('is a file of other bytes than announced: 460', async () => {
			const { begin, patch, head, arrived, directory } = await setUp();
			const file = pdf('a');
			const url = await begin(newId(), file);
			const answer = await patch(url, 0, pdf('b').bytes);
			expect([answer.status, await messageOf(answer)]).toEqual([460, words.wrongHash]);
			expect((await head(url)).status).toBe(404);
			expect([await arrived(), keptFiles(directory)]).toEqual([[], []]);
			expect(readdirSync(join(directory, 'partial'))).toEqual([]);
		});

		it.each([
			[
				'a web page that calls itself a PDF',
				Buffer.from('<script>alert(1)</script>'),
				'application/pdf',
			],
			['a PDF that calls itself a picture', pdf('x').bytes, 'image/jpeg'],
			['a program that calls itself a PNG', Buffer.from('MZ\x90\0\x03'), 'image/png'],
			['nothing that calls itself a PDF', Buffer.alloc(0), 'application/pdf'],
		])('is %s: 415', async (_, bytes, filetype) => {
			const { create, patch, arrived, directory } = await setUp();
			const sha256 = sha256Of(bytes);
			const metadata = { dossier: newId(), attachment: 'a', sha256, filename: 'a.pdf', filetype };
			const created = await create(bytes.length, metadata);
			const location = created.headers.get('location') ?? '';
			const answer =
				bytes.length === 0 ? created : await patch(new URL(location, address).href, 0, bytes);
			expect([answer.status, await messageOf(answer)]).toEqual([415, words.otherKind]);
			expect(answer.headers.get('content-type')).toBe('application/json');
			expect([await arrived(), keptFiles(directory)]).toEqual([[], []]);
		});

		it('is what the phone takes back', async () => {
			const { begin, patch, ask, head, partialOf } = await setUp();
			const file = pdf('a');
			const url = await begin(newId(), file);
			await patch(url, 0, file.bytes.subarray(0, 100));
			expect((await ask('DELETE', url)).status).toBe(204);
			expect((await head(url)).status).toBe(404);
			expect(existsSync(partialOf(url))).toBe(false);
		});
	});

	describe('what is not begun', () => {
		const good = () => metadataOf(newId(), pdf('a').attachment);

		it.each(['dossier', 'attachment', 'sha256', 'filename', 'filetype'] as const)(
			'is a file without %s: 422',
			async (field) => {
				const { create, directory } = await setUp();
				const metadata = Object.fromEntries(
					Object.entries(good()).filter(([name]) => name !== field),
				);
				for (const wrong of [metadata, { ...metadata, [field]: '' }]) {
					const answer = await create(10, wrong);
					expect(answer.status).toBe(422);
					expect(await answer.json()).toMatchObject({ errors: [{ path: field }] });
				}
				expect(existsSync(directory)).toBe(false);
			},
		);

		it.each([
			['dossier', '../../etc/passwd'],
			['dossier', newId().toUpperCase()],
			['dossier', '00000000-0000-4000-8000-000000000000'],
			['attachment', '../a'],
			['attachment', 'a/b'],
			['attachment', 'a'.repeat(65)],
			['sha256', '../../../../etc/passwd'],
			['sha256', 'A'.repeat(64)],
			['filename', 'a'.repeat(256)],
		])('is a file whose %s is %j: 422', async (field, value) => {
			const { create, directory } = await setUp();
			const answer = await create(10, { ...good(), [field]: value });
			expect(answer.status).toBe(422);
			expect(await answer.json()).toMatchObject({ errors: [{ path: field }] });
			expect(existsSync(directory)).toBe(false);
		});

		it('is a file without metadata, or with metadata nobody can read', async () => {
			const { ask } = await setUp();
			expect((await ask('POST', address, { 'upload-length': '1' })).status).toBe(422);
			const unreadable = { 'upload-length': '1', 'upload-metadata': 'dossier ???' };
			expect((await ask('POST', address, unreadable)).status).toBe(400);
		});

		it.each(['image/svg+xml', 'text/html', 'application/octet-stream', 'x'])(
			'is a file of the type %s: 415',
			async (filetype) => {
				const { create } = await setUp();
				const answer = await create(10, { ...good(), filetype });
				expect([answer.status, await messageOf(answer)]).toEqual([415, words.notTaken]);
			},
		);

		it('is a file of more than 20 MB, or of a size that is not said', async () => {
			const { create, ask } = await setUp();
			const answer = await create(mostFileBytes + 1, good());
			expect([answer.status, await messageOf(answer)]).toEqual([413, words.tooLarge]);
			expect((await create(mostFileBytes, good())).status).toBe(201);
			const metadata = encodeMetadata(good());
			const later = { 'upload-defer-length': '1', 'upload-metadata': metadata };
			expect((await ask('POST', address, later)).status).toBe(501);
		});

		it('is one more file of a client that begins too many', async () => {
			const { create } = await setUp({ limit: () => 7 });
			const answer = await create(10, good());
			expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '7']);
			expect(await messageOf(answer)).toBe(words.tooMany);
		});
	});

	describe('tus', () => {
		it('says what it can do', async () => {
			const { ask } = await setUp();
			const { status, headers } = await ask('OPTIONS', address);
			expect(status).toBe(204);
			expect(headers.get('tus-version')).toBe('1.0.0');
			expect(headers.get('tus-extension')).toBe('creation,creation-with-upload,termination');
			expect(headers.get('tus-max-size')).toBe(`${mostFileBytes}`);
			expect(headers.get('access-control-allow-origin')).toBeNull();
		});

		it('refuses another version with 412, and another offset with 409', async () => {
			const { begin, handle, patch } = await setUp();
			const url = await begin(newId(), pdf('a'));
			expect((await handle(new Request(url, { method: 'HEAD' }), '::1')).status).toBe(412);
			expect((await patch(url, 5, Buffer.alloc(10))).status).toBe(409);
		});

		it('takes no byte beyond the announced length', async () => {
			const { begin, patch, head } = await setUp();
			const url = await begin(newId(), pdf('a'));
			const answer = await patch(url, 0, Buffer.alloc(2001));
			expect([answer.status, await messageOf(answer)]).toEqual([413, words.tooLarge]);
			expect((await head(url)).headers.get('upload-offset')).toBe('0');
		});

		it.each([
			'..%2f..%2fmot-cua-noi.sqlite',
			'..%5c..%5cx',
			'%2e%2e',
			'partial',
			'a%00b',
			'%ff',
			`${'0'.repeat(31)}g`,
			'0'.repeat(32),
		])('knows no file called %s', async (name) => {
			const { ask, patch, directory, dataDir } = await setUp();
			mkdirSync(directory, { recursive: true });
			for (const method of ['HEAD', 'DELETE'])
				expect((await ask(method, `${address}/${name}`)).status).toBe(404);
			expect((await patch(`${address}/${name}`, 0, Buffer.from('x'))).status).toBe(404);
			expect(readdirSync(directory)).toEqual([]);
			if (engine === 'SQLite') expect(existsSync(join(dataDir, 'mot-cua-noi.sqlite'))).toBe(true);
		});

		it('says that an upload is gone whose bytes were lost', async () => {
			const { begin, head, partialOf } = await setUp();
			const url = await begin(newId(), pdf('a'));
			rmSync(partialOf(url));
			expect((await head(url)).status).toBe(410);
		});
	});

	describe('a server that cannot keep it', () => {
		const expectBusy = async (answer: Response) => {
			expect([answer.status, await messageOf(answer)]).toEqual([503, words.unavailable]);
			expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
		};

		it.skipIf(!existsSync('/dev/full'))(
			'says 503 when the disk is full, and goes on where it stopped when there is room',
			async () => {
				const { begin, patch, head, partialOf, log, arrived } = await setUp();
				const file = pdf('a');
				const url = await begin(newId(), file);
				rmSync(partialOf(url));
				symlinkSync('/dev/full', partialOf(url));
				await expectBusy(await patch(url, 0, file.bytes));
				expect(log).toEqual(['upload-not-taken: {"reason":"the disk is full"}']);
				rmSync(partialOf(url));
				writeFileSync(partialOf(url), file.bytes.subarray(0, 700));
				expect((await head(url)).headers.get('upload-offset')).toBe('700');
				expect((await patch(url, 700, file.bytes.subarray(700))).status).toBe(204);
				expect(await arrived()).toHaveLength(1);
			},
		);

		it('says 503 when the whole file cannot take its place, and takes it when asked again', async () => {
			const { begin, patch, head, directory, arrived } = await setUp();
			const file = pdf('a');
			const url = await begin(newId(), file);
			const folder = join(directory, file.attachment.sha256.slice(0, 2));
			writeFileSync(folder, 'in the way');
			await expectBusy(await patch(url, 0, file.bytes));
			expect(await arrived()).toEqual([]);
			rmSync(folder);
			expect((await head(url)).headers.get('upload-offset')).toBe('2000');
			expect(await arrived()).toHaveLength(1);
		});

		it('takes two hundred uploads for one dossier, and then lets it wait', async () => {
			const { create, db } = await setUp();
			const dossier = newId();
			const { attachment } = pdf('a');
			const { sha256, bytes, name, type } = attachment;
			const rows = Array.from({ length: 199 }, (_, i) => ({
				...{ id: String(i).padStart(32, '0'), dossier_id: dossier, attachment_id: 'a' },
				...{ sha256, bytes, name, type, begun_at: '2026', arrived_at: null },
			}));
			await db.insertInto('uploads').values(rows).execute();
			expect((await create(2000, metadataOf(dossier, attachment))).status).toBe(201);
			const refused = await create(2000, metadataOf(dossier, attachment));
			expect([refused.status, await messageOf(refused)]).toEqual([429, words.tooMany]);
			expect(refused.headers.get('retry-after')).toBe('3600');
			expect((await create(2000, metadataOf(newId(), attachment))).status).toBe(201);
		});

		it('says 503 when its directory cannot be made', async () => {
			const { create, dataDir } = await setUp();
			writeFileSync(join(dataDir, 'uploads'), '');
			await expectBusy(await create(2000, metadataOf(newId(), pdf('a').attachment)));
		});

		it.runIf(engine === 'SQLite')(
			'says 503 while the database is locked, and logs nothing that a person wrote',
			async () => {
				const { create, db, dataDir, log } = await setUp();
				await sql`pragma busy_timeout = 50`.execute(db);
				const other = new DatabaseSync(join(dataDir, 'mot-cua-noi.sqlite'));
				onTestFinished(() => other.close());
				other.exec('begin immediate');
				const metadata = metadataOf(newId(), pdf('a', 100, 'CCCD Nguyễn Thị Hoa.pdf').attachment);
				await expectBusy(await create(100, metadata));
				expect(log).toEqual([
					'upload-not-taken: {"reason":"the database is locked by another process"}',
				]);
				other.exec('rollback');
				expect((await create(100, metadata)).status).toBe(201);
			},
		);
	});
});
