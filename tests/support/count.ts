/** What the runners’ JSON reports say: how many tests passed, and which did not. */
import { relative, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

export interface Count {
	readonly passed: number;
	readonly failed: number;
	readonly skipped: number;
	/** what failed and why, a few lines each */
	readonly failures: readonly string[];
}

interface VitestReport {
	numPassedTests: number;
	numFailedTests: number;
	numPendingTests: number;
	success: boolean;
	testResults: {
		name: string;
		status: string;
		message: string;
		assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
	}[];
}

export function countVitest(text: string): Count {
	const report = JSON.parse(text) as VitestReport;
	const failures = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
		const tests = assertionResults.filter((test) => test.status === 'failed');
		// A file that could not be loaded has no test.
		if (tests.length === 0 && status === 'failed') return [failure(name, '', message)];
		return tests.map((test) => failure(name, test.fullName, test.failureMessages.join('\n')));
	});
	return {
		passed: report.numPassedTests,
		failed: report.numFailedTests || (report.success ? 0 : 1),
		skipped: report.numPendingTests,
		failures,
	};
}

interface PlaywrightSuite {
	suites?: PlaywrightSuite[];
	specs: {
		file: string;
		title: string;
		tests: { results: { error?: { message?: string; stack?: string } }[] }[];
	}[];
}

interface PlaywrightReport {
	stats: { expected: number; unexpected: number; flaky: number; skipped: number };
	suites: PlaywrightSuite[];
	errors: { message?: string; stack?: string }[];
}

export function countPlaywright(text: string): Count {
	const { stats, suites, errors } = JSON.parse(text) as PlaywrightReport;
	const failures = suites
		.flatMap(specsOf)
		.flatMap(({ file, title, tests }) =>
			tests
				.flatMap(({ results }) => results)
				.flatMap(({ error }) => (error ? [failure(`tests/${file}`, title, why(error))] : [])),
		);
	return {
		passed: stats.expected,
		failed: stats.unexpected + stats.flaky,
		skipped: stats.skipped,
		failures: [...failures, ...errors.map((error) => failure('', '', why(error)))],
	};
}

function specsOf({ specs, suites = [] }: PlaywrightSuite): PlaywrightSuite['specs'] {
	return [...specs, ...suites.flatMap(specsOf)];
}

const why = ({ stack, message }: { message?: string; stack?: string }) => stack ?? message ?? '';

/** Enough of a failure to begin with. */
function failure(file: string, test: string, message: string): string {
	const lines = stripVTControlCharacters(message)
		.trim()
		.split('\n')
		.filter((line) => !line.includes('/node_modules/'))
		.slice(0, 20);
	const name = [file && relative(process.cwd(), resolve(file)), test].filter(Boolean).join(' › ');
	return [`✗ ${name}`, ...lines].join('\n    ');
}
