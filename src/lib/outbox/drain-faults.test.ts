import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Fault } from '../../../tests/faults/fake-service.ts';
import { dossier, file } from '../../../tests/faults/phone.ts';
import { live, type Life } from '../../../tests/faults/schedule.ts';

const entries = async () => [
	await dossier([await file('photo', 150_000), await file('scan', 900)]),
	await dossier(),
];

const fine = { lost: [], doubled: [] };

test('loses and doubles nothing when killed before or after any of its steps', async () => {
	const dossiers = await entries();
	const { calls } = await live(dossiers, [{ line: [] }]);
	expect(calls).toBeGreaterThan(20);
	for (let at = 1; at <= calls; at++)
		for (const when of ['before', 'after'] as const)
			expect([at, when, await live(dossiers, [{ kill: { at, when }, line: [] }])]).toMatchObject([
				at,
				when,
				fine,
			]);
});

test('loses and doubles nothing when any request or any answer is lost, and it is killed later', async () => {
	const dossiers = await entries();
	const faults = ['no-request', 'no-answer', 'hang-after', 'portal', 'mangled', 'cut'] as const;
	for (let n = 0; n < 8; n++)
		for (const kind of faults) {
			const line = [...Array<undefined>(n), { kind }];
			const lives: Life[] = [{ line }, { line, kill: { at: 12, when: 'after' } }];
			expect([n, kind, await live(dossiers, lives)]).toMatchObject([n, kind, fine]);
		}
});

const kinds: readonly Fault['kind'][] = [
	'no-request',
	'no-answer',
	'hang',
	'hang-after',
	'portal',
	'mangled',
	'cut',
	'spoilt',
];

const fault: fc.Arbitrary<Fault | undefined> = fc.oneof(
	{ weight: 3, arbitrary: fc.constant(undefined) },
	{ weight: 3, arbitrary: fc.constantFrom(...kinds).map((kind) => ({ kind }) as Fault) },
	{
		weight: 1,
		arbitrary: fc
			.constantFrom(400, 401, 403, 404, 408, 409, 410, 413, 415, 423, 429, 460, 500, 501, 502, 503)
			.map((status) => ({ kind: 'answer', status, headers: { 'retry-after': '30' } }) as Fault),
	},
);

const life: fc.Arbitrary<Life> = fc.record(
	{
		line: fc.array(fault, { maxLength: 20 }),
		kill: fc.record({
			at: fc.integer({ min: 1, max: 60 }),
			when: fc.constantFrom('before', 'after'),
		}),
		clockMoves: fc.integer({ min: -400 * 86_400_000, max: 400 * 86_400_000 }),
		twice: fc.boolean(),
		oldServer: fc.boolean(),
	},
	{ requiredKeys: ['line'] },
);

test('loses and doubles nothing in any life, however often it is killed and whatever the line does', async () => {
	const dossiers = [...(await entries()), await dossier([await file('one', 40_000)])];
	await fc.assert(
		fc.asyncProperty(fc.array(life, { minLength: 1, maxLength: 4 }), async (lives) => {
			expect(await live(dossiers, lives)).toMatchObject(fine);
		}),
		{ numRuns: 60 },
	);
});

test('finds a payload that is deleted before its receipt', async () => {
	const line: Fault[] = [{ kind: 'no-request' }];
	const { lost } = await live([await dossier()], [{ line }], 'delete-early');
	expect(lost).toHaveLength(1);
});

test('finds a page that is taken for a receipt', async () => {
	const { lost } = await live([await dossier()], [{ line: [{ kind: 'portal' }] }], 'accept-html');
	expect(lost).toHaveLength(1);
});

test('finds a retry under another id', async () => {
	const line: Fault[] = [{ kind: 'no-answer' }];
	const { doubled } = await live([await dossier()], [{ line }], 'new-id-on-retry');
	expect(doubled).toHaveLength(1);
});
