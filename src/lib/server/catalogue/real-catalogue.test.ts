import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
	choosePhrases,
	decodeChunk,
	encodeChunk,
	encodeIndex,
	phrasePacker,
	planChunks,
	procedureSchema,
	toIndexEntry,
	type Flag,
	type Procedure,
} from '#lib/catalogue/index.ts';
import {
	hasRealCatalogue,
	realCatalogueMissing,
} from '../../../../tests/support/real-catalogue.ts';
import { testDirectory } from '../../../../tests/support/test-directory.ts';
import { openDatabase, type Database } from '../db/open-database.ts';
import { importCatalogue, type ImportOutcome } from './import-catalogue.ts';
import { allImported } from './procedure-store.ts';

const file = fileURLToPath(
	new URL('../../../../../shared/data/catalogue.jsonl.gz', import.meta.url),
);

const brotli = promisify(brotliCompress);
const compressed = (text: string, quality: number) =>
	brotli(text, {
		params: {
			[constants.BROTLI_PARAM_QUALITY]: quality,
			[constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
			[constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
		},
	});

const missing = hasRealCatalogue ? '' : ` (${realCatalogueMissing})`;

describe.skipIf(!hasRealCatalogue)(`the real catalogue${missing}`, () => {
	const broken: string[] = [];
	let outcome: ImportOutcome;
	let procedures: Procedure[];
	let planned: Procedure[][];
	let database: Database;
	const dataDir = testDirectory(afterAll);

	beforeAll(async () => {
		database = await openDatabase(dataDir);
		outcome = await importCatalogue(database, [file], {
			importedAt: '2026-01-01T00:00:00.000Z',
			onBroken: (line) => broken.push(line),
		});
		procedures = await allImported(database);
		planned = planChunks(procedures);
	});
	afterAll(() => database.destroy());

	const having = (flag: Flag) => procedures.filter(({ flags }) => flags.includes(flag)).length;
	const timesOf = (kind: string) =>
		procedures.flatMap(({ channels }) => channels).filter(({ time }) => time.kind === kind).length;
	const feesOf = (kind: string) =>
		procedures
			.flatMap(({ channels }) => channels.flatMap(({ fees }) => fees))
			.filter((fee) => fee.kind === kind);

	it('holds no broken record', () => {
		expect(broken).toEqual([]);
		expect(outcome).toMatchObject({
			ok: true,
			counts: { files: 1, records: 4437, added: 4437, duplicates: 0, broken: 0 },
		});
	});

	it('fits the schema, every record', () => {
		const wrong = procedures.filter((procedure) => !v.is(procedureSchema, procedure));
		expect(wrong.map(({ code }) => code)).toEqual([]);
	});

	/**
	 * The source flags 373 records whose time has no unit; four more say "120,000" and the like. 223 cite Thông tư 64/2025
	 * somewhere; more have another last day. Abolished bodies are counted in every text but the legal basis, addresses
	 * included: 130 records name a merged ministry or its department, 230 a district; counting "cấp huyện" and the
	 * ministries' own names alone gives about a hundred each.
	 */
	it('carries the flags that its readers must hear of', () => {
		expect(having('time_unit_missing')).toBe(377);
		expect(having('fee_expires')).toBeGreaterThanOrEqual(218);
		expect(having('fee_expires')).toBeLessThan(280);
		expect(having('abolished_unit')).toBeGreaterThan(300);
		expect(having('abolished_unit')).toBeLessThan(400);
		expect(having('components_unparsed')).toBe(29);
		expect(having('steps_single_paragraph')).toBe(240);
	});

	it('gives most times and fees as values and guesses none', () => {
		expect(timesOf('known')).toBeGreaterThan(10_000);
		expect(timesOf('described')).toBeLessThan(200);
		for (const { channels } of procedures) {
			for (const { time } of channels)
				if (time.kind === 'known') expect(time.text).toMatch(/giờ|ngày|tháng|năm/i);
		}
		expect(feesOf('amount').length).toBeGreaterThan(1700);
		for (const fee of feesOf('amount')) {
			expect(fee.amount).toBeGreaterThanOrEqual(fee.currency === 'VND' ? 1000 : 0.1);
			expect(fee.amount).toBeLessThan(1_000_000_000);
		}
		for (const fee of feesOf('free')) expect(fee.text).not.toMatch(/hội đồng nhân dân|\d{3} ?đ/i);
		expect(feesOf('unknown').every(({ validUntil }) => validUntil === undefined)).toBe(true);
	});

	it('has an index of at most 100 KB', async () => {
		const entries = planned.flatMap((chunk, i) => chunk.map((one) => toIndexEntry(one, i)));
		expect((await compressed(encodeIndex(entries), 11)).length).toBeLessThanOrEqual(100_000);
	});

	/** Quality 9 takes a tenth of the time of 11, with which packs are written, and comes out 5 % larger. */
	it('has details of at most 2.14 MB over the wire, so that all of it is at most 2.3', async () => {
		const texts = planned.map((chunk) => chunk.map((one) => JSON.stringify(one)));
		const phrases = choosePhrases(texts.flat().filter((_, at) => at % 9 === 0));
		const packed = phrasePacker(phrases);
		let bytes = (await compressed(JSON.stringify(phrases), 9)).length;
		for (const chunk of texts) {
			const text = encodeChunk(chunk.map(packed), '0'.repeat(64));
			expect(decodeChunk(text, phrases)).toEqual(chunk.map((one) => JSON.parse(one) as Procedure));
			bytes += (await compressed(text, 9)).length;
		}
		expect(bytes).toBeLessThanOrEqual(1.05 * 2_140_000);
	}, 300_000);
});
