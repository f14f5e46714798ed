import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright';

const version = '13.5.0';

export const categories = ['performance', 'accessibility', 'best-practices'] as const;
export type Scores = Readonly<Record<(typeof categories)[number], number>>;

interface Lighthouse {
	default: (
		url: string,
		flags: object,
	) => Promise<{ lhr: { categories: Record<string, { score: number | null }> } } | undefined>;
}

/**
 * Lighthouse is 176 MB and nobody but this bench needs it: it is fetched when first asked for, and kept.
 * @returns the folder it is in
 * @throws where there is no registry to fetch it from
 */
export async function fetchLighthouse(): Promise<string> {
	const folder = join(tmpdir(), `mot-cua-noi-lighthouse-${version}`);
	if (existsSync(join(folder, 'node_modules/lighthouse/package.json'))) return folder;
	const quiet = ['--no-audit', '--no-fund', '--no-save', '--loglevel=error'];
	await promisify(execFile)('npm', [
		'install',
		...quiet,
		'--prefix',
		folder,
		`lighthouse@${version}`,
	]);
	return folder;
}

/**
 * Lighthouse on its own terms: a mid-range phone, simulated slow 4G.
 * @param folder where `npm i lighthouse` was run
 * @returns 0 … 1 for each category, the median of three runs
 */
export async function lighthouseScores(
	folder: string,
	executablePath: string | undefined,
	url: string,
): Promise<Scores> {
	const path = createRequire(join(folder, 'x.js')).resolve('lighthouse');
	const { default: lighthouse } = (await import(pathToFileURL(path).href)) as Lighthouse;
	const port = await freePort();
	const args = [`--remote-debugging-port=${port}`, '--no-sandbox', '--disable-dev-shm-usage'];
	const browser = await chromium.launch({ ...(executablePath && { executablePath }), args });
	try {
		const runs: Scores[] = [];
		for (let run = 0; run < 3; run++) {
			const result = await lighthouse(url, { port, output: 'json', onlyCategories: categories });
			runs.push(
				Object.fromEntries(
					categories.map((name) => [name, result?.lhr.categories[name]?.score ?? 0]),
				) as unknown as Scores,
			);
		}
		const median = (name: (typeof categories)[number]) =>
			runs.map((scores) => scores[name]).sort((a, b) => a - b)[1]!;
		return {
			performance: median('performance'),
			accessibility: median('accessibility'),
			'best-practices': median('best-practices'),
		};
	} finally {
		await browser.close();
	}
}

function freePort(): Promise<number> {
	return new Promise((resolve) => {
		const server = createServer().listen(0, () => {
			const { port } = server.address() as AddressInfo;
			server.close(() => resolve(port));
		});
	});
}
