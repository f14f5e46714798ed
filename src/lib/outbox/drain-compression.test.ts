import { expect, test } from 'vitest';
import type { Fault } from '../../../tests/faults/fake-service.ts';
import { done, dossier, file, Phone } from '../../../tests/faults/phone.ts';

/** With its two files a text of more than 500 characters. */
const long = async () => dossier([await file('front', 900), await file('back', 900)]);

async function queued(phone: Phone, ...entries: Awaited<ReturnType<typeof dossier>>[]) {
	const store = await phone.store();
	for (const entry of entries) await done(store.enqueue(entry));
	return store;
}

const puts = (phone: Phone) => phone.service.requests.filter(({ method }) => method === 'PUT');
const encodings = (phone: Phone) => puts(phone).map(({ encoding }) => encoding ?? 'plain');
const textsOf = (phone: Phone, id: string) => [...(phone.service.dossiers.get(id)?.texts ?? [])];

/** The answer to a PUT that is compressed, or to one that is not. */
const to =
	(which: 'gzip' | 'plain', fault: Fault) =>
	({ method, headers }: { method: string; headers: Readonly<Record<string, string>> }) =>
		method === 'PUT' && (headers['content-encoding'] ?? 'plain') === which ? fault : undefined;

test('sends the text compressed, and the server has it to the letter', async () => {
	const phone = new Phone();
	const entry = await long();
	await queued(phone, entry);
	expect(await phone.drain()).toEqual({ delivered: 1, left: 0 });
	expect(encodings(phone)).toEqual(['gzip']);
	expect(puts(phone)[0]?.bytes).toBeLessThan(entry.payload.length * 0.8);
	expect(textsOf(phone, entry.id)).toEqual([entry.payload]);
});

test('sends a short text as it is, and every text from a phone that cannot compress', async () => {
	const short = new Phone();
	const entry = await dossier();
	expect(entry.payload.length).toBeLessThan(500);
	await queued(short, entry);
	await short.drain();
	expect(encodings(short)).toEqual(['plain']);

	const gzips = [
		() => Promise.reject(new RangeError('out of memory')),
		(bytes: Uint8Array<ArrayBuffer>) => Promise.resolve(new Uint8Array([...bytes, 0])),
	];
	for (const gzip of gzips) {
		const phone = new Phone();
		await queued(phone, await long());
		expect(await phone.drain({ compression: { gzip, refused: false } })).toMatchObject({
			delivered: 1,
		});
		expect(encodings(phone)).toEqual(['plain']);
	}
});

test('tells an older server the same in plain text at once, and everything after it', async () => {
	const phone = new Phone();
	phone.service.readsGzip = false;
	const entries = [await long(), await long()] as const;
	await queued(phone, ...entries);
	expect(await phone.drain()).toEqual({ delivered: 2, left: 0 });
	expect(encodings(phone)).toEqual(['gzip', 'plain', 'plain']);
	for (const { id, payload } of entries) expect(textsOf(phone, id)).toEqual([payload]);

	const third = await long();
	await queued(phone, third);
	await phone.drain();
	expect(encodings(phone).slice(3)).toEqual(['plain']);

	// The app is opened another day: the server may be another one.
	phone.reload();
	phone.service.readsGzip = true;
	await queued(phone, await long());
	await phone.drain();
	expect(encodings(phone).slice(4)).toEqual(['gzip']);
	expect(phone.service.received()).toHaveLength(4);
});

const refusals: [number, string][] = [
	[400, '{"errors":[{"path":"","message":"không đọc được"}]}'],
	[413, ''],
	[415, '{"message":"không đúng kiểu"}'],
	[422, '{"errors":[{"path":"sha256","message":"không khớp"}]}'],
	[501, '<h1>Not Implemented</h1>'],
];

test.each(refusals)(
	'makes no refusal of a %i to compressed text: it is sent plain, once, and delivered once',
	async (status, body) => {
		const phone = new Phone();
		const entry = await long();
		await queued(phone, entry);
		phone.service.fault = to('gzip', { kind: 'answer', status, body });
		expect(await phone.drain()).toEqual({ delivered: 1, left: 0 });
		expect(encodings(phone)).toEqual(['gzip', 'plain']);
		expect(phone.service.received()).toEqual([entry.id]);
		expect(phone.compression.refused).toBe(true);
	},
);

test('believes a refusal that plain text meets too, and goes on compressing', async () => {
	const phone = new Phone();
	const [bad, good] = [await long(), await long()];
	const store = await queued(phone, bad, good);
	const errors = [{ path: 'answers.phone', message: 'Số điện thoại thiếu số' }];
	phone.service.fault = ({ method, url }) =>
		method === 'PUT' && url.endsWith(bad.id)
			? { kind: 'answer', status: 422, body: JSON.stringify({ errors }) }
			: undefined;
	expect(await phone.drain()).toEqual({ delivered: 1, left: 0 });
	expect(encodings(phone)).toEqual(['gzip', 'plain', 'gzip']);
	const item = await done(store.item(bad.id));
	expect(item).toMatchObject({ state: 'needs-attention', reason: 'refused', errors });
	expect(item?.uncertain).toBe(false);
});

test('keeps the item where both ways are answered 400', async () => {
	const phone = new Phone();
	const entry = await long();
	const store = await queued(phone, entry);
	phone.service.fault = ({ method }) =>
		method === 'PUT' ? { kind: 'answer', status: 400 } : undefined;
	expect(await phone.drain()).toMatchObject({ delivered: 0, left: 1 });
	expect(encodings(phone)).toEqual(['gzip', 'plain']);
	expect(await done(store.item(entry.id))).toMatchObject({ state: 'waiting', attempts: 1 });
});

test('knows that the plain text may have arrived when its answer is lost', async () => {
	const phone = new Phone();
	phone.service.readsGzip = false;
	const entry = await long();
	const store = await queued(phone, entry);
	phone.service.fault = to('plain', { kind: 'no-answer' });
	expect(await phone.drain()).toMatchObject({ delivered: 0, left: 1 });
	expect(await done(store.item(entry.id))).toMatchObject({
		uncertain: true,
		lastError: { kind: 'unreachable' },
	});
	phone.service.fault = () => undefined;
	await done(store.wake());
	expect(await phone.drain()).toMatchObject({ delivered: 1 });
	expect(encodings(phone)).toEqual(['gzip', 'plain', 'plain']);
	expect(textsOf(phone, entry.id)).toEqual([entry.payload]);
});

test.each<[string, Fault]>([
	['breaks off', { kind: 'no-request' }],
	['hangs', { kind: 'hang' }],
	['is answered 403', { kind: 'answer', status: 403 }],
	['is answered 500', { kind: 'answer', status: 500 }],
])('gets through where each compressed text %s', async (_, fault) => {
	const phone = new Phone();
	const entry = await long();
	const store = await queued(phone, entry);
	phone.service.fault = to('gzip', fault);
	for (let drain = 1; drain <= 2; drain++) {
		expect(await phone.drain()).toMatchObject({ left: 1 });
		await done(store.wake());
	}
	expect(await phone.drain()).toEqual({ delivered: 1, left: 0 });
	expect(encodings(phone)).toEqual(['gzip', 'gzip', 'plain']);
});

test('does not repeat itself on 401, 409 and 429, which are not about compression', async () => {
	for (const status of [401, 409, 429]) {
		const phone = new Phone();
		await queued(phone, await long());
		phone.service.fault = to('gzip', { kind: 'answer', status });
		await phone.drain();
		expect(encodings(phone)).toEqual(['gzip']);
	}
});

test('sends nothing plain for an item that another drain has taken over meanwhile', async () => {
	const phone = new Phone();
	const entry = await long();
	const store = await queued(phone, entry);
	phone.service.readsGzip = false;
	let asked = 0;
	const handingOver: typeof store.handingOver = (id, sender) =>
		++asked === 1 ? store.handingOver(id, sender) : Promise.resolve({ ok: true, value: false });
	expect(await phone.drain({ store: { ...store, handingOver } })).toMatchObject({ delivered: 0 });
	expect(encodings(phone)).toEqual(['gzip']);
});
