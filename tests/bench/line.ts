/**
 * The app over thin lines, in a real Chromium, with the real catalogue: what a first visit costs, what a later one.
 * `npm run bench:line -- [--catalogue FILE] [--json] [--quick] [--lighthouse FOLDER]`; `--quick` measures the first
 * search alone, `FOLDER` is where `npm i lighthouse` was run: without it, it is fetched.
 * The line is a proxy that lets bytes through one after the other, for page, workers and service worker together.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { chromiumPath } from '../support/chromium.ts';
import { barsOf } from './line/bars.ts';
import { fetchLighthouse, lighthouseScores, type Scores } from './line/lighthouse.ts';
import { leastSeconds, lines, type Line } from './line/lines.ts';
import { loop } from './line/machine.ts';
import { startCatalogueServer } from './line/server.ts';
import { firstVisit, laterVisit, type FirstVisit, type Moment } from './line/visit.ts';

const { values: options } = parseArgs({
	options: {
		catalogue: { type: 'string' },
		json: { type: 'boolean', default: false },
		lighthouse: { type: 'string' },
		quick: { type: 'boolean', default: false },
	},
});
const real = fileURLToPath(new URL('../../../shared/data/catalogue.jsonl.gz', import.meta.url));
const path = options.catalogue ?? real;
if (!existsSync(path)) {
	console.error(`${path}: no such file; name an export with --catalogue`);
	process.exit(2);
}

const say = (what: string) => void process.stderr.write(`${what} …\n`);
say('publishing the catalogue');
const server = await startCatalogueServer(path);
const executablePath = chromiumPath();
const browser = await chromium.launch(executablePath ? { executablePath } : {});
try {
	const visits: FirstVisit[] = [];
	for (const line of lines)
		for (const slowDown of [1, 6]) {
			say(`a first visit at ${line.name}, ${slowDown}×`);
			// Everything at 50 kbit/s takes a quarter of an hour and tells nothing that 400 kbit/s does not.
			const whole = !options.quick && line.bitsPerSecond > 50_000 && slowDown === 1;
			visits.push(await firstVisit(browser, server.url, line, slowDown, whole));
		}
	let changed = 0;
	say('later visits');
	const later = options.quick
		? undefined
		: await laterVisit(browser, server.url, 6, async () => {
				changed = await server.publishChanged();
			});
	const scores = options.quick ? undefined : await scoresOf(server.url);
	const { procedures, transferBytes: catalogueBytes } = server;
	const measured = { visits, later, changed, procedures, catalogueBytes, scores };
	if (options.json)
		console.log(JSON.stringify({ ...measured, bars: barsOf(measured) }, null, '\t'));
	else {
		print(visits);
		console.table(barsOf(measured));
	}
} finally {
	await browser.close();
	await server.remove();
}

async function scoresOf(url: string): Promise<Scores | undefined> {
	say('Lighthouse');
	let folder = options.lighthouse;
	try {
		folder ??= await fetchLighthouse();
	} catch {
		console.error(
			'Lighthouse is left out: it could not be fetched; name its folder with --lighthouse',
		);
		return undefined;
	}
	return lighthouseScores(folder, executablePath, url);
}

function print(visits: readonly FirstVisit[]) {
	const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} KB`;
	const shown = (line: Line, moment: Moment | undefined) =>
		moment
			? `${moment.seconds.toFixed(1)} s, ${kilobytes(moment.bytes)} (least ${leastSeconds(line, moment.bytes).toFixed(1)} s)`
			: '–';
	console.log(
		`A first visit, with nothing on the phone; a fixed loop takes ${loop().toFixed(0)} ms now`,
	);
	console.table(
		visits.map((visit) => {
			const line = lines.find(({ name }) => name === visit.line)!;
			return {
				line: `${visit.line}, ${visit.slowDown}×`,
				'first text': shown(line, visit.text),
				'first search': shown(line, visit.search),
				everything: shown(line, visit.all),
				'heap MB': visit.heapMb.toFixed(1),
				'machine slowed by others': `${visit.disturbance.toFixed(1)}×`,
			};
		}),
	);
}
