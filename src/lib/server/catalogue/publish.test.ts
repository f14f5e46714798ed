import { createHash } from 'node:crypto';
import {
	existsSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { expect, it, onTestFinished } from 'vitest';
import { onEachDatabase, type TestData } from '../../../../tests/support/databases.ts';
import {
	decodeIndex,
	decodeWords,
	importRecord,
	isSignedBy,
	packsOf,
	type Manifest,
	type PlainLayer,
	type Procedure,
	type Since,
} from '#lib/catalogue/index.ts';
import { newSigner, verifySigned } from '../../../../tests/support/signers.ts';
import { openDatabase } from '../db/open-database.ts';
import { importCatalogue } from './import-catalogue.ts';
import { readChunk } from './packs.ts';
import { publish } from './publish.ts';
import { catalogueStatistics } from './statistics.ts';
import { servePack } from './served-packs.ts';

const signer = newSigner();

function procedureOf(code: string, name: string, starter: boolean): Procedure {
	const imported = importRecord({ code, name, audience: 'Công dân Việt Nam' });
	if (!imported.ok) throw new Error(imported.reason);
	if (!starter) return imported.procedure;
	const plain: PlainLayer = {
		summary: 'Dễ hiểu',
		keywords: ['giấy'],
		lifeEvent: 'other',
		reviewedOn: '2026',
	};
	return { ...imported.procedure, origin: 'starter', plain };
}

async function setUpOn({ dataDir, url }: TestData) {
	const database = await openDatabase(dataDir, { url });
	onTestFinished(() => database.destroy());
	const packs = join(dataDir, 'packs');
	return {
		dataDir,
		database,
		packs,
		publish: (
			starter: readonly Procedure[] = [],
			publishedAt = '2026-01-02T03:04:05.000Z',
			signers = [signer],
		) => publish({ database, dataDir, starter, signers, publishedAt }),
		manifest: () => JSON.parse(readFileSync(join(packs, 'manifest.json'), 'utf8')) as Manifest,
		put: async (...records: readonly object[]) => {
			const path = join(dataDir, 'import.jsonl');
			writeFileSync(path, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
			await importCatalogue(database, [path], { importedAt: '', onBroken: () => undefined });
		},
	};
}

onEachDatabase((fresh) => {
	const setUp = async () => setUpOn(await fresh());

	it('writes packs that are what their names say, raw and brotli, and a manifest that names them', async () => {
		const { publish, manifest, packs, put } = await setUp();
		await put({ code: '1.000002', name: 'Chính thức' }, { code: '1.000003', name: 'Khác' });
		const starter = [
			procedureOf('1.000001', 'Của mình', true),
			procedureOf('1.000002', 'Bỏ', true),
		];
		const published = await publish(starter);
		const { index, words, chunks } = manifest();
		for (const { hash, bytes, transferBytes } of packsOf(manifest())) {
			const raw = readFileSync(join(packs, `${hash}.json`));
			const packed = readFileSync(join(packs, `${hash}.json.br`));
			expect(createHash('sha256').update(raw).digest('hex')).toBe(hash);
			expect(brotliDecompressSync(packed).equals(raw)).toBe(true);
			expect([bytes, transferBytes]).toEqual([raw.length, packed.length]);
		}
		const details = await Promise.all(chunks.map(({ hash }) => readChunk(packs, hash)));
		expect(details.flat().map(({ code, name, origin }) => [code, name, origin])).toEqual([
			['1.000002', 'Chính thức', 'official'],
			['1.000001', 'Của mình', 'starter'],
			['1.000003', 'Khác', 'official'],
		]);
		const entries = decodeIndex(readFileSync(join(packs, `${index.hash}.json`), 'utf8'));
		for (const { code, chunk } of entries) {
			expect(details[chunk]?.some((procedure) => procedure.code === code)).toBe(true);
		}
		const everyday = decodeWords(readFileSync(join(packs, `${words?.hash}.json`), 'utf8'));
		expect(everyday.keywords.get('1.000001')).toEqual(['giấy']);
		expect(published).toEqual({
			version: 1,
			procedures: 3,
			packs: 4,
			bytes: packsOf(manifest()).reduce((sum, pack) => sum + pack.bytes, 0),
			transferBytes: packsOf(manifest()).reduce((sum, pack) => sum + pack.transferBytes, 0),
			changed: true,
		});
		expect(manifest()).toMatchObject({
			format: 1,
			publishedAt: '2026-01-02T03:04:05.000Z',
			procedures: 3,
		});
	});

	it('counts the version up only when something changed', async () => {
		const { publish, manifest, put } = await setUp();
		await put({ code: '1.000001', name: 'A' });
		await publish();
		const before = manifest();
		expect(await publish([], 'later')).toMatchObject({ version: 1, changed: false });
		expect(manifest()).toEqual(before);
		await put({ code: '1.000001', name: 'B' });
		expect(await publish()).toMatchObject({ version: 2, changed: true });
	});

	it('signs what it shows; with a new key the same release again, so that phones follow', async () => {
		const { publish, manifest, put } = await setUp();
		await put({ code: '1.000001', name: 'A' });
		await publish();
		expect(await isSignedBy(signer.key, manifest(), verifySigned)).toBe(true);
		const next = newSigner();
		const signers = [signer, next];
		expect(await publish([], 'later', signers)).toMatchObject({ version: 1, changed: false });
		expect(manifest().keys?.at(-1)?.key).toBe(next.key);
		for (const { key } of signers)
			expect(await isSignedBy(key, manifest(), verifySigned)).toBe(true);
	});

	it('shows the same release again when the manifest was lost', async () => {
		const { publish, manifest, packs } = await setUp();
		const starter = [procedureOf('1.000001', 'A', true)];
		await publish(starter);
		const before = manifest();
		for (const damage of [
			() => rmSync(join(packs, 'manifest.json')),
			() => writeFileSync(join(packs, 'manifest.json'), '{"form'),
		]) {
			damage();
			expect(await publish(starter, 'later')).toMatchObject({ version: 1, changed: true });
			expect(manifest()).toEqual(before);
		}
	});

	it('goes on counting where the manifest is ahead of a restored database', async () => {
		const { publish, database, put } = await setUp();
		await put({ code: '1.000001', name: 'A' });
		await publish();
		await put({ code: '1.000001', name: 'B' });
		await publish();
		await database.deleteFrom('releases').execute();
		expect(await publish()).toMatchObject({ version: 2, changed: false });
		await put({ code: '1.000001', name: 'C' });
		expect(await publish()).toMatchObject({ version: 3 });
	});

	it('keeps the packs of the last five releases and removes older ones and torn files', async () => {
		const { publish, manifest, packs, put } = await setUp();
		const manifests: Manifest[] = [];
		for (const name of ['A', 'B', 'C', 'D', 'E', 'F', 'G']) {
			await put({ code: '1.000001', name });
			if (name === 'G') {
				writeFileSync(join(packs, 'since-99.json'), 'of another life');
				writeFileSync(join(packs, `${'0'.repeat(64)}.json.abc.partial`), 'torn');
				writeFileSync(join(packs, 'README.txt'), "the operator's own");
			}
			await publish();
			manifests.push(manifest());
		}
		const since = manifests.map(({ version }) => `since-${version}`);
		const changes = since.flatMap((name) => {
			const { changes } = JSON.parse(readFileSync(join(packs, `${name}.json`), 'utf8')) as Since;
			return changes ? [changes.hash] : [];
		});
		const kept = manifests.slice(-5).flatMap((one) => packsOf(one).map(({ hash }) => hash));
		const expected = [...kept, ...since, ...changes].flatMap((name) => [
			`${name}.json`,
			`${name}.json.br`,
		]);
		expect(new Set(readdirSync(packs))).toEqual(
			new Set([...expected, 'manifest.json', 'README.txt']),
		);
	});

	it('writes a pack again that is missing or torn, and leaves the others', async () => {
		const { publish, manifest, packs } = await setUp();
		const starter = [procedureOf('1.000001', 'A', true)];
		await publish(starter);
		const [chunk] = manifest().chunks;
		const path = join(packs, `${chunk?.hash}.json`);
		const whole = readFileSync(path);
		writeFileSync(path, whole.subarray(0, 10));
		rmSync(`${path}.br`);
		expect(await publish(starter)).toMatchObject({ changed: false });
		expect(readFileSync(path).equals(whole)).toBe(true);
		expect(existsSync(`${path}.br`)).toBe(true);
	});

	it('writes what is new since older releases again only where that is other than it says', async () => {
		const { publish, packs, put } = await setUp();
		for (const name of ['A', 'B', 'C']) {
			await put({ code: '1.000001', name });
			await publish();
		}
		const files = () =>
			readdirSync(packs).map((name) => [
				name,
				statSync(join(packs, name), { bigint: true }).mtimeNs,
			]);
		const before = files();
		expect(await publish()).toMatchObject({ changed: false });
		expect(files()).toEqual(before);
		const [first, newest] = [join(packs, 'since-1.json'), join(packs, 'since-3.json')];
		const text = readFileSync(first, 'utf8');
		rmSync(first);
		rmSync(`${newest}.br`);
		await publish();
		expect(readFileSync(first, 'utf8')).toBe(text);
		expect(brotliDecompressSync(readFileSync(`${newest}.br`))).toEqual(readFileSync(newest));
	});

	it('leaves the manifest as it was when a pack cannot be written', async () => {
		const { publish, manifest, packs, put, dataDir } = await setUp();
		await put({ code: '1.000001', name: 'A' });
		await publish();
		const before = manifest();
		await put({ code: '1.000001', name: 'B' });
		// Works for root too, whom permissions do not stop: a file stands where the directory was.
		const aside = join(dataDir, 'aside');
		renameSync(packs, aside);
		writeFileSync(packs, '');
		await expect(publish()).rejects.toThrow();
		rmSync(packs);
		renameSync(aside, packs);
		expect(manifest()).toEqual(before);
		expect(await publish()).toMatchObject({ version: 2, changed: true });
	});

	it('lets two publish at once without harm', async () => {
		const { publish, manifest, put } = await setUp();
		await put({ code: '1.000001', name: 'A' });
		const both = await Promise.all([publish(), publish()]);
		expect(both.map(({ version }) => version)).toEqual([1, 1]);
		expect(both.filter(({ changed }) => changed)).toHaveLength(1);
		expect(manifest().version).toBe(1);
	});

	it('halves a chunk that is too large for the wire', async () => {
		const { publish, manifest, put } = await setUp();
		// Random letters do not compress: 30 records of 4,500 are about 100 KB.
		const noise = (seed: number) => {
			let state = seed + 1;
			return Array.from({ length: 4500 }, () => {
				state = (state * 48271) % 2147483647;
				return String.fromCharCode(97 + (state % 26));
			}).join('');
		};
		await put(
			...Array.from({ length: 30 }, (_, i) => ({
				code: `1.${String(i).padStart(6, '0')}`,
				name: 'A',
				steps: noise(i),
			})),
		);
		await publish();
		expect(manifest().chunks.length).toBeGreaterThanOrEqual(2);
		for (const { transferBytes } of manifest().chunks)
			expect(transferBytes).toBeLessThanOrEqual(25_000);
	});

	it('packs a large catalogue with phrases, and keeps to them', async () => {
		const { publish, manifest, put, packs } = await setUp();
		const record = (i: number, more = '') => ({
			code: `1.${String(i).padStart(6, '0')}`,
			name: `Cấp giấy phép số ${i}`,
			steps: `Nộp hồ sơ trực tiếp tại Trung tâm Phục vụ hành chính công.${more}`,
		});
		await put(...Array.from({ length: 600 }, (_, i) => record(i)));
		await publish();
		const { phrases, chunks } = manifest();
		const packed = readFileSync(join(packs, `${chunks[0]?.hash}.json`), 'utf8');
		expect(packed).not.toContain('Trung tâm Phục vụ hành chính công');
		const read = await Promise.all(chunks.map(({ hash }) => readChunk(packs, hash)));
		expect(read.flat()).toHaveLength(600);
		for (const { steps } of read.flat())
			expect(steps).toEqual(['Nộp hồ sơ trực tiếp tại Trung tâm Phục vụ hành chính công.']);

		await put(record(7, ' Nhận kết quả.'));
		await publish();
		expect(manifest().phrases).toEqual(phrases);
		const kept = manifest().chunks.filter(({ hash }) => chunks.some((old) => old.hash === hash));
		expect(kept).toHaveLength(chunks.length - 1);
		expect(manifest().updates).toHaveLength(1);
	});

	it('counts the flags of what is published, or would be', async () => {
		const { publish, database, dataDir, put } = await setUp();
		const starter = [procedureOf('1.000009', 'S', true)];
		await put({ code: '1.000001', name: 'A', agency: 'UBND quận' });
		const expected = { procedures: 2, imported: 1, starter: 1, flags: { abolished_unit: 1 } };
		expect(await catalogueStatistics(database, dataDir, starter)).toEqual(expected);
		await publish(starter);
		await put({ code: '1.000002', name: 'B', agency: 'UBND quận' });
		expect(await catalogueStatistics(database, dataDir, starter)).toEqual({
			...expected,
			imported: 2,
		});
	});

	it('serves packs, the manifest and what is new in it, and nothing else', async () => {
		const { publish, manifest, dataDir } = await setUp();
		await publish([procedureOf('1.000001', 'A', true)]);
		const name = `${manifest().index.hash}.json`;
		const plain = await servePack(dataDir, name, false);
		const packed = await servePack(dataDir, name, true);
		expect(plain).toMatchObject({ immutable: true });
		expect(plain).not.toHaveProperty('encoding');
		expect(packed).toMatchObject({ immutable: true, encoding: 'br' });
		expect(brotliDecompressSync(packed?.body ?? '').equals(plain?.body ?? Buffer.alloc(0))).toBe(
			true,
		);
		expect(await servePack(dataDir, 'manifest.json', true)).toMatchObject({ immutable: false });
		const since = await servePack(dataDir, 'since-1.json', true);
		expect(since).toMatchObject({ immutable: false, encoding: 'br' });
		for (const other of [
			'../mot-cua-noi.sqlite',
			`${name}.br`,
			'since-1.json.br',
			'since-2.json',
			'since-.json',
			'since-../1.json',
			'manifest.json/',
			`x${name}`,
			'',
			'..',
			`${'0'.repeat(64)}.json`,
		]) {
			expect(await servePack(dataDir, other, true)).toBeNull();
		}
	});
});
