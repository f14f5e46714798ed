import { createHash } from 'node:crypto';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { forms } from '#content/forms/index.ts';
import { dossierMessages } from '#content/messages/dossiers.vi.ts';
import { formMessages } from '#content/messages/forms.vi.ts';
import { intakeMessages as words } from '#content/messages/intake.vi.ts';
import { sealBody, type DossierBody } from '#lib/dossiers/index.ts';
import { dossier, newId, pdf, type TestFile } from '../../../../tests/support/intake.ts';
import { holdLock, onEachDatabase, type TestData } from '../../../../tests/support/databases.ts';
import { openDatabase } from '../db/open-database.ts';
import { toStored } from '../db/stored-text.ts';
import { countDossiers, receivedDossiers } from './dossier-store.ts';
import type { Limit } from './limit.ts';
import { putDossier, toResponse } from './put-dossier.ts';
import { dossierTaker, type TakePorts } from './take-in.ts';
import type { IssuedReceipt } from './receive.ts';

const sign = ({ code }: { code: string }) => ({ keyId: 'k', signature: `signed ${code}` });
const units = new Set(['01', '00004']);

async function setUpOn(
	{ dataDir: directory, url }: TestData,
	changes: Partial<TakePorts & { limit: Limit }> = {},
) {
	const db = await openDatabase(directory, { url });
	onTestFinished(() => db.destroy());
	const kept = new Map<string, number>();
	const log: string[] = [];
	let secrets = 0;
	const ports: TakePorts = {
		database: () => Promise.resolve(db),
		forms,
		formContext: { messages: formMessages, isUnit: (code) => units.has(code) },
		isProcedure: (_, code) => Promise.resolve(['1.001193', '2.000635'].includes(code)),
		provinceOf: () => '01',
		words,
		bodyWords: dossierMessages,
		sign: async () => sign,
		isKept: (sha256, bytes) => kept.get(sha256) === bytes,
		now: () => '2026-11-23T09:00:00.000Z',
		newSecret: () => `secret-${++secrets}`,
		...changes,
	};
	const taker = dossierTaker(ports);
	const putPorts = {
		taker,
		words,
		limit: changes.limit ?? (() => 0),
		log: (event: string, fields?: object) => void log.push(`${event}: ${JSON.stringify(fields)}`),
	};
	const send = (body: unknown, id: string, headers: Record<string, string> = {}) =>
		putDossier(
			new Request(`http://localhost/api/dossiers/${encodeURIComponent(id)}`, {
				method: 'PUT',
				headers: { 'content-type': 'application/json', ...headers },
				body:
					typeof body === 'string' || body instanceof Uint8Array
						? (body as string)
						: JSON.stringify(body),
			}),
			id,
			'203.0.113.7',
			putPorts,
		).then(toResponse);
	return {
		directory,
		db,
		log,
		send,
		put: (body: DossierBody) => send(body, body.id),
		arrive: async (dossierId: string, { attachment }: TestFile, under = attachment.id) => {
			kept.set(attachment.sha256, attachment.bytes);
			const id = createHash('md5').update(`${dossierId}${under}${attachment.sha256}`).digest('hex');
			const { sha256, bytes, name, type } = attachment;
			const row = { id, dossier_id: dossierId, attachment_id: under, sha256, bytes, type };
			await db
				.insertInto('uploads')
				.values({ ...row, name: toStored(name), begun_at: '2026', arrived_at: '2026' })
				.execute();
		},
		listed: async () => Array.fromAsync(receivedDossiers(db)),
	};
}

/** @param at of the byte to change; from the end where negative */
function changedAt(bytes: Buffer<ArrayBuffer>, at: number) {
	const index = at < 0 ? bytes.length + at : at;
	bytes.writeUInt8(bytes.readUInt8(index) ^ 1, index);
	return bytes;
}

const errorsOf = async (answer: Response) => {
	const { errors } = (await answer.json()) as { errors: { path: string; message: string }[] };
	return errors;
};
const receiptOf = async (answer: Response) => (await answer.json()) as IssuedReceipt;

onEachDatabase((fresh, engine) => {
	const setUp = async (changes: Partial<TakePorts & { limit: Limit }> = {}) =>
		setUpOn(await fresh(), changes);

	describe('a dossier without files', () => {
		it('gets its receipt with 201, and the same one with 200 each time it comes again', async () => {
			const { put, listed, db } = await setUp();
			const body = await dossier();
			const first = await put(body);
			expect(first.status).toBe(201);
			expect(first.headers.get('cache-control')).toBe('no-store');
			const receipt = await receiptOf(first);
			expect(receipt).toEqual({
				code: 'H01-261123-0011',
				receivedAt: '2026-11-23T09:00:00.000Z',
				sha256: body.sha256,
				secret: 'secret-1',
				keyId: 'k',
				signature: 'signed H01-261123-0011',
			});
			for (let again = 0; again < 3; again++) {
				const answer = await put(body);
				expect([answer.status, await receiptOf(answer)]).toEqual([200, receipt]);
			}
			const { id, procedure, unit, sha256 } = body;
			const { code, receivedAt } = receipt;
			expect(await listed()).toEqual([
				{ id, code, procedure, unit, receivedAt, sha256, attachments: [] },
			]);
			expect(await countDossiers(db)).toEqual({ received: 1, incomplete: 0 });
		});

		it('is kept so that its hash can be computed again', async () => {
			const { put, db } = await setUp();
			const body = await dossier();
			await put(body);
			const row = await db.selectFrom('dossiers').selectAll().executeTakeFirstOrThrow();
			expect(createHash('sha256').update(row.body).digest('hex')).toBe(body.sha256);
			expect(row.body).toContain('Nguyễn Thị Hoa');
		});

		it('is received once when it comes many times at once', async () => {
			const { put, listed } = await setUp();
			const body = await dossier();
			const answers = await Promise.all(Array.from({ length: 20 }, () => put(body)));
			expect(answers.map(({ status }) => status).sort()).toEqual([
				...Array<number>(19).fill(200),
				201,
			]);
			const receipts = await Promise.all(answers.map(receiptOf));
			expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1);
			expect(await listed()).toHaveLength(1);
		});

		it('gets a code and a secret of its own, and the list is in their order', async () => {
			const { put, listed } = await setUp();
			const bodies = await Promise.all(Array.from({ length: 30 }, () => dossier()));
			const receipts = await Promise.all(bodies.map(async (body) => receiptOf(await put(body))));
			expect(new Set(receipts.map(({ code }) => code)).size).toBe(30);
			expect(new Set(receipts.map(({ secret }) => secret)).size).toBe(30);
			const listedCodes = (await listed()).map(({ code }) => code);
			expect(listedCodes).toEqual(receipts.map(({ code }) => code).sort());
		});

		it.each([
			'1970-01-01T00:00:00Z',
			'2099-12-31T23:59:59.999+14:00',
			'+275760-09-13T00:00:00.000Z',
		])('is taken from a phone whose clock says %s', async (createdAt) => {
			const { put } = await setUp();
			expect((await put(await dossier({ createdAt }))).status).toBe(201);
		});
	});

	describe('a dossier with files', () => {
		it('waits with 202 for exactly those that are not here, and is not listed', async () => {
			const { put, arrive, listed, db } = await setUp();
			const files = [pdf('a'), pdf('b'), pdf('c')] as const;
			const body = await dossier({ attachments: files.map(({ attachment }) => attachment) });
			await arrive(body.id, files[1]);
			const waiting = await put(body);
			expect([waiting.status, await waiting.json()]).toEqual([202, { missing: ['a', 'c'] }]);
			expect(await listed()).toEqual([]);
			expect(await countDossiers(db)).toEqual({ received: 0, incomplete: 1 });
			await arrive(body.id, files[0]);
			expect(await (await put(body)).json()).toEqual({ missing: ['c'] });
			await arrive(body.id, files[2]);
			expect((await put(body)).status).toBe(201);
			expect((await listed())[0]?.attachments).toEqual(body.attachments);
			expect((await put(body)).status).toBe(200);
		});

		it('is not content with a file of another dossier, attachment, hash or size', async () => {
			const { put, arrive } = await setUp();
			const file = pdf('a');
			const { attachment } = file;
			const body = await dossier({ attachments: [attachment] });
			await arrive(newId(), file);
			await arrive(body.id, file, 'b');
			await arrive(body.id, pdf('a'));
			expect((await put(body)).status).toBe(202);
			const larger = { ...attachment, bytes: attachment.bytes + 1 };
			const other = await dossier({ attachments: [larger] });
			await arrive(other.id, file);
			expect((await put(other)).status).toBe(202);
		});

		it('is not received while the file has gone from the disk', async () => {
			const { put, arrive } = await setUp({ isKept: () => false });
			const file = pdf('a');
			const body = await dossier({ attachments: [file.attachment] });
			await arrive(body.id, file);
			expect(await (await put(body)).json()).toEqual({ missing: ['a'] });
		});

		it('keeps names as text: a path, markup, odd writing', async () => {
			const { put, arrive, listed } = await setUp();
			const names = [
				'../../etc/passwd',
				'..\\x',
				'<img src=x onerror=alert(1)>',
				'a\u0000b',
				'🙂 ‮fdp',
			];
			const files = names.map((name, i) => pdf(`f${i}`, 100 + i, name));
			const body = await dossier({ attachments: files.map(({ attachment }) => attachment) });
			for (const file of files) await arrive(body.id, file);
			expect((await put(body)).status).toBe(201);
			expect((await listed())[0]?.attachments.map(({ name }) => name)).toEqual(names);
		});
	});

	describe('another content under the same id', () => {
		it('is 409 after a receipt, and the first one stays', async () => {
			const { put, listed } = await setUp();
			const body = await dossier();
			const receipt = await receiptOf(await put(body));
			const other = await dossier({ id: body.id, unit: '01' });
			const answer = await put(other);
			expect([answer.status, await answer.json()]).toEqual([409, { message: words.conflict }]);
			expect(await receiptOf(await put(body))).toEqual(receipt);
			expect((await listed()).map(({ sha256 }) => sha256)).toEqual([body.sha256]);
		});

		it('is 409 after a 202 too', async () => {
			const { put } = await setUp();
			const body = await dossier({ attachments: [pdf('a').attachment] });
			expect((await put(body)).status).toBe(202);
			expect((await put(await dossier({ id: body.id }))).status).toBe(409);
			expect((await put(body)).status).toBe(202);
		});

		it('is 409 for all but one of those that come at once', async () => {
			const { put, listed } = await setUp();
			const id = newId();
			const bodies = await Promise.all(
				['a', 'b', 'c', 'd'].map((request) =>
					dossier({ id, answers: { fullName: 'A', phone: '0912345678', request } }),
				),
			);
			const statuses = (await Promise.all(bodies.map(put))).map(({ status }) => status);
			expect(statuses.sort()).toEqual([201, 409, 409, 409]);
			expect(await listed()).toHaveLength(1);
		});
	});

	describe('what is refused with 422', () => {
		const answers = { fullName: 'Hoa', phone: '0912345678', request: 'x' };

		it.each([
			['an unknown code', { procedure: '9.999999' }, 'procedure', words.unknownProcedure],
			['an unknown unit', { unit: '99999' }, 'unit', words.unknownUnit],
			['an unknown form', { form: { id: 'poem', version: 1 } }, 'form.id', words.unknownForm],
			[
				'an unknown version',
				{ form: { id: 'general', version: 9 } },
				'form.version',
				words.unknownVersion,
			],
			[
				'a missing answer',
				{ answers: { fullName: 'Hoa', request: 'x' } },
				'answers.phone',
				formMessages.wrong.required,
			],
			[
				'an answer that is no date',
				{ answers: { ...answers, birthDate: 'soon' } },
				'answers.birthDate',
				formMessages.wrong.notADate,
			],
			[
				'an answer nobody asked for',
				{ answers: { ...answers, salary: '1' } },
				'answers.salary',
				formMessages.wrong.unknown,
			],
		])('%s', async (_, changes, path, message) => {
			const { put, listed } = await setUp();
			const answer = await put(await dossier(changes));
			expect(answer.status).toBe(422);
			expect(await errorsOf(answer)).toEqual([{ path, message }]);
			expect(await listed()).toEqual([]);
		});

		it('a form for other procedures, while the general one is for every procedure', async () => {
			const special = forms.find(({ procedures }) => procedures.length > 0);
			if (!special) throw new Error('there is no form for certain procedures');
			const { put } = await setUp();
			const form = { id: special.id, version: special.version };
			const errors = await errorsOf(await put(await dossier({ procedure: '2.000635', form })));
			expect(errors[0]).toEqual({ path: 'form.id', message: words.formNotForProcedure });
			expect((await put(await dossier({ procedure: '2.000635' }))).status).toBe(201);
		});

		it('a hash that is not the hash of the content', async () => {
			const { put, send } = await setUp();
			const body = await dossier();
			const changed = { ...body, answers: { ...body.answers, request: 'Đổi' } };
			expect(await errorsOf(await send(changed, body.id))).toEqual([
				{ path: 'sha256', message: words.wrongHash },
			]);
			expect((await put(body)).status).toBe(201);
		});

		it('an address with another id', async () => {
			const { send } = await setUp();
			expect(await errorsOf(await send(await dossier(), newId()))).toEqual([
				{ path: 'id', message: words.otherId },
			]);
		});

		it.each(['../../x', 'x', '', '00000000-0000-4000-8000-000000000000', newId().toUpperCase()])(
			'the id %j',
			async (id) => {
				const { send } = await setUp();
				const body = await sealBody({ ...(await dossier()), id });
				const answer = await send(body, id);
				expect([answer.status, (await errorsOf(answer))[0]?.path]).toEqual([422, 'id']);
			},
		);

		it('everything at once, each with its path', async () => {
			const { put } = await setUp();
			const wrong = { procedure: '9.999999', unit: '99', answers: {} };
			const paths = (await errorsOf(await put(await dossier(wrong)))).map(({ path }) => path);
			expect(paths).toEqual([
				'procedure',
				'unit',
				'answers.fullName',
				'answers.phone',
				'answers.request',
			]);
		});
	});

	describe('what was accepted once', () => {
		it('is answered the same after its procedure, unit and form are gone', async () => {
			const { put, db } = await setUp();
			const file = pdf('a');
			const received = await dossier();
			const waiting = await dossier({ attachments: [file.attachment] });
			const receipt = await receiptOf(await put(received));
			await put(waiting);
			const later: Partial<TakePorts> = {
				database: () => Promise.resolve(db),
				isProcedure: () => Promise.resolve(false),
				forms: [],
				formContext: { messages: formMessages, isUnit: () => false },
			};
			const changed = await setUp(later);
			expect(await receiptOf(await changed.put(received))).toEqual(receipt);
			expect((await changed.put(waiting)).status).toBe(202);
			expect((await changed.put(await dossier())).status).toBe(422);
		});
	});

	describe('bodies that are no dossier', () => {
		it.each([
			['nothing', ''],
			['half of an object', '{"id":'],
			['a byte that is no UTF-8', Uint8Array.of(0x22, 0xff, 0x22)],
			['HTML', '<!doctype html>'],
		])('%s is 400', async (_, body) => {
			const { send } = await setUp();
			const answer = await send(body, newId());
			expect(answer.status).toBe(400);
			expect(await errorsOf(answer)).toEqual([{ path: '', message: words.notJson }]);
		});

		it.each([
			['null', 'null'],
			['a list', '[]'],
			['10,000 lists in each other', '['.repeat(10_000) + ']'.repeat(10_000)],
			['10,000 objects in each other', '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000)],
		])('%s is 422', async (_, body) => {
			const { send } = await setUp();
			expect((await send(body, newId())).status).toBe(422);
		});

		it.each([
			[
				'deep answers',
				(text: string) =>
					text.replace('"Xin cấp bản sao"', '['.repeat(10_000) + ']'.repeat(10_000)),
			],
			['a number beyond all numbers', (text: string) => text.replace('"Xin cấp bản sao"', '1e999')],
			['half of a surrogate pair', (text: string) => text.replace('Xin cấp bản sao', '\\ud800')],
			['__proto__ in the answers', (text: string) => text.replace('"request"', '"__proto__"')],
			['constructor in the answers', (text: string) => text.replace('"request"', '"constructor"')],
			['__proto__ beside the id', (text: string) => text.replace('{', '{"__proto__":{"id":"x"},')],
			['an unknown field', (text: string) => text.replace('{', '{"role":"admin",')],
		])('%s is 422, and nothing is kept', async (_, change) => {
			const { send, db } = await setUp();
			const body = await dossier();
			const answer = await send(change(JSON.stringify(body)), body.id);
			expect(answer.status).toBe(422);
			expect(await countDossiers(db)).toEqual({ received: 0, incomplete: 0 });
			expect(({} as Record<string, unknown>).id).toBeUndefined();
		});

		it('of a field that comes twice, the last counts, and the hash is that of what counts', async () => {
			const { send, listed } = await setUp();
			const body = await dossier();
			const twice = JSON.stringify(body).replace('{', '{"unit":"01",');
			expect((await send(twice, body.id)).status).toBe(201);
			expect((await listed())[0]?.unit).toBe('00004');
			const other = await dossier();
			const changed = JSON.stringify(other).replace(/\}$/, ',"unit":"01"}');
			expect((await errorsOf(await send(changed, other.id)))[0]?.path).toBe('sha256');
		});

		it('another media type is 415, with or without a body that would do', async () => {
			const { send } = await setUp();
			const body = await dossier();
			for (const type of ['text/plain', 'application/json; charset=utf-16', 'application/jsonx'])
				expect((await send(body, body.id, { 'content-type': type })).status).toBe(415);
			const type = 'application/json; charset=UTF-8';
			expect((await send(body, body.id, { 'content-type': type })).status).toBe(201);
		});

		it('more than a megabyte is 413', async () => {
			const { send } = await setUp();
			const body = await dossier();
			const blanks = ' '.repeat(1_060_000);
			expect((await send(JSON.stringify(body) + blanks, body.id)).status).toBe(413);
			expect((await send(JSON.stringify(body) + ' '.repeat(3000), body.id)).status).toBe(201);
		});

		describe('in gzip', () => {
			const inGzip = { 'content-encoding': 'gzip' };
			const refusal = async (answer: Response) => [
				answer.status,
				Object.keys((await answer.json()) as object),
				answer.headers.get('accept-encoding'),
			];

			it('a dossier is the same one as in plain text, whichever comes first', async () => {
				const { send, put, listed } = await setUp();
				for (const gzipFirst of [true, false]) {
					const body = await dossier();
					const packed = () => send(gzipSync(JSON.stringify(body)), body.id, inGzip);
					const first = await (gzipFirst ? packed() : put(body));
					expect(first.status).toBe(201);
					const receipt = await receiptOf(first);
					for (const again of [await packed(), await put(body)])
						expect([again.status, await receiptOf(again)]).toEqual([200, receipt]);
				}
				expect(await listed()).toHaveLength(2);
			});

			it('the encoding has its names in any case, and identity is none', async () => {
				const { send } = await setUp();
				for (const name of ['GZIP', 'x-gzip', ' gzip ']) {
					const body = await dossier();
					const headers = { 'content-encoding': name };
					expect((await send(gzipSync(JSON.stringify(body)), body.id, headers)).status).toBe(201);
				}
				for (const name of ['identity', '']) {
					const body = await dossier();
					expect((await send(body, body.id, { 'content-encoding': name })).status).toBe(201);
				}
			});

			it('another encoding is 415, and named is what would do', async () => {
				const { send } = await setUp();
				const body = await dossier();
				for (const name of ['br', 'deflate', 'gzip, gzip', 'gzip, br', 'zstd', 'x']) {
					const answer = await send(brotliCompressSync(JSON.stringify(body)), body.id, {
						'content-encoding': name,
					});
					expect(await refusal(answer)).toEqual([415, ['message'], 'gzip']);
				}
				// RFC 7694 § 3: a 415 for another reason names none.
				const type = { 'content-type': 'text/plain', ...inGzip };
				const answer = await send(gzipSync(JSON.stringify(body)), body.id, type);
				expect(await refusal(answer)).toEqual([415, ['message'], null]);
			});

			it.each([
				['plain text', (text: string) => Buffer.from(text)],
				['nothing', () => Buffer.alloc(0)],
				['a stream that was cut', (text: string) => gzipSync(text).subarray(0, -9)],
				['a wrong check sum', (text: string) => changedAt(gzipSync(text), -8)],
				['another method', (text: string) => changedAt(gzipSync(text), 2)],
				['Latin-1', () => gzipSync(Buffer.from('{"a":"\xe9"}', 'latin1'))],
				['half of the text', (text: string) => gzipSync(text.slice(0, 99))],
			])('%s is 400', async (_, change) => {
				const { send, db } = await setUp();
				const body = await dossier();
				const answer = await send(change(JSON.stringify(body)), body.id, inGzip);
				expect(await refusal(answer)).toEqual([400, ['errors'], null]);
				expect(await countDossiers(db)).toEqual({ received: 0, incomplete: 0 });
			});

			it('what unfolds to more than a megabyte is 413, and no more of it is unfolded', async () => {
				const { send } = await setUp();
				const body = await dossier();
				const padded = (blanks: number) => gzipSync(JSON.stringify(body) + ' '.repeat(blanks));
				expect((await send(padded(1_060_000), body.id, inGzip)).status).toBe(413);
				expect((await send(padded(3000), body.id, inGzip)).status).toBe(201);
				// Whoever unfolded it to its end would find its check sum wrong.
				const bomb = changedAt(gzipSync(Buffer.alloc(50_000_000)), -8);
				expect((await send(bomb, body.id, inGzip)).status).toBe(413);
			});
		});

		it('too many from one client are 429, with the time to wait', async () => {
			const asked: string[] = [];
			const { put } = await setUp({ limit: (_, client) => asked.push(client) });
			const answer = await put(await dossier());
			expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '1']);
			expect(asked).toEqual(['203.0.113.7']);
		});
	});

	describe('a server that cannot keep it', () => {
		const expectBusy = (answer: Response) => {
			expect(answer.status).toBe(503);
			expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
		};

		it('says 503 while the database is locked, and takes it afterwards', async () => {
			const data = await fresh();
			const { put, log } = await setUpOn(data);
			const letGo = await holdLock(data);
			const body = await dossier();
			expectBusy(await put(body));
			expect(log).toEqual([
				`dossier-not-taken: {"dossier":"${body.id}","reason":"the database is locked by another process"}`,
			]);
			await letGo();
			expect((await put(body)).status).toBe(201);
		});

		it.runIf(engine === 'SQLite')(
			'says 503 when the disk is full, keeps nothing by halves, and takes it when there is room',
			async () => {
				const { put, db, log } = await setUp();
				const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
				await sql`pragma max_page_count = ${sql.lit(rows[0]?.page_count)}`.execute(db);
				const request = 'x'.repeat(9000);
				const body = await dossier({ answers: { fullName: 'Hoa', phone: '0912345678', request } });
				expectBusy(await put(body));
				expect(log.join()).toMatch(/the disk is full"}$/);
				expect(log.join()).not.toMatch(/Hoa|0912345678|xxx/);
				expect(await countDossiers(db)).toEqual({ received: 0, incomplete: 0 });
				await sql`pragma max_page_count = 1000000`.execute(db);
				const answer = await put(body);
				expect([answer.status, (await receiptOf(answer)).code]).toEqual([201, 'H01-261123-0011']);
			},
		);

		it('says 503 when there is no database', async () => {
			const nowhere = { SQLite: undefined, PostgreSQL: 'postgres://127.0.0.1:1/none' };
			const { put } = await setUp({
				database: () => openDatabase('/dev/null', { url: nowhere[engine] }),
			});
			expectBusy(await put(await dossier()));
		});
	});
});
