import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { starterProcedures } from '#content/starter/index.ts';
import { testDirectory } from '../../../tests/support/test-directory.ts';
import * as server from './index.ts';

let dataDir: string;
const [starter] = starterProcedures;

beforeEach(() => {
	dataDir = testDirectory();
	vi.stubEnv('DATA_DIR', dataDir);
	onTestFinished(() => void vi.unstubAllEnvs());
});
afterEach(() => server.closeServer());

async function put(record: object) {
	const path = join(dataDir, 'import.jsonl');
	writeFileSync(path, `${JSON.stringify(record)}\n`);
	await server.importFiles([path], { onBroken: () => undefined });
}

it('gives the starter procedure until the official one is imported, then that one with our words', async () => {
	const code = starter?.code ?? '';
	expect(await server.getProcedure(code)).toEqual(starter);
	await put({ code, name: 'Tên chính thức' });
	expect(await server.getProcedure(code)).toMatchObject({
		code,
		name: 'Tên chính thức',
		origin: 'official',
		plain: starter?.plain,
	});
	expect(await server.getProcedure('9.999999')).toBeNull();
	expect(await server.getProcedure("' or 1=1 --")).toBeNull();
});

it('publishes at the first start only', async () => {
	expect(await server.health()).toEqual({ ok: false, database: true, catalogue: 0 });
	await server.ensurePublished();
	expect(await server.health()).toEqual({ ok: true, database: true, catalogue: 1 });
	await put({ code: '1.900001', name: 'Mới' });
	await server.ensurePublished();
	expect(await server.health()).toMatchObject({ catalogue: 1 });
	expect(await server.readPack('manifest.json', true)).toMatchObject({ immutable: false });
});

it('is not healthy while its database cannot be opened, and is once it can', async () => {
	vi.stubEnv('DATA_DIR', join(dataDir, 'file', 'deeper'));
	writeFileSync(join(dataDir, 'file'), '');
	expect(await server.health()).toEqual({ ok: false, database: false, catalogue: 0 });
	vi.stubEnv('DATA_DIR', dataDir);
	expect(await server.health()).toMatchObject({ database: true });
});

it('can be closed twice, before anything was opened, and used again', async () => {
	await server.closeServer();
	await server.getProcedure('1.001193');
	await server.closeServer();
	await server.closeServer();
	expect(await server.getProcedure('9.999999')).toBeNull();
});
