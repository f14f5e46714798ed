import { expect, test } from 'vitest';
import type { Fault } from '../../../tests/faults/fake-service.ts';
import { done, dossier, file, Phone } from '../../../tests/faults/phone.ts';
import { longestBackoffMs } from './backoff.ts';
import type { OutboxItem } from './item.ts';

async function queued(phone: Phone, ...entries: Awaited<ReturnType<typeof dossier>>[]) {
	const store = await phone.store();
	for (const entry of entries) await done(store.enqueue(entry));
	return store;
}

async function itemOf(phone: Phone, id: string): Promise<OutboxItem> {
	const item = await done((await phone.store()).item(id));
	if (!item) throw new Error('the item is gone');
	return item;
}

/** The first requests that match meet the fault, the others nothing. */
const firstTimes = (times: number, method: string, fault: Fault) => {
	let left = times;
	return (request: { method: string }) =>
		request.method === method && left-- > 0 ? fault : undefined;
};

test('delivers form and files, byte for byte, and keeps the receipt', async () => {
	const phone = new Phone();
	const photo = await file('photo', 700_000, 'a/b\\<i>ảnh.jpg');
	const entry = await dossier([photo, await file('empty', 0)]);
	const store = await queued(phone, entry);

	const report = await phone.drain();

	expect(report).toEqual({ delivered: 1, left: 0 });
	const held = phone.service.dossiers.get(entry.id);
	expect([...(held?.texts ?? [])]).toEqual([entry.payload]);
	expect(phone.service.files.get(`${entry.id}/photo`)).toEqual(
		new Uint8Array(await photo.blob.arrayBuffer()),
	);
	expect([...phone.service.uploads.values()][0]?.filename).toBe('a/b\\<i>ảnh.jpg');
	expect(await done(store.receipt(entry.id))).toEqual(held?.receipt);
	const item = await itemOf(phone, entry.id);
	expect(item).toMatchObject({
		state: 'delivered',
		receipt: { code: 'HS-1', receivedAt: held?.receipt?.receivedAt },
		unitName: 'Phường Ba Đình',
		procedure: '1.001193',
		title: 'Đăng ký khai sinh',
		uncertain: false,
	});
	expect(item.files.map(({ id, held }) => [id, held])).toEqual([
		['photo', true],
		['empty', true],
	]);
	expect(await done(store.fileBytes(entry.id, 'photo'))).toBeUndefined();
	expect(await done(store.claim(entry.id, 'nobody'))).toBeUndefined();
});

test('sends the oldest first', async () => {
	const phone = new Phone();
	const entries = [await dossier(), await dossier(), await dossier()];
	await queued(phone, ...entries);
	await phone.drain();
	expect(phone.service.received()).toEqual(entries.map(({ id }) => id));
});

test('sends what is queued while it is sending', async () => {
	const phone = new Phone();
	const [first, second] = [await dossier(), await dossier()];
	const store = await queued(phone, first);
	phone.service.fault = () => {
		if (phone.service.requests.length === 1) void store.enqueue(second);
		return undefined;
	};
	expect(await phone.drain()).toEqual({ delivered: 2, left: 0 });
});

const kept: [string, Fault, object][] = [
	['a lost request', { kind: 'no-request' }, { kind: 'unreachable' }],
	['a lost answer', { kind: 'no-answer' }, { kind: 'unreachable' }],
	['no answer for a long time', { kind: 'hang' }, { kind: 'stalled' }],
	['silence after it arrived', { kind: 'hang-after' }, { kind: 'stalled' }],
	["a captive portal's page", { kind: 'portal' }, { kind: 'not-our-server', status: 200 }],
	['an answer made into a page', { kind: 'mangled' }, { kind: 'not-our-server', status: 200 }],
	['a 500', { kind: 'answer', status: 500 }, { kind: 'server', status: 500 }],
	['a 502 page', { kind: 'answer', status: 502, body: '<html>' }, { kind: 'server', status: 502 }],
	[
		'a 404 during a deploy',
		{ kind: 'answer', status: 404 },
		{ kind: 'not-our-server', status: 404 },
	],
	['a 400', { kind: 'answer', status: 400 }, { kind: 'not-our-server', status: 400 }],
	['a 501', { kind: 'answer', status: 501 }, { kind: 'server', status: 501 }],
	['a 403', { kind: 'answer', status: 403 }, { kind: 'not-our-server', status: 403 }],
	['a 204', { kind: 'answer', status: 204 }, { kind: 'not-our-server', status: 204 }],
	['a 302', { kind: 'answer', status: 302 }, { kind: 'not-our-server', status: 302 }],
	[
		'a 201 without a receipt',
		{ kind: 'answer', status: 201, body: '{}' },
		{ kind: 'not-our-server' },
	],
	[
		'a 201 cut short',
		{ kind: 'answer', status: 201, body: '{"code":' },
		{ kind: 'not-our-server' },
	],
	[
		'a receipt of another content',
		{
			kind: 'answer',
			status: 201,
			body: JSON.stringify({
				code: 'HS-9',
				receivedAt: '2026-11-23T07:00:00Z',
				sha256: '0'.repeat(64),
				secret: 's',
			}),
		},
		{ kind: 'not-our-server', status: 201 },
	],
	[
		'a 202 that names a stranger',
		{ kind: 'answer', status: 202, body: '{"missing":["x"]}' },
		{ kind: 'not-our-server' },
	],
	[
		'a 422 that is no word of ours',
		{ kind: 'answer', status: 422, body: '<html>' },
		{ kind: 'not-our-server' },
	],
	['a 429', { kind: 'answer', status: 429 }, { kind: 'busy', status: 429 }],
];

test.each(kept)('keeps the item on %s and delivers it later, once', async (_, fault, error) => {
	const phone = new Phone();
	const entry = await dossier([await file('photo', 1000)]);
	const store = await queued(phone, entry);
	phone.service.fault = ({ method }) => (method === 'PUT' ? fault : undefined);

	const report = await phone.drain();
	expect(report).toMatchObject({ delivered: 0, left: 1 });
	expect(report.nextInMs).toBeGreaterThan(0);
	expect(report.nextInMs).toBeLessThanOrEqual(longestBackoffMs);
	const item = await itemOf(phone, entry.id);
	expect(item).toMatchObject({ state: 'waiting', attempts: 1, failures: 1, lastError: error });
	expect(await done(store.receipt(entry.id))).toBeUndefined();
	expect((await done(store.fileBytes(entry.id, 'photo')))?.size).toBe(1000);

	phone.clock.move(report.nextInMs ?? 0);
	phone.service.fault = () => undefined;
	expect(await phone.drain()).toEqual({ delivered: 1, left: 0 });
	expect(phone.service.received()).toEqual([entry.id]);
	expect(phone.service.dossiers.get(entry.id)?.texts.size).toBe(1);
	// The file had arrived: it does not cost the line a second time.
	expect(phone.service.requests.filter(({ method }) => method === 'PATCH')).toHaveLength(1);
});

const stops: [number, string | undefined, object][] = [
	[409, undefined, { reason: 'conflict' }],
	[413, undefined, { reason: 'too-large' }],
	[415, undefined, { reason: 'unsupported' }],
	[
		422,
		JSON.stringify({ errors: [{ path: 'answers.phone', message: 'Số điện thoại thiếu số' }] }),
		{ reason: 'refused', errors: [{ path: 'answers.phone', message: 'Số điện thoại thiếu số' }] },
	],
];

test.each(stops)(
	'asks the person to look after a %i and sends the others',
	async (status, body, shown) => {
		const phone = new Phone();
		const [bad, good] = [await dossier(), await dossier()];
		const store = await queued(phone, bad, good);
		phone.service.fault = ({ url }) =>
			url.endsWith(bad.id) ? { kind: 'answer', status, ...(body ? { body } : {}) } : undefined;
		expect(await phone.drain()).toEqual({ delivered: 1, left: 0 });
		expect(await itemOf(phone, bad.id)).toMatchObject({ state: 'needs-attention', ...shown });
		expect(await itemOf(phone, good.id)).toMatchObject({ state: 'delivered' });

		// Nothing of it is lost: once the server takes it, the person's "gửi ngay" delivers it.
		phone.service.fault = () => undefined;
		await done(store.wake(bad.id));
		expect(await phone.drain()).toEqual({ delivered: 1, left: 0 });
		const item = await itemOf(phone, bad.id);
		expect(item.reason).toBeUndefined();
		expect(item.errors).toBeUndefined();
	},
);

test('lets one bad item hold up nobody, whatever its trouble', async () => {
	for (const fault of [{ kind: 'hang' }, { kind: 'answer', status: 500 }] satisfies Fault[]) {
		const phone = new Phone();
		const entries = await Promise.all([dossier(), dossier(), dossier(), dossier()]);
		await queued(phone, ...entries);
		phone.service.fault = ({ url }) => (url.endsWith(entries[0].id) ? fault : undefined);
		expect(await phone.drain()).toMatchObject({ delivered: 3, left: 1 });
	}
});

test('gives up after three failures in a row and lets the others go first the next time', async () => {
	const phone = new Phone();
	const entries = await Promise.all([1, 2, 3, 4, 5].map(() => dossier()));
	const store = await queued(phone, ...entries);
	phone.service.fault = () => ({ kind: 'no-request' });
	const report = await phone.drain();
	expect(report).toMatchObject({ delivered: 0, left: 5, stopped: 'no-answer' });
	expect(report.nextInMs).toBeGreaterThan(1000);
	expect(phone.service.requests).toHaveLength(3);

	// Three poisonous ones are the oldest, and are due: the others still get their turn.
	const poison = entries.slice(0, 3).map(({ id }) => id);
	phone.service.fault = ({ url }) =>
		poison.some((id) => url.endsWith(id)) ? { kind: 'answer', status: 500 } : undefined;
	await done(store.resetWaits());
	expect(await phone.drain()).toMatchObject({ delivered: 2, left: 3 });
});

test('waits longer after each failure, never longer than the cap', async () => {
	const phone = new Phone();
	const entry = await dossier();
	await queued(phone, entry);
	phone.service.fault = () => ({ kind: 'answer', status: 500 });
	const waits: number[] = [];
	for (let i = 0; i < 12; i++) {
		const { nextInMs = NaN } = await phone.drain();
		waits.push(nextInMs);
		expect((await phone.drain()).nextInMs).toBe(nextInMs);
		phone.clock.move(nextInMs);
	}
	expect(waits).toEqual([...waits].sort((a, b) => a - b));
	expect(waits[0]).toBeLessThanOrEqual(5_000);
	expect(waits.at(-1)).toBeLessThanOrEqual(longestBackoffMs);
	expect(waits.at(-1)).toBeGreaterThan(longestBackoffMs / 2);
	expect(phone.service.requests).toHaveLength(12);
});

test('honours Retry-After, which only the person overrides', async () => {
	const phone = new Phone();
	const entry = await dossier();
	const store = await queued(phone, entry);
	const headers = { 'retry-after': '120' };
	phone.service.fault = firstTimes(2, 'PUT', { kind: 'answer', status: 429, headers });
	expect((await phone.drain()).nextInMs).toBe(120_000);

	await done(store.resetWaits());
	phone.clock.move(119_000);
	expect(await phone.drain()).toMatchObject({ delivered: 0, nextInMs: 1_000 });
	expect(phone.service.requests).toHaveLength(1);
	phone.clock.move(1_000);
	await phone.drain();
	expect(phone.service.requests).toHaveLength(2);

	await done(store.wake());
	expect(await phone.drain()).toMatchObject({ delivered: 1 });
});

test('does not wait longer when the phone is set back a year, or forward', async () => {
	for (const year of [-1, 1]) {
		const phone = new Phone();
		await queued(phone, await dossier());
		phone.service.fault = firstTimes(1, 'PUT', { kind: 'answer', status: 500 });
		await phone.drain();
		phone.clock.move(year * 365 * 86_400_000);
		expect(await phone.drain()).toMatchObject({ delivered: 1 });
	}
});

test('sends missing files again, from the start, and then the dossier', async () => {
	const phone = new Phone();
	const entry = await dossier([await file('one', 5000), await file('two', 5000)]);
	await queued(phone, entry);
	let lost = false;
	phone.service.fault = ({ method }) => {
		if (method === 'PUT' && !lost) lost = phone.service.files.delete(`${entry.id}/two`);
		return undefined;
	};
	expect(await phone.drain()).toEqual({ delivered: 1, left: 0 });
	const puts = phone.service.requests.filter(({ method }) => method === 'PUT');
	expect(puts).toHaveLength(2);
	expect(phone.service.requests.filter(({ method }) => method === 'POST')).toHaveLength(3);
});

test('does not send a file for ever to a server that keeps losing it', async () => {
	const phone = new Phone();
	const entry = await dossier([await file('one', 5000)]);
	await queued(phone, entry);
	phone.service.fault = ({ method }) => {
		if (method === 'PUT') phone.service.files.clear();
		return undefined;
	};
	expect(await phone.drain()).toMatchObject({ delivered: 0, left: 1 });
	expect(await itemOf(phone, entry.id)).toMatchObject({
		lastError: { kind: 'files-missing' },
		uncertain: false,
	});
	expect(phone.service.requests.filter(({ method }) => method === 'PUT')).toHaveLength(3);
});

test('pauses one person at a 401, and goes on when they have signed in', async () => {
	const phone = new Phone();
	const mine = [await dossier(), await dossier()];
	const other = await dossier([], { profile: 'other' });
	const store = await queued(phone, ...mine, other);
	let signedIn = false;
	phone.service.fault = ({ url }) =>
		!signedIn && mine.some(({ id }) => url.endsWith(id))
			? { kind: 'answer', status: 401 }
			: undefined;
	expect(await phone.drain()).toEqual({ delivered: 1, left: 0 });
	expect(phone.service.requests).toHaveLength(2);
	for (const { id } of mine)
		expect(await itemOf(phone, id)).toMatchObject({ state: 'waiting', hold: 'needs-sign-in' });
	await done(store.resetWaits());
	await phone.drain();
	expect(phone.service.requests).toHaveLength(2);

	signedIn = true;
	await done(store.signedIn('me'));
	expect(await phone.drain()).toEqual({ delivered: 2, left: 0 });
});

test("sends only the given person's items when asked to", async () => {
	const phone = new Phone();
	const other = await dossier([], { profile: 'other' });
	await queued(phone, await dossier(), other);
	expect(await phone.drain({ profile: 'other' })).toEqual({ delivered: 1, left: 0 });
	expect(phone.service.received()).toEqual([other.id]);
});

test('goes on with an upload where it was cut', async () => {
	const phone = new Phone();
	const entry = await dossier([await file('photo', 1_000_000)]);
	await queued(phone, entry);
	let patches = 0;
	phone.service.fault = ({ method }) =>
		method === 'PATCH' && ++patches % 3 === 0 ? { kind: 'cut' } : undefined;
	expect(await phone.drain()).toMatchObject({ delivered: 1 });
	expect(phone.service.uploads.size).toBe(1);
	const sent = phone.service.requests.filter(({ method }) => method === 'PATCH');
	expect(sent.every(({ bytes }) => bytes <= 256 * 1024)).toBe(true);
});

test('gives an upload up when nothing moves, and resumes it in the next drain', async () => {
	const phone = new Phone();
	const entry = await dossier([await file('photo', 300_000)]);
	await queued(phone, entry);
	let patches = 0;
	phone.service.fault = ({ method }) =>
		method === 'PATCH' && ++patches > 1 ? { kind: 'hang' } : undefined;
	const report = await phone.drain();
	expect(report).toMatchObject({ delivered: 0, left: 1 });
	expect(await itemOf(phone, entry.id)).toMatchObject({
		lastError: { kind: 'stalled' },
		files: [{ held: false, uploadUrl: 'https://service.example/api/uploads/1' }],
		uncertain: false,
	});
	phone.service.fault = () => undefined;
	phone.clock.move(report.nextInMs ?? 0);
	phone.reload();
	expect(await phone.drain()).toMatchObject({ delivered: 1 });
	expect(phone.service.uploads.size).toBe(1);
});

test('makes chunks small enough for a line of 10 kbit/s, and remembers it', async () => {
	const phone = new Phone();
	const entry = await dossier([await file('photo', 300_000)]);
	await queued(phone, entry);
	phone.service.fault = ({ method, body }) =>
		method === 'PATCH' ? { kind: 'slow', ms: (body as Blob).size / 1.25 } : undefined;
	let drains = 0;
	for (; phone.service.received().length === 0 && drains < 10; drains++) {
		const { nextInMs } = await phone.drain();
		phone.clock.move(nextInMs ?? 0);
	}
	expect(drains).toBeLessThanOrEqual(2);
	expect(await done((await phone.store()).pace())).toBeLessThan(40_000);
});

test.each([500, 401, 429])(
	'does not begin an upload anew because its address answers %i',
	async (status) => {
		const phone = new Phone();
		const entry = await dossier([await file('photo', 300_000)]);
		const store = await queued(phone, entry);
		phone.service.fault = ({ method }) => (method === 'PATCH' ? { kind: 'no-request' } : undefined);
		await phone.drain();
		phone.service.fault = ({ method }) =>
			method === 'HEAD' ? { kind: 'answer', status } : undefined;
		await done(store.wake());
		await phone.drain();
		phone.service.fault = () => undefined;
		await done(store.wake());
		expect(await phone.drain()).toMatchObject({ delivered: 1 });
		expect(phone.service.uploads.size).toBe(1);
	},
);

test('begins an upload anew when the server has thrown it away', async () => {
	const phone = new Phone();
	const entry = await dossier([await file('photo', 300_000)]);
	const store = await queued(phone, entry);
	phone.service.fault = ({ method }) => (method === 'PATCH' ? { kind: 'no-request' } : undefined);
	await phone.drain();
	phone.service.uploads.clear();
	phone.service.fault = () => undefined;
	await done(store.wake());
	expect(await phone.drain()).toMatchObject({ delivered: 1 });
});

test('sends no file to an address of another origin', async () => {
	const phone = new Phone();
	const entry = await dossier([await file('photo', 1000)]);
	await queued(phone, entry);
	const headers = { location: 'https://portal.example/api/uploads/1' };
	const asked: string[] = [];
	phone.service.fault = ({ method, url }) => {
		asked.push(url);
		return method === 'POST' ? { kind: 'answer', status: 201, headers } : undefined;
	};
	expect(await phone.drain()).toMatchObject({ delivered: 0, left: 1 });
	expect(asked.filter((url) => !url.startsWith('https://service.example/'))).toEqual([]);
});

test('sends a file again when its bytes were spoilt on the way', async () => {
	const phone = new Phone();
	const entry = await dossier([await file('photo', 1000)]);
	await queued(phone, entry);
	phone.service.fault = firstTimes(1, 'PATCH', { kind: 'spoilt' });
	expect(await phone.drain()).toMatchObject({ delivered: 1 });
});

test('asks the person to look when the server refuses a whole file twice', async () => {
	const phone = new Phone();
	const entry = await dossier([await file('photo', 1000)]);
	await queued(phone, entry);
	phone.service.fault = firstTimes(9, 'PATCH', { kind: 'spoilt' });
	await phone.drain();
	expect(await itemOf(phone, entry.id)).toMatchObject({ reason: 'file-refused' });
	expect(phone.service.requests.filter(({ method }) => method === 'PATCH')).toHaveLength(2);
});

const refusedFiles: [number, string, object][] = [
	[413, '', { reason: 'too-large' }],
	[415, '', { reason: 'unsupported' }],
	[
		422,
		'{"errors":[{"path":"filename","message":"Tên tệp quá dài"}]}',
		{ reason: 'refused', errors: [{ path: 'filename', message: 'Tên tệp quá dài' }] },
	],
];

test.each(refusedFiles)(
	'asks the person to look after a %i to a file, without sending the dossier',
	async (status, body, shown) => {
		const phone = new Phone();
		const entry = await dossier([await file('photo', 1000)]);
		await queued(phone, entry);
		phone.service.fault = firstTimes(1, 'POST', { kind: 'answer', status, body });
		await phone.drain();
		expect(await itemOf(phone, entry.id)).toMatchObject({
			state: 'needs-attention',
			uncertain: false,
			...shown,
		});
		expect(phone.service.requests.filter(({ method }) => method === 'PUT')).toHaveLength(0);
	},
);

test('says which trouble a file has that the phone damaged, lost or no longer reads', async () => {
	const damaged = { ...(await file('photo', 1000)), blob: new Blob([new Uint8Array(1000)]) };
	const shorter = { ...(await file('photo', 1000)), blob: new Blob(['x']) };
	for (const broken of [damaged, shorter]) {
		const phone = new Phone();
		const entry = await dossier([broken]);
		await queued(phone, entry, await dossier());
		expect(await phone.drain()).toMatchObject({ delivered: 1 });
		expect(await itemOf(phone, entry.id)).toMatchObject({
			state: 'needs-attention',
			reason: 'file-damaged',
		});
	}

	const phone = new Phone();
	const entry = await dossier([await file('photo', 1000)]);
	const store = await queued(phone, entry);
	const unreadable = new Blob([new Uint8Array(1000)]);
	unreadable.slice = () =>
		Object.assign(new Blob(), {
			arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')),
		});
	await phone.drain({
		store: { ...store, fileBytes: () => Promise.resolve({ ok: true, value: unreadable }) },
	});
	expect(await itemOf(phone, entry.id)).toMatchObject({
		state: 'needs-attention',
		reason: 'file-unreadable',
	});
});

test('stops when asked to, and blames no item for it', async () => {
	const phone = new Phone();
	const entry = await dossier();
	await queued(phone, entry);
	const stop = new AbortController();
	phone.service.fault = () => {
		stop.abort(new Error('the page is going'));
		return { kind: 'hang' };
	};
	expect(await phone.drain({ signal: stop.signal })).toMatchObject({ left: 1, stopped: 'aborted' });
	expect(await itemOf(phone, entry.id)).toMatchObject({
		state: 'waiting',
		failures: 0,
		uncertain: true,
	});
	phone.service.fault = () => undefined;
	expect(await phone.drain()).toMatchObject({ delivered: 1 });
});

test('takes over what a killed drain left, and nobody else', async () => {
	const phone = new Phone();
	const entry = await dossier();
	const store = await queued(phone, entry);
	await done(store.claim(entry.id, 'killed'));
	expect(await itemOf(phone, entry.id)).toMatchObject({ state: 'sending' });
	expect(await phone.drain()).toMatchObject({ delivered: 1 });
});
