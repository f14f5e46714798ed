/**
 * `npm test`: every check of the project, one after the other, and one line that counts them.
 * A failing step does not hide the next one. `npm test -- unit e2e` runs only the steps named.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumPath } from './support/chromium.ts';

interface Count {
	passed: number;
	failed: number;
	skipped: number;
}

interface Step {
	name: string;
	command: string[];
	/** reads the counts from the runner's JSON report; a step without one counts as a single check */
	count?: () => Count;
}

const reports = mkdtempSync(join(tmpdir(), 'mot-cua-noi-tests-'));
const browserReport = join(reports, 'browser.json');

function countVitest(text: string): Count {
	const report = JSON.parse(text) as {
		numPassedTests: number;
		numFailedTests: number;
		numPendingTests: number;
		numFailedTestSuites: number;
		success: boolean;
	};
	const failed = report.numFailedTests || (report.success ? 0 : 1);
	return { passed: report.numPassedTests, failed, skipped: report.numPendingTests };
}

function countPlaywright(text: string): Count {
	const { stats } = JSON.parse(text) as {
		stats: { expected: number; unexpected: number; flaky: number; skipped: number };
	};
	return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}

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

function run(command: string[]): Promise<boolean> {
	const [program = '', ...args] = command;
	return new Promise((resolve) => {
		const child = spawn(program, args, {
			stdio: 'inherit',
			shell: process.platform === 'win32',
			env: {
				...process.env,
				PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport,
				// Tests start the command line hundreds of times.
				NODE_COMPILE_CACHE: join(reports, 'compiled'),
			},
		});
		child.on('error', () => resolve(false));
		child.on('exit', (code) => resolve(code === 0));
	});
}

try {
	const browser = chromiumPath();
	console.log(`browser: ${browser ?? 'Playwright’s own Chromium'}`);
} catch (error) {
	console.error((error as Error).message);
	process.exit(1);
}

const wanted = process.argv.slice(2);
const total: Count = { passed: 0, failed: 0, skipped: 0 };
for (const { name, command, count } of steps) {
	if (wanted.length > 0 && !wanted.includes(name)) continue;
	console.log(`\n── ${name}`);
	const green = await run(command);
	let counted: Count = { passed: green ? 1 : 0, failed: green ? 0 : 1, skipped: 0 };
	if (count) {
		try {
			counted = count();
			// A runner that failed without a failed test (a crash, an unhandled error) is a failure all the same.
			if (!green && counted.failed === 0) counted.failed = 1;
		} catch {
			counted = { passed: 0, failed: 1, skipped: 0 };
		}
	}
	total.passed += counted.passed;
	total.failed += counted.failed;
	total.skipped += counted.skipped;
	console.log(`── ${name}: ${counted.passed} passed, ${counted.failed} failed`);
}
rmSync(reports, { recursive: true, force: true });
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exit(total.failed > 0 ? 1 : 0);
