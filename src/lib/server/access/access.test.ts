import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { canonicalText } from '#lib/dossiers/index.ts';
import { accessMessages as words } from '#content/messages/access.vi.ts';
import { dossier, newId, pdf, sha256Of } from '../../../../tests/support/intake.ts';
import { onEachDatabase, type TestData } from '../../../../tests/support/databases.ts';
import { check } from '../audit/check.ts';
import { openDatabase } from '../db/open-database.ts';
import { receiveAll, type IssuedReceipt } from '../dossiers/receive.ts';
import { keepFile, keptPath } from '../uploads/kept-files.ts';
import { answerRequests } from './answer-requests.ts';
import { eraseDossier } from './erase.ts';
import { waitAfter } from './guesses.ts';
import { isEasyPin } from './pin.ts';
import { purge, readRetention } from './retention.ts';

const sign = () => ({ keyId: 'k', signature: 's' });

async function setUpOn({ dataDir, url }: TestData) {
	const db = await openDatabase(dataDir, { url });
	onTestFinished(() => db.destroy());
	const directory = join(dataDir, 'uploads');
	const clock = { now: '2026-11-23T09:00:00.000Z' };
	const access = answerRequests({
		database: () => Promise.resolve(db),
		directory: () => directory,
		words,
		now: () => clock.now,
		limit: () => 0,
		takePinToken: () => 0,
		log: () => undefined,
	});
	let secrets = 0;
	const receive = async (files = [pdf('front', 400, 'Mặt trước "1".pdf')]) => {
		const body = await dossier({ attachments: files.map(({ attachment }) => attachment) });
		for (const { attachment, bytes } of files) {
			const source = join(dataDir, 'source');
			writeFileSync(source, bytes);
			await keepFile(source, directory, { sha256: attachment.sha256, kind: 'application/pdf' });
			const { id, sha256, bytes: size, name, type } = attachment;
			const row = { attachment_id: id, sha256, bytes: size, name, type, dossier_id: body.id };
			const times = { begun_at: clock.now, arrived_at: clock.now };
			const upload = { id: sha256Of(Buffer.from(body.id + id)).slice(0, 32), ...row, ...times };
			await db.insertInto('uploads').values(upload).execute();
		}
		const consents = [{ purpose: 'share', wording: 'Tôi đồng ý cho dùng số điện thoại.' }];
		const secret = `secret-${++secrets}`;
		const ports = { now: clock.now, sign, isKept: () => true };
		const incoming = { body, text: canonicalText(body), province: '01', secret, consents };
		const [received] = await receiveAll(db, [incoming], ports);
		if (received?.kind !== 'received') throw new Error(received?.kind);
		return { body, files, receipt: received.receipt };
	};
	const ask = (authorization?: string, body?: unknown) =>
		new Request('http://localhost/', {
			method: 'PUT',
			headers: authorization ? { authorization } : {},
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		});
	const bearer = ({ secret }: IssuedReceipt, body?: unknown) => ask(`Bearer ${secret}`, body);
	return { db, directory, clock, access, receive, ask, bearer };
}

const address = '203.0.113.7';
const actions = async (db: Awaited<ReturnType<typeof setUpOn>>['db']) =>
	(await db.selectFrom('audit').select('action').orderBy('seq').execute()).map(
		({ action }) => action,
	);

onEachDatabase((fresh) => {
	const setUp = async () => setUpOn(await fresh());

	it('shows a dossier to whoever has the secret of its receipt', async () => {
		const { access, receive, bearer } = await setUp();
		const { receipt, body } = await receive();
		const answer = await access.status(bearer(receipt), receipt.code, address);
		expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
		const { procedure, unit, sha256, attachments } = body;
		expect(await answer.json()).toEqual({
			...{ code: receipt.code, procedure, unit, state: 'received', sha256, attachments },
			receivedAt: receipt.receivedAt,
			stateAt: receipt.receivedAt,
			consents: [
				{
					purpose: 'share',
					wording: 'Tôi đồng ý cho dùng số điện thoại.',
					givenAt: body.createdAt,
				},
			],
		});
	});

	it('tells nobody which part was wrong', async () => {
		const { access, receive, ask, bearer } = await setUp();
		const [one, other] = [await receive(), await receive()];
		await access.setPin(bearer(one.receipt, { pin: '270419' }), one.receipt.code, address);
		const { code } = one.receipt;
		const tries: [string | undefined, string][] = [
			[undefined, code],
			['Bearer ', code],
			[`Bearer ${other.receipt.secret}`, code],
			[`Bearer ${one.receipt.secret}`, 'H01-261123-9999'],
			[`Bearer ${one.receipt.secret}`, "' or 1=1 --"],
			['PIN 270418', code],
			['PIN 270419', 'H01-261123-9999'],
			['PIN 270419', other.receipt.code],
			['PIN 1', code],
			['Basic MTox', code],
		];
		const answers = await Promise.all(
			tries.map(async ([authorization, code]) => {
				const answer = await access.status(ask(authorization), code, address);
				return `${answer.status} ${await answer.text()}`;
			}),
		);
		expect(new Set(answers)).toEqual(
			new Set([`401 ${JSON.stringify({ message: words.refused })}`]),
		);
	});

	it('opens to the PIN that the person chose, and logs that it did', async () => {
		const { access, receive, ask, bearer, db } = await setUp();
		const { receipt } = await receive();
		expect((await access.status(ask('PIN 270419'), receipt.code, address)).status).toBe(401);
		const set = await access.setPin(bearer(receipt, { pin: '270419' }), receipt.code, address);
		expect(set.status).toBe(204);
		const code = receipt.code.toLowerCase();
		expect((await access.status(ask('PIN 270419'), code, address)).status).toBe(200);
		expect(await actions(db)).toEqual(['received', 'pin-set', 'read']);
		const row = await db.selectFrom('pins').selectAll().executeTakeFirstOrThrow();
		expect(JSON.stringify(row)).not.toContain('270419');
	});

	it.each(['12345', '1234567890123', 'abcdef', 270419, '111111', '123456', '987654', '121212'])(
		'does not take %s for a PIN',
		async (pin) => {
			const { access, receive, bearer } = await setUp();
			const { receipt } = await receive();
			const answer = await access.setPin(bearer(receipt, { pin }), receipt.code, address);
			expect(answer.status).toBe(422);
		},
	);

	it('lets nobody change a PIN by the PIN', async () => {
		const { access, receive, bearer, ask } = await setUp();
		const { receipt } = await receive();
		await access.setPin(bearer(receipt, { pin: '270419' }), receipt.code, address);
		const again = await access.setPin(ask('PIN 270419', { pin: '904172' }), receipt.code, address);
		expect(again.status).toBe(401);
	});

	it('makes who guesses wait, longer each time, whether the code exists or not, also many at once', async () => {
		const { access, receive, ask, bearer, clock } = await setUp();
		const { receipt } = await receive();
		await access.setPin(bearer(receipt, { pin: '270419' }), receipt.code, address);
		for (const code of [receipt.code, 'H01-261123-9999']) {
			const answers = await Promise.all(
				Array.from({ length: 12 }, () => access.status(ask('PIN 904172'), code, address)),
			);
			const statuses = answers.map(({ status }) => status).sort();
			expect(statuses).toEqual([...Array<number>(5).fill(401), ...Array<number>(7).fill(429)]);
			const waiting = answers.find(({ status }) => status === 429);
			expect(waiting?.headers.get('retry-after')).toBe('900');
		}
		const right = () => access.status(ask('PIN 270419'), receipt.code, address);
		expect((await right()).status).toBe(429);
		// The receipt's secret still opens.
		expect((await access.status(bearer(receipt), receipt.code, address)).status).toBe(200);
		clock.now = '2026-11-23T09:15:01.000Z';
		expect((await access.status(ask('PIN 904172'), receipt.code, address)).status).toBe(401);
		expect((await right()).headers.get('retry-after')).toBe('1800');
		clock.now = '2026-11-23T09:46:00.000Z';
		expect((await right()).status).toBe(200);
		expect((await access.status(ask('PIN 904172'), receipt.code, address)).status).toBe(401);
	});

	it('gives a person a copy of everything, and each file', async () => {
		const { access, receive, bearer } = await setUp();
		const { receipt, body, files } = await receive();
		const answer = await access.copy(bearer(receipt), receipt.code, address);
		expect(await answer.json()).toMatchObject({
			body,
			log: [{ action: 'received' }, { action: 'copied' }],
		});
		const file = await access.file(bearer(receipt), receipt.code, 'front', address);
		expect(Buffer.from(await file.arrayBuffer()).equals(files[0]?.bytes ?? Buffer.alloc(0))).toBe(
			true,
		);
		expect(file.headers.get('content-type')).toBe('application/pdf');
		expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''M%E1/);
		const none = await access.file(bearer(receipt), receipt.code, '../front', address);
		expect(none.status).toBe(404);
	});

	it('erases a dossier on request: nothing that a person wrote or sent remains, and everything still stands', async () => {
		const { access, receive, bearer, db, directory } = await setUp();
		const { receipt, body, files } = await receive();
		await access.setPin(bearer(receipt, { pin: '270419' }), receipt.code, address);
		expect((await access.erase(bearer(receipt), receipt.code, address)).status).toBe(204);
		const status = await access.status(bearer(receipt), receipt.code, address);
		expect(await status.json()).toMatchObject({ state: 'withdrawn', attachments: [] });
		expect((await access.copy(bearer(receipt), receipt.code, address)).status).toBe(200);
		const rows = await Promise.all(
			(['dossiers', 'dossier_attachments', 'uploads', 'pins', 'audit'] as const).map((table) =>
				db.selectFrom(table).selectAll().execute(),
			),
		);
		expect(JSON.stringify(rows)).not.toMatch(/Nguyễn|0912345678|Mặt trước/);
		expect(existsSync(keptPath(directory, files[0]?.attachment.sha256 ?? ''))).toBe(false);
		expect(await check(db, directory)).toMatchObject({ ok: true });
		// A phone that lost its receipt and puts the dossier again gets it, and brings nothing back.
		const ports = { now: '2027', sign, isKept: () => true };
		const again = { body, text: '', province: '01', secret: 'x', consents: [] };
		expect(await receiveAll(db, [again], ports)).toEqual([
			{ kind: 'received', receipt, first: false },
		]);
	});

	it('keeps a file that another dossier has too', async () => {
		const { access, receive, bearer, directory } = await setUp();
		const file = pdf('a');
		const [one, two] = [await receive([file]), await receive([file])];
		const path = keptPath(directory, file.attachment.sha256);
		await access.erase(bearer(one.receipt), one.receipt.code, address);
		expect(existsSync(path)).toBe(true);
		await access.erase(bearer(two.receipt), two.receipt.code, address);
		expect(existsSync(path)).toBe(false);
	});

	it('leaves a dossier that an officer works on to the office', async () => {
		const { access, receive, bearer, db } = await setUp();
		const { receipt } = await receive();
		await db.updateTable('dossiers').set({ state: 'accepted' }).execute();
		expect((await access.erase(bearer(receipt), receipt.code, address)).status).toBe(409);
	});

	it('takes a consent back, and keeps what was agreed and when', async () => {
		const { access, receive, bearer } = await setUp();
		const { receipt } = await receive();
		const withdraw = (purpose: string) =>
			access.withdrawConsent(bearer(receipt), receipt.code, purpose, address);
		expect((await withdraw('share')).status).toBe(204);
		expect((await withdraw('other')).status).toBe(404);
		const { consents } = (await (
			await access.status(bearer(receipt), receipt.code, address)
		).json()) as { consents: object[] };
		expect(consents).toMatchObject([{ withdrawnAt: '2026-11-23T09:00:00.000Z' }]);
	});

	it('erases what its retention period is over for, and writes why', async () => {
		const { receive, db, directory, clock } = await setUp();
		const [done, fresh] = [await receive(), await receive()];
		await db
			.updateTable('dossiers')
			.set({ state: 'returned', state_at: '2026-01-01T00:00:00.000Z' })
			.where('id', '=', done.body.id)
			.execute();
		const periods = readRetention('{"unclaimed":30,"states":{"returned":100}}', 'test');
		const ports = { directory, now: clock.now };
		expect(await purge(db, periods, { ...ports, dryRun: true })).toBe(1);
		expect(await purge(db, periods, ports)).toBe(1);
		expect(await purge(db, periods, ports)).toBe(0);
		const rows = await db.selectFrom('dossiers').select(['id', 'erased_at']).execute();
		expect(rows.find(({ id }) => id === done.body.id)?.erased_at).toBe(clock.now);
		expect(rows.find(({ id }) => id === fresh.body.id)?.erased_at).toBeNull();
		const entry = await db
			.selectFrom('audit')
			.select('detail')
			.where('action', '=', 'erased')
			.executeTakeFirstOrThrow();
		expect(JSON.parse(entry.detail)).toEqual({ by: 'retention', reason: '100 days returned' });
		expect(await eraseDossier(db, newId(), { by: 'operator' }, ports)).toBe(false);
	});
});

describe('retention periods', () => {
	it.each([
		['{', 'x: not valid JSON'],
		['{"unclaimed":0,"states":{}}', 'x: unclaimed: '],
		['{"unclaimed":30,"states":{"lost":1}}', 'x: states.lost: '],
		['{"unclaimed":30,"states":{"returned":-1}}', 'x: states.returned: '],
	])('that cannot be used are named: %s', (text, line) => {
		expect(() => readRetention(text, 'x')).toThrow(line);
	});
});

it('waits nothing for five guesses, then 15 minutes, doubling to a day', () => {
	const minutes = [4, 5, 6, 7, 11, 12, 40].map((guesses) => waitAfter(guesses) / 60_000);
	expect(minutes).toEqual([0, 15, 30, 60, 960, 1440, 1440]);
});

it('knows the easiest PINs', () => {
	expect(['000000', '123456', '890123', '654321', '001100'].map(isEasyPin)).not.toContain(false);
	expect(['270419', '135790', '190485'].map(isEasyPin)).not.toContain(true);
});
