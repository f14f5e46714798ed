/**
 * `npm test`: every check of the project, one after the other, and one line that counts them.
 * A failing step does not hide the next one. `npm test -- unit e2e` runs only the steps named.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumPath } from './support/chromium.ts';
import { countPlaywright, countVitest, type Count } from './support/count.ts';

interface Step {
	name: string;
	command: string[];
	/** reads the counts from the runner's JSON report; a step without one counts as a single check */
	count?: () => Count;
}

const reports = mkdtempSync(join(tmpdir(), 'mot-cua-noi-tests-'));
const browserReport = join(reports, 'browser.json');

function vitestStep(name: string, project: 'node' | 'browser'): Step {
	const report = join(reports, `${name}.json`);
	return {
		name,
		command: [
			'vitest',
			'run',
			'--config',
			'tests/vitest.config.ts',
			'--project',
			project,
			'--reporter=default',
			'--reporter=json',
			`--outputFile.json=${report}`,
		],
		count: () => countVitest(readFileSync(report, 'utf8')),
	};
}

const steps: Step[] = [
	{ name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
	{ name: 'types', command: ['npm', 'run', '-s', 'lint:types'] },
	{ name: 'lint', command: ['eslint', '.'] },
	{ name: 'imports', command: ['npm', 'run', '-s', 'lint:imports'] },
	// Before the tests: some of them start the built server.
	{ name: 'build', command: ['npm', 'run', '-s', 'build'] },
	// One after the other: what is heard and spoken in the browser needs the machine's time to itself.
	vitestStep('unit', 'node'),
	vitestStep('component', 'browser'),
	{
		name: 'e2e',
		command: ['playwright', 'test', '--reporter=list,json'],
		count: () => countPlaywright(readFileSync(browserReport, 'utf8')),
	},
];

/** Lines of a step’s output that are kept, for a failure that no report names (a type error, an unhandled rejection). */
const keptLines = 40;

/** The end of what the step said, if it failed. */
function run(command: string[]): Promise<{ green: boolean; said: string }> {
	const [program = '', ...args] = command;
	return new Promise((resolve) => {
		// Who sits at a terminal can look further up.
		const stdio = process.stdout.isTTY ? 'inherit' : 'pipe';
		const child = spawn(program, args, {
			stdio: ['inherit', stdio, stdio],
			shell: process.platform === 'win32',
			env: {
				...process.env,
				PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport,
				// Tests start the command line hundreds of times.
				NODE_COMPILE_CACHE: join(reports, 'compiled'),
			},
		});
		let said = '';
		const keep = (text: string) => (said = (said + text).split('\n').slice(-keptLines).join('\n'));
		child.stdout?.setEncoding('utf8').on('data', keep).pipe(process.stdout, { end: false });
		child.stderr?.setEncoding('utf8').on('data', keep).pipe(process.stderr, { end: false });
		child.on('error', ({ message }) => resolve({ green: false, said: message }));
		child.on('close', (code) => resolve({ green: code === 0, said }));
	});
}

function counted(green: boolean, count: Step['count']): Count {
	const asOne = { passed: green ? 1 : 0, failed: green ? 0 : 1, skipped: 0, failures: [] };
	if (!count) return asOne;
	try {
		return count();
	} catch {
		return { ...asOne, passed: 0, failed: 1 };
	}
}

try {
	const browser = chromiumPath();
	console.log(`browser: ${browser ?? 'Playwright’s own Chromium'}`);
} catch (error) {
	console.error((error as Error).message);
	process.exit(1);
}

const wanted = process.argv.slice(2);
const total = { passed: 0, failed: 0, skipped: 0 };
const failures: string[] = [];
for (const { name, command, count } of steps) {
	if (wanted.length > 0 && !wanted.includes(name)) continue;
	console.log(`\n── ${name}`);
	const { green, said } = await run(command);
	const { passed, skipped, ...found } = counted(green, count);
	// A runner that failed without a failed test (a crash, an unhandled error) is a failure all the same.
	const failed = green ? found.failed : Math.max(found.failed, 1);
	total.passed += passed;
	total.failed += failed;
	total.skipped += skipped;
	console.log(`── ${name}: ${passed} passed, ${failed} failed`);
	if (failed > 0)
		failures.push(`\n── ${name}`, ...(found.failures.length ? found.failures : [said]));
}
rmSync(reports, { recursive: true, force: true });
// Once more at the end, for whoever has only the last of the output.
for (const text of failures) console.log(text);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exit(total.failed > 0 ? 1 : 0);
