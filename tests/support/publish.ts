import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../../src/cli/motcua.ts', import.meta.url));

/** Takes in official records and publishes a newer release, as an operator does beside the running server. */
export function publishRecords(dataDir: string, records: readonly object[]): void {
	const file = join(dataDir, 'records.jsonl');
	writeFileSync(file, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
	for (const args of [['import', file], ['publish']]) {
		const { status, stderr } = spawnSync(
			process.execPath,
			['--disable-warning=ExperimentalWarning', command, ...args],
			{ env: { ...process.env, DATA_DIR: dataDir }, encoding: 'utf8' },
		);
		if (status !== 0) throw new Error(`${args[0]}: ${stderr}`);
	}
}
