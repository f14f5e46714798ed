import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { plants } from './schedule.ts';

const script = fileURLToPath(new URL('campaign.ts', import.meta.url));

async function campaign(env: Record<string, string>) {
	const flags = ['--disable-warning=ExperimentalWarning', script];
	const options = { env: { ...process.env, FAULT_SEED: '20261126', ...env } };
	const { code, stdout } = await promisify(execFile)(process.execPath, flags, options).then(
		({ stdout }) => ({ code: 0, stdout }),
		(error: { code: number; stdout: string }) => error,
	);
	return { code, last: stdout.trimEnd().split('\n').at(-1) ?? '', stdout };
}

it('loses and doubles nothing, over all its layers', async () => {
	const { code, last, stdout } = await campaign({ FAULT_SECONDS: '24' });
	expect(last).toMatch(/^schedules: \d+, lost: 0, doubled: 0$/);
	expect(code).toBe(0);
	expect(stdout).toMatch(/^in-process: \d+ schedules; .*page killed \d+/m);
	expect(stdout).toMatch(/^in-process: .*waiting items over a line that loses 30 % 1000/m);
	expect(stdout).toMatch(/^real server: \d+ schedules; .*database locked for too long 1/m);
	expect(stdout).toMatch(/^real server: .*server SIGKILL \d+/m);
	expect(stdout).toMatch(/^real server: .*disk full(: not tried| \d+)/m);
	expect(stdout).toMatch(/^Chromium: \d+ schedules; /m);
});

it.each(plants)('finds a planted %s', async (plant) => {
	const { code, last } = await campaign({ FAULT_PLANT: plant });
	expect(code).toBe(1);
	expect(last).not.toMatch(/lost: 0, doubled: 0$/);
});

it('says which plants there are', async () => {
	expect((await campaign({ FAULT_PLANT: 'none' })).code).toBe(2);
});
