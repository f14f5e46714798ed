import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { HttpAnswer } from './http.ts';
import { judgeAnswer } from './judge-answer.ts';

const sha256 = 'a'.repeat(64);
const sent = { sha256, files: [{ id: 'photo' }, { id: 'scan' }] };
const receipt = {
	code: 'H01-000001',
	receivedAt: '2026-11-23T07:00:00.000Z',
	sha256,
	secret: 's3',
};

const answer = (
	status: number,
	body: unknown,
	headers: Record<string, string> = {},
): HttpAnswer => ({
	status,
	header: (name) => headers[name],
	body: typeof body === 'string' ? body : JSON.stringify(body),
});
const judge = (...args: Parameters<typeof answer>) => judgeAnswer(answer(...args), sent, 0);

test('takes the receipt of this content, the first time and on every repeat', () => {
	for (const status of [200, 201])
		expect(judge(status, receipt)).toEqual({ kind: 'delivered', receipt });
});

test('takes a signed receipt, and leaves what it does not know', () => {
	const signed = { ...receipt, keyId: 'k1', signature: 'c2ln' };
	expect(judge(201, { ...signed, later: true })).toEqual({ kind: 'delivered', receipt: signed });
});

test.each([
	['another hash', { ...receipt, sha256: 'b'.repeat(64) }],
	['no hash', { ...receipt, sha256: undefined }],
	['an upper-case hash', { ...receipt, sha256: sha256.toUpperCase() }],
	['no code', { ...receipt, code: '' }],
	['markup as a code', { ...receipt, code: '<b>1</b>' }],
	['a number as a code', { ...receipt, code: 1 }],
	['a code without an end', { ...receipt, code: 'x'.repeat(65) }],
	['no time', { ...receipt, receivedAt: 'hôm nay' }],
	['an impossible time', { ...receipt, receivedAt: '2026-13-45T07:00:00Z' }],
	['no secret', { ...receipt, secret: '' }],
	['a list', [receipt]],
	['null', null],
	['a text', '"ok"'],
	['a page', '<!doctype html><title>Wi-Fi</title>'],
	['nothing', ''],
])('does not take %s for a receipt', (_, body) => {
	expect(judge(201, body)).toMatchObject({ kind: 'retry', knowledge: 'unknown' });
});

test('reads which of its files are missing, and only of its own', () => {
	expect(judge(202, { missing: ['scan'] })).toEqual({ kind: 'missing', files: ['scan'] });
	for (const missing of [[], ['other'], ['scan', 'other'], [1], 'scan', undefined])
		expect(judge(202, { missing })).toMatchObject({ kind: 'retry' });
});

test('says what the answer tells about a dossier whose answer was lost before', () => {
	const knowledge = (...args: Parameters<typeof answer>) =>
		(judge(...args) as { knowledge?: string }).knowledge;
	expect(knowledge(409, '')).toBe('not-held');
	expect(knowledge(422, { errors: [] })).toBe('not-held');
	for (const status of [400, 403, 404, 408, 413, 415, 425, 429])
		expect(knowledge(status, '')).toBe('unchanged');
	for (const status of [204, 302, 500, 502, 503, 504])
		expect(knowledge(status, '')).toBe('unknown');
});

test('hands on the words of a 422, without what is no error', () => {
	const errors = [{ path: 'answers.phone', message: 'Thiếu số' }, { path: 1 }, null, 'x'];
	expect(judge(422, { errors })).toEqual({
		kind: 'attention',
		reason: 'refused',
		errors: [{ path: 'answers.phone', message: 'Thiếu số' }],
		knowledge: 'not-held',
	});
});

test('reads how long a server wants to be left alone', () => {
	expect(judge(503, '', { 'retry-after': '7' })).toMatchObject({ why: 'server', askedMs: 7000 });
	expect(judge(429, '', { 'retry-after': '7' })).toMatchObject({ why: 'busy', askedMs: 7000 });
});

test('never calls anything delivered that does not carry the very hash, and never throws', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 100, max: 599 }),
			fc.oneof(fc.string(), fc.json()),
			(status, body) => {
				expect(judge(status, body).kind).not.toBe('delivered');
			},
		),
	);
});
