import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import {
	hashOfBody,
	isDossierId,
	limits,
	newDossierId,
	parseDossierBody,
	sealBody,
} from './index.ts';
import type { DossierBody, DossierMessages, Json, UnsealedBody } from './index.ts';

/** each message says its own name, and with which number */
const dossierMessages = new Proxy({} as DossierMessages, {
	get: (_, key: string) =>
		['tooDeep', 'tooLarge', 'tooManyAttachments', 'attachmentName'].includes(key)
			? (n: number) => `${key} ${n}`
			: key,
});
const random = () => crypto.getRandomValues(new Uint8Array(16));
const photo = {
	id: 'photo-1',
	name: '../../etc/ảnh <b>1</b>.jpg',
	type: 'image/jpeg',
	bytes: 1234,
	sha256: 'a'.repeat(64),
};
const unsealed: UnsealedBody = {
	id: '01938b2e-7c00-7abc-8def-0123456789ab',
	procedure: '1.001193',
	unit: '00004',
	form: { id: 'general', version: 1 },
	answers: {
		fullName: 'Nguyễn Thị Ả',
		phone: '0912345678',
		request: 'Xin “giấy”\n',
		children: [{ age: 1 }],
	},
	attachments: [photo],
	createdAt: '2026-11-23T07:00:00.000Z',
};
const sealed = await sealBody(unsealed);
const parse = (json: unknown) => parseDossierBody(json, dossierMessages);
const errorsOf = (json: unknown) => {
	const parsed = parse(json);
	return parsed.ok ? [] : parsed.errors;
};
const pathsOf = (json: unknown) => errorsOf(json).map(({ path }) => path);

test('hashes the canonical JSON of the body without its hash', async () => {
	// Written out by hand after RFC 8785: sorted names, no spaces, shortest escapes.
	const canonical =
		'{"answers":{"children":[{"age":1}],"fullName":"Nguyễn Thị Ả","phone":"0912345678","request":"Xin “giấy”\\n"},' +
		'"attachments":[{"bytes":1234,"id":"photo-1","name":"../../etc/ảnh <b>1</b>.jpg","sha256":"' +
		'a'.repeat(64) +
		'","type":"image/jpeg"}],"createdAt":"2026-11-23T07:00:00.000Z","form":{"id":"general","version":1},' +
		'"id":"01938b2e-7c00-7abc-8def-0123456789ab","procedure":"1.001193","unit":"00004"}';
	expect(sealed.sha256).toBe(createHash('sha256').update(canonical).digest('hex'));
	expect(await hashOfBody(sealed)).toBe(sealed.sha256);
});

test('gives the same hash whatever the order of the names, another for any other content', async () => {
	const turned = Object.fromEntries(Object.entries(unsealed).reverse()) as unknown as UnsealedBody;
	expect(await hashOfBody(turned)).toBe(sealed.sha256);
	expect(await hashOfBody({ ...unsealed, unit: '00005' })).not.toBe(sealed.sha256);
});

test('reads back what it sealed, also after the way over the line', () => {
	expect(parse(sealed)).toEqual({ ok: true, body: sealed });
	expect(parse(JSON.parse(JSON.stringify(sealed)))).toEqual({ ok: true, body: sealed });
});

test('reads any answers and names that JSON can carry, and the hash stays', async () => {
	const text = fc.string({ unit: 'grapheme' });
	const name = text.filter((name) => !['__proto__', 'constructor', 'prototype'].includes(name));
	const leaf = fc.oneof(
		text,
		fc.boolean(),
		fc.constant(null),
		fc.double({ noNaN: true, noDefaultInfinity: true }),
	);
	const value = fc.oneof(leaf, fc.array(leaf), fc.dictionary(name, leaf));
	await fc.assert(
		fc.asyncProperty(fc.dictionary(name, value), text, async (answers, fileName) => {
			const attachments = [{ ...photo, name: fileName || 'x' }];
			const body = await sealBody({
				...unsealed,
				answers: answers as UnsealedBody['answers'],
				attachments,
			});
			const parsed = parse(JSON.parse(JSON.stringify(body)));
			expect(parsed.ok && (await hashOfBody(parsed.body))).toBe(body.sha256);
		}),
	);
});

test('refuses what is no body at all', () => {
	expect(pathsOf({ ...sealed, form: null })).toEqual(['form.id', 'form.version']);
	expect(pathsOf({ ...sealed, attachments: ['x'] })).toContain('attachments.0.id');
	for (const json of [null, undefined, 1, 'x', true, [], [sealed], new Date(), new Map()])
		expect(errorsOf(json)).toEqual([{ path: '', message: dossierMessages.notAnObject }]);
	expect(pathsOf({})).toEqual(
		expect.arrayContaining([
			'id',
			'procedure',
			'unit',
			'form.id',
			'form.version',
			'answers',
			'attachments',
			'createdAt',
			'sha256',
		]),
	);
});

test.each<[string, Record<string, unknown>]>([
	['extra', { extra: 1 }],
	['id', { id: '01938B2E-7C00-7ABC-8DEF-0123456789AB' }],
	['id', { id: '01938b2e-7c00-4abc-8def-0123456789ab' }],
	['id', { id: '01938b2e-7c00-7abc-cdef-0123456789ab' }],
	['id', { id: '../../../etc/passwd' }],
	['procedure', { procedure: '1.00119' }],
	['procedure', { procedure: 1.001193 }],
	['unit', { unit: '004' }],
	['unit', { unit: '00004\n' }],
	['form.id', { form: { id: '../x', version: 1 } }],
	['form.version', { form: { id: 'general', version: 0 } }],
	['form.version', { form: { id: 'general', version: '1' } }],
	['form.version', { form: { id: 'general', version: 1.5 } }],
	['form.extra', { form: { id: 'general', version: 1, extra: 1 } }],
	['answers', { answers: [] }],
	['answers', { answers: 'x' }],
	['answers.a', { answers: { a: '\ud800' } }],
	['answers.a', { answers: { a: Infinity } }],
	['answers.a.0.b', { answers: { a: [{ b: '\udc00x' }] } }],
	['answers.\ufffd', { answers: { '\ud800': 1 } }],
	['attachments', { attachments: {} }],
	[
		'attachments',
		{
			attachments: Array.from({ length: limits.attachments + 1 }, (_, i) => ({
				...photo,
				id: `f${i}`,
			})),
		},
	],
	['attachments.1.id', { attachments: [photo, photo] }],
	['attachments.0.id', { attachments: [{ ...photo, id: 'a/b' }] }],
	['attachments.0.name', { attachments: [{ ...photo, name: 'x'.repeat(256) }] }],
	['attachments.0.name', { attachments: [{ ...photo, name: '' }] }],
	['attachments.0.name', { attachments: [{ ...photo, name: '\ud800.jpg' }] }],
	['attachments.0.type', { attachments: [{ ...photo, type: 'jpeg' }] }],
	['attachments.0.type', { attachments: [{ ...photo, type: 'text/html\r\nx: y' }] }],
	['attachments.0.bytes', { attachments: [{ ...photo, bytes: -1 }] }],
	['attachments.0.bytes', { attachments: [{ ...photo, bytes: 1.5 }] }],
	['attachments.0.sha256', { attachments: [{ ...photo, sha256: 'A'.repeat(64) }] }],
	['attachments.0.path', { attachments: [{ ...photo, path: '/tmp/x' }] }],
	['createdAt', { createdAt: 'hôm nay' }],
	['createdAt', { createdAt: 1763000000 }],
	['sha256', { sha256: 'a'.repeat(63) }],
])('refuses a wrong %s', (path, change) => {
	const errors = errorsOf({ ...sealed, ...change });
	expect(errors.map((error) => error.path)).toEqual([path]);
	expect(errors[0]?.message).toMatch(/\p{L}/u);
});

test('accepts any time the phone’s clock may claim', () => {
	for (const createdAt of [
		'1970-01-01T00:00:00Z',
		'2099-12-31T23:59:59.999+07:00',
		'+012026-01-01T00:00:00.000Z',
	])
		expect(parse({ ...sealed, createdAt }).ok).toBe(true);
});

test('counts levels of answers, and refuses the ninth', () => {
	const nested = (levels: number): Json => (levels === 0 ? 'x' : { a: nested(levels - 1) });
	const listed = (levels: number): Json => (levels === 0 ? 'x' : [listed(levels - 1)]);
	expect(parse({ ...sealed, answers: nested(8) }).ok).toBe(true);
	expect(parse({ ...sealed, answers: nested(9) }).ok).toBe(false);
	expect(parse({ ...sealed, answers: { a: listed(7) } }).ok).toBe(true);
	expect(parse({ ...sealed, answers: { a: listed(8) } }).ok).toBe(false);
	const bottomless = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)) as unknown;
	expect(parse({ ...sealed, answers: { a: bottomless } }).ok).toBe(false);
});

test('counts the bytes of the whole, not its letters', () => {
	const letters = Math.floor(limits.bodyBytes / 3);
	expect(parse({ ...sealed, answers: { a: 'x'.repeat(letters) } }).ok).toBe(true);
	expect(errorsOf({ ...sealed, answers: { a: 'ả'.repeat(letters) } })).toEqual([
		{ path: '', message: dossierMessages.tooLarge(limits.bodyBytes) },
	]);
});

test('is not tricked into changing what every object has', () => {
	for (const name of ['__proto__', 'constructor', 'prototype']) {
		const answers = JSON.parse(`{"deep":{"${name}":{"polluted":true}}}`) as unknown;
		expect(pathsOf({ ...sealed, answers })).toEqual([`answers.deep.${name}`]);
	}
	const whole = JSON.parse(`{"__proto__":{"polluted":true}}`) as unknown;
	expect(pathsOf(whole)).toContain('__proto__');
	expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test('says at most fifty things at once', () => {
	const many = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`field${i}`, 1]));
	expect(errorsOf({ ...sealed, ...many })).toHaveLength(50);
});

test('never throws, whatever comes, and takes nothing that it does not know', () => {
	fc.assert(
		fc.property(fc.anything({ withNullPrototype: true, withDate: true, withMap: true }), (json) => {
			expect(parse(json).ok).toBe(false);
			parse({ ...sealed, answers: json });
			parse({ ...sealed, attachments: [json] });
		}),
	);
});

test('does not seal what JSON cannot say', async () => {
	await expect(sealBody({ ...unsealed, answers: { a: '\ud800' } })).rejects.toThrow();
	await expect(sealBody({ ...unsealed, answers: { a: NaN } })).rejects.toThrow();
	const circle: Record<string, unknown> = {};
	circle.self = circle;
	await expect(
		sealBody({ ...unsealed, answers: circle as DossierBody['answers'] }),
	).rejects.toThrow();
});

test('seals the fields of the form and nothing that came along', async () => {
	const body = await sealBody({ ...unsealed, sha256: 'x', note: 'y' } as UnsealedBody);
	expect(body).toEqual(sealed);
});

test('makes ids that are UUIDv7, differ, and sort by time, whatever the clock says', () => {
	for (const now of [0, -5, 1.5, Date.UTC(2026, 10, 23), Number.MAX_SAFE_INTEGER])
		expect(isDossierId(newDossierId(now, random()))).toBe(true);
	const ids = Array.from({ length: 1000 }, () => newDossierId(0, random()));
	expect(new Set(ids).size).toBe(1000);
	expect(newDossierId(1000, random()) < newDossierId(2000, random())).toBe(true);
});
