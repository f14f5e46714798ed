import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
	sealDossiers,
	sealingAlgorithm,
	type DossierBody,
	type PublicKey,
} from '#lib/dossiers/index.ts';
import { commandLine, onlyLine } from '../../../../tests/support/command-line.ts';
import {
	deliver,
	dossier,
	pdf,
	startIntake,
	type TestFile,
} from '../../../../tests/support/intake.ts';
import { openKeys } from '../keys/key-store.ts';

async function seal(
	jobs: readonly { body: DossierBody | string; files: readonly TestFile[] }[],
	key: PublicKey,
) {
	const own = await crypto.subtle.generateKey(sealingAlgorithm, false, ['deriveBits']);
	const dossiers = jobs.map(({ body, files }) => ({
		payload: typeof body === 'string' ? body : JSON.stringify(body),
		files: files.map(({ attachment, bytes }) => ({ id: attachment.id, blob: new Blob([bytes]) })),
	}));
	return new Uint8Array(await (await sealDossiers(dossiers, key, own)).arrayBuffer());
}
const lines = (text: string) =>
	text
		.split('\n')
		.filter((line) => line !== '')
		.map((line) => JSON.parse(line) as Record<string, unknown>);

async function jobs() {
	const files = [pdf('a', 1_500_000), pdf('b', 900)];
	return [
		{ files, body: await dossier({ attachments: files.map(({ attachment }) => attachment) }) },
		{ files: [], body: await dossier() },
	];
}

it('takes in what is sealed, once, whether it comes by file or over the line first', async () => {
	const { run, file, dataDir } = commandLine();
	const all = await jobs();
	const { sealing } = await openKeys(dataDir, undefined);
	const path = file('export.motcua', await seal(all, sealing));
	const first = run(['receive', path]);
	expect([first.status, first.stderr]).toEqual([0, '']);
	const outcomes = lines(first.stdout);
	expect(outcomes).toMatchObject(
		all.map(({ body }) => ({ result: 'received', id: body.id, first: true })),
	);
	expect(lines(run(['receive', path]).stdout)).toEqual(
		outcomes.map((outcome) => ({ ...outcome, first: false })),
	);
	const server = await startIntake({ env: { DATA_DIR: dataDir, DATABASE_URL: '' } });
	try {
		for (const [i, { body, files }] of all.entries())
			expect(await deliver(server.url, body, files)).toEqual(outcomes[i]?.receipt);
	} finally {
		await server.stop();
	}
	expect(lines(run(['dossiers']).stdout)).toHaveLength(2);
	expect(run(['check']).status).toBe(0);
	expect(readdirSync(join(dataDir, 'uploads/partial'))).toEqual([]);
});

it('says of each dossier that cannot be taken why, takes the others, and ends with 1', async () => {
	const { run, file, dataDir } = commandLine();
	const [one, two] = await jobs();
	if (!one || !two) return;
	const { sealing } = await openKeys(dataDir, undefined);
	const other = { ...two.body, answers: {} };
	const lacking = { ...one, files: one.files.slice(1) };
	const swapped = [pdf('a', 700)];
	const declared = await dossier({ attachments: [pdf('a', 700).attachment] });
	const bad = [{ body: '{', files: [pdf('x', 50)] }, lacking, { body: other, files: [] }, two];
	const sealed = await seal([...bad, { body: declared, files: swapped }], sealing);
	const { status, stdout, stderr } = run(['receive', file('export', sealed)]);
	expect(lines(stdout)).toMatchObject([
		{ result: 'refused' },
		{ result: 'missing', missing: ['a'] },
		{ result: 'refused', errors: [{ path: 'sha256' }] },
		{ result: 'received' },
		{ result: 'missing', missing: ['a'] },
	]);
	expect([status, onlyLine(stderr)]).toEqual([
		1,
		expect.stringMatching(/export: 4 of 5 were not received$/),
	]);
});

it('names a file that cannot be opened, and ends with 2', async () => {
	const { run, file, dataDir } = commandLine();
	const { sealing } = await openKeys(dataDir, undefined);
	const [, two] = await jobs();
	const foreign = (await openKeys(join(dataDir, 'other'), undefined)).sealing;
	const say = (content: Uint8Array) => {
		const path = file('export', content);
		const { status, stderr } = run(['receive', path]);
		return [status, onlyLine(stderr).replace(`${path}: `, '')];
	};
	expect(say(new Uint8Array(500))).toEqual([2, 'it is no sealed file']);
	const theirs = await seal(two ? [two] : [], foreign);
	expect(say(theirs)).toEqual([2, 'it is sealed to a key that this server does not have']);
	const cut = (await seal(two ? [two] : [], sealing)).slice(0, -3);
	expect(say(cut)).toEqual([2, 'it was changed or cut off on the way']);
	expect(run(['receive', join(dataDir, 'none')]).status).toBe(2);
});
