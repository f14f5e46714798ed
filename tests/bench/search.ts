/**
 * Search, measured beside the libraries one would take instead, in one run.
 * `npm run bench:search -- [--catalogue FILE] [--queries FILE] [--sizes 1500,6000,24000] [--json]`
 * also `[--names 200] [--slow-names 8] [--misses FILE] [--no-browser]`
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { barsOf } from './search/bars.ts';
import { readCatalogue, sharedFile } from './search/catalogue.ts';
import { print } from './search/print.ts';
import { readQueryFile } from './search/query-file.ts';
import { run } from './search/run.ts';
import { Unusable } from './search/unusable.ts';

const say = (line: string) => void process.stderr.write(`${line}\n`);

function readOptions() {
	try {
		const { values } = parseArgs({
			options: {
				catalogue: { type: 'string' },
				queries: { type: 'string' },
				sizes: { type: 'string', default: '1500,6000,24000' },
				names: { type: 'string', default: '200' },
				'slow-names': { type: 'string', default: '8' },
				misses: { type: 'string' },
				'no-browser': { type: 'boolean', default: false },
				json: { type: 'boolean', default: false },
			},
		});
		return {
			...values,
			sizes: values.sizes.split(',').map((size) => positive('--sizes', size)),
			names: positive('--names', values.names),
			slowNames: positive('--slow-names', values['slow-names']),
		};
	} catch (error) {
		if (error instanceof TypeError) throw new Unusable(error.message.split('\n')[0]);
		throw error;
	}
}

function positive(option: string, text: string): number {
	const number = Number(text);
	if (!/^\d+$/.test(text.trim()) || number < 1 || number > 200_000)
		throw new Unusable(`${option} ${text}: must be whole numbers from 1 to 200,000`);
	return number;
}

try {
	const options = readOptions();
	const queries = options.queries === undefined ? undefined : await readQueryFile(options.queries);
	const catalogue = await readCatalogue(options.catalogue);
	if (options.catalogue === undefined && sharedFile('catalogue.jsonl.gz') === undefined)
		say('../shared/data/catalogue.jsonl.gz is missing: measuring on the starter catalogue');
	const report = await run(catalogue, queries, {
		...options,
		browser: !options['no-browser'],
		onProgress: (what) => say(`measuring ${what} …`),
	});
	const bars = barsOf(report);
	if (options.misses !== undefined) {
		const blocks = Object.entries(report.misses).map(
			([form, misses]) => `== ${form}: ${misses.length} misses shown\n${misses.join('\n')}\n`,
		);
		writeFileSync(options.misses, blocks.join('\n'));
	}
	if (options.json) console.log(JSON.stringify({ ...report, bars }, null, '\t'));
	else print(report, bars);
} catch (error) {
	if (!(error instanceof Unusable)) throw error;
	say(error.message);
	process.exitCode = 2;
}
