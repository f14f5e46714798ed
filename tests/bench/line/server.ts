import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { createGunzip } from 'node:zlib';
import { startServer, type TestServer } from '../../support/server.ts';

const run = promisify(execFile);

type Published = { readonly procedures: number; readonly transferBytes: number };

export interface CatalogueServer extends TestServer {
	readonly procedures: number;
	/** over the wire, of all packs */
	readonly transferBytes: number;
	/** Publishes the catalogue with the fee of each hundredth procedure changed. @returns how many were */
	publishChanged(): Promise<number>;
}

/** A server of its own that has published an export. */
export async function startCatalogueServer(file: string): Promise<CatalogueServer> {
	const server = await startServer();
	const motcua = (...args: string[]) =>
		run('npm', ['run', '-s', 'motcua', '--', ...args], {
			env: { ...process.env, DATA_DIR: server.dataDir },
		});
	await motcua('import', file);
	const published = JSON.parse((await motcua('publish')).stdout) as Published;
	return {
		...server,
		...published,
		async publishChanged() {
			const changed = join(server.dataDir, 'changed.jsonl');
			const count = await changeSome(file, changed);
			await motcua('import', changed);
			await motcua('publish');
			return count;
		},
	};
}

const oneIn = 100;

async function changeSome(from: string, to: string): Promise<number> {
	const raw = createReadStream(from);
	const lines = createInterface({ input: from.endsWith('.gz') ? raw.pipe(createGunzip()) : raw });
	const out = createWriteStream(to);
	let [at, changed] = [0, 0];
	for await (const line of lines) {
		if (at++ % oneIn !== 0) continue;
		const record = JSON.parse(line) as { conditions?: string };
		record.conditions = `${record.conditions ?? ''} Áp dụng từ ngày 01/12/2026.`;
		out.write(`${JSON.stringify(record)}\n`);
		changed++;
	}
	await new Promise((resolve) => out.end(resolve));
	return changed;
}
