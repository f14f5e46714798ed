import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright';

export const categories = ['performance', 'accessibility', 'best-practices'] as const;
export type Scores = Readonly<Record<(typeof categories)[number], number>>;

interface Lighthouse {
	default: (
		url: string,
		flags: object,
	) => Promise<{ lhr: { categories: Record<string, { score: number | null }> } } | undefined>;
}

/**
 * Lighthouse on its own terms: a mid-range phone, simulated slow 4G. It is no dependency of the project (176 MB).
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
