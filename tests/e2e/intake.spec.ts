import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { verifyReceipt, type KeySet, type Receipt } from '#lib/dossiers/index.ts';
import {
	dossier,
	encodeMetadata,
	metadataOf,
	newId,
	pdf,
	sha256Of,
	type TestFile,
} from '../support/intake.ts';
import { expect, test } from '../support/app.ts';
import type { TestServer } from '../support/server.ts';

const tus = { 'tus-resumable': '1.0.0' };

const put = (
	app: TestServer,
	id: string,
	body: BodyInit,
	type = 'application/json',
	more: Record<string, string> = {},
) =>
	fetch(`${app.url}/api/dossiers/${id}`, {
		method: 'PUT',
		headers: { 'content-type': type, ...more },
		body,
	});

async function begin(app: TestServer, dossierId: string, { attachment }: TestFile) {
	const metadata = encodeMetadata(metadataOf(dossierId, attachment));
	const headers = { ...tus, 'upload-length': `${attachment.bytes}`, 'upload-metadata': metadata };
	const answer = await fetch(`${app.url}/api/uploads`, { method: 'POST', headers });
	expect(answer.status).toBe(201);
	return app.url + answer.headers.get('location');
}

const patch = (url: string, offset: number, bytes: Buffer<ArrayBuffer>) =>
	fetch(url, {
		method: 'PATCH',
		headers: {
			...tus,
			'upload-offset': `${offset}`,
			'content-type': 'application/offset+octet-stream',
		},
		body: bytes,
	});

test('the built app takes a file in pieces or in one, and the dossier once', async ({ app }) => {
	const files = [pdf('a', 600_000), pdf('b', 3_000_000)] as const;
	const body = await dossier({ attachments: files.map(({ attachment }) => attachment) });
	const text = JSON.stringify(body);
	expect(await (await put(app, body.id, text)).json()).toEqual({ missing: ['a', 'b'] });
	const first = await begin(app, body.id, files[0]);
	for (let at = 0; at < 600_000; at += 262_144)
		expect((await patch(first, at, files[0].bytes.subarray(at, at + 262_144))).status).toBe(204);
	const head = await fetch(first, { method: 'HEAD', headers: tus });
	expect([head.status, head.headers.get('upload-offset')]).toEqual([200, '600000']);
	expect((await patch(await begin(app, body.id, files[1]), 0, files[1].bytes)).status).toBe(204);
	const received = await put(app, body.id, text);
	expect(received.status).toBe(201);
	const again = await put(app, body.id, text);
	expect([again.status, await again.text()]).toEqual([200, await received.text()]);
	const other = JSON.stringify(await dossier({ id: body.id }));
	expect((await put(app, body.id, other)).status).toBe(409);
	expect(app.log()).not.toContain(body.id);
});

test('the built app takes a dossier in gzip, with a length or in chunks, as the same one', async ({
	app,
}) => {
	const body = await dossier();
	const packed = gzipSync(JSON.stringify(body));
	const inGzip = { 'content-encoding': 'gzip' };
	const received = await put(app, body.id, packed, undefined, inGzip);
	expect(received.status).toBe(201);
	const receipt = await received.text();
	// Of unknown length it goes the way of all other requests.
	const chunked = await fetch(`${app.url}/api/dossiers/${body.id}`, {
		method: 'PUT',
		headers: { 'content-type': 'application/json', ...inGzip },
		body: new Blob([packed]).stream(),
		duplex: 'half',
	} as RequestInit);
	for (const again of [chunked, await put(app, body.id, JSON.stringify(body))])
		expect([again.status, await again.text()]).toEqual([200, receipt]);
	const unknown = await put(app, body.id, packed, undefined, { 'content-encoding': 'br' });
	expect([unknown.status, unknown.headers.get('accept-encoding')]).toEqual([415, 'gzip']);
});

test('the built app shows, copies and erases a dossier for its person, and logs nobody', async ({
	app,
}) => {
	const file = pdf('front', 5000, 'CCCD Nguyễn Thị Hoa.pdf');
	const body = await dossier({ attachments: [file.attachment] });
	await patch(await begin(app, body.id, file), 0, file.bytes);
	const received = await put(app, body.id, JSON.stringify(body));
	const receipt = (await received.json()) as { code: string; secret: string };
	const { keys } = (await (await fetch(`${app.url}/api/keys`)).json()) as KeySet;
	expect(await verifyReceipt(receipt as unknown as Receipt, { keys })).toBe('valid');
	const at = `${app.url}/api/dossiers/${receipt.code}`;
	const bearer = { authorization: `Bearer ${receipt.secret}` };
	const pin = await fetch(`${at}/pin`, {
		method: 'PUT',
		headers: { ...bearer, 'content-type': 'application/json' },
		body: JSON.stringify({ pin: '270419' }),
	});
	expect(pin.status).toBe(204);
	const byPin = await fetch(at, { headers: { authorization: 'PIN 270419' } });
	expect(await byPin.json()).toMatchObject({ state: 'received', attachments: body.attachments });
	expect((await fetch(at)).status).toBe(401);
	const copy = await fetch(`${at}/copy`, { headers: bearer });
	expect(await copy.json()).toMatchObject({ body });
	const bytes = await (await fetch(`${at}/files/front`, { headers: bearer })).arrayBuffer();
	expect(Buffer.from(bytes).equals(file.bytes)).toBe(true);
	expect((await fetch(at, { method: 'DELETE', headers: bearer })).status).toBe(204);
	expect(await (await fetch(at, { headers: bearer })).json()).toMatchObject({ state: 'withdrawn' });
	expect((await fetch(`${app.url}/api/openapi.json`)).status).toBe(200);

	const secrets = [body.id, receipt.code, receipt.secret, '270419', file.attachment.sha256];
	const personal = ['Hoa', '0912345678', 'CCCD', '127.0.0.1', '::1'];
	for (const text of [...secrets, ...personal]) expect(app.log()).not.toContain(text);
	const lines = app
		.log()
		.trimEnd()
		.split('\n')
		.filter((line) => !/^(Building|Built) /.test(line));
	for (const line of lines)
		expect(Object.keys(JSON.parse(line) as object).slice(0, 2)).toEqual(['at', 'event']);
});

test('the built app refuses as HTTP means it', async ({ app }) => {
	const id = newId();
	expect((await put(app, id, '{')).status).toBe(400);
	expect((await put(app, id, '{}')).status).toBe(422);
	expect((await put(app, id, '{}', 'text/plain')).status).toBe(415);
	expect((await put(app, id, ' '.repeat(2_000_000))).status).toBe(413);
	expect((await put(app, id, ' '.repeat(30_000_000))).status).toBe(413);
	expect((await put(app, '..%2f..%2fetc', '{}')).status).toBe(422);
	expect((await fetch(`${app.url}/api/dossiers/${id}`)).status).toBe(401);
	expect((await fetch(`${app.url}/api/dossiers/${id}`, { method: 'PATCH' })).status).toBe(405);

	const file = pdf('a');
	const wrong = await patch(await begin(app, id, file), 0, pdf('b').bytes);
	expect(wrong.status).toBe(460);
	const bytes = Buffer.from('<script></script>');
	const attachment = { ...file.attachment, bytes: bytes.length, sha256: sha256Of(bytes) };
	const page = await patch(await begin(app, id, { attachment, bytes }), 0, bytes);
	expect(page.status).toBe(415);
	const url = await begin(app, id, file);
	expect((await fetch(url)).status).toBe(405);
	expect((await patch(url, 0, Buffer.alloc(25_000_000))).status).toBe(413);
	expect((await fetch(url, { method: 'HEAD' })).status).toBe(412);
	expect((await fetch(`${app.url}/api/uploads`, { method: 'OPTIONS' })).status).toBe(204);
	expect((await fetch(url, { method: 'DELETE', headers: tus })).status).toBe(204);
});

test('the built app forgets a request that is cut off, and goes on', async ({ app }) => {
	const { port } = app;
	await new Promise<void>((resolve) => {
		const line = connect(port, 'localhost', () => {
			line.write(
				`PUT /api/dossiers/${newId()} HTTP/1.1\r\nhost: localhost\r\n` +
					'content-type: application/json\r\ncontent-length: 5000\r\n\r\n{"id":',
				() => setTimeout(() => line.destroy(), 100),
			);
		});
		line.on('close', () => resolve());
	});
	const body = await dossier();
	expect((await put(app, body.id, JSON.stringify(body))).status).toBe(201);
	expect(app.log()).not.toMatch(/TypeError|Unhandled/);
});
