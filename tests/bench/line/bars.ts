import { leastSeconds, lines } from './lines.ts';
import type { Scores } from './lighthouse.ts';
import type { FirstVisit, LaterVisit } from './visit.ts';

/** What is to be reached, and was it. */
export interface Bar {
	readonly what: string;
	readonly measured: string;
	readonly bar: string;
	readonly met: 'met' | 'NOT met';
}

export interface Measured {
	readonly visits: readonly FirstVisit[];
	/** bytes over the wire of all packs of the release, brotli */
	readonly catalogueBytes: number;
	readonly later?: LaterVisit | undefined;
	/** how many of the release's procedures the update changed */
	readonly changed: number;
	readonly procedures: number;
	readonly scores?: Scores | undefined;
}

const megabyte = 1_000_000;
/** over the least that bytes and round trips take */
const mostTimes = 1.5;

export function barsOf(measured: Measured): readonly Bar[] {
	const { visits, catalogueBytes, later, changed, procedures, scores } = measured;
	const bars: Bar[] = [];
	const most = (what: string, value: number, limit: number, shown: (value: number) => string) =>
		bars.push({
			what,
			measured: shown(value),
			bar: `≤ ${shown(limit)}`,
			met: value <= limit ? 'met' : 'NOT met',
		});
	for (const visit of visits.filter(({ slowDown }) => slowDown === 1)) {
		const line = lines.find(({ name }) => name === visit.line)!;
		most(`first search at ${line.name}`, visit.search.seconds, line.searchBar, seconds);
		const least = leastSeconds(line, visit.search.bytes);
		most(`… of what its bytes take`, visit.search.seconds / least, mostTimes, times);
		if (!visit.all) continue;
		const all = leastSeconds(line, visit.all.bytes);
		most(
			`everything at ${line.name}, of what its bytes take`,
			visit.all.seconds / all,
			mostTimes,
			times,
		);
	}
	const own = Math.max(...visits.map(({ ownBytes }) => ownBytes));
	most('all bytes up to the first search, without the index pack', own / 1000, 90, kilobytes);
	most('whole catalogue', catalogueBytes / megabyte, 2.3, (mb) => `${mb.toFixed(2)} MB`);
	const foreign = visits.reduce((sum, { foreignRequests }) => sum + foreignRequests, 0);
	most('requests to other origins', foreign, 0, String);
	if (later) {
		const limit = 12 * (procedures / 6_000) * (changed / procedures / 0.01);
		most(`update of ${changed} procedures`, later.updateBytes / 1000, limit, kilobytes);
		most(`opened offline at ${later.slowDown}×`, later.offlineSeconds, 1.5, seconds);
		most(
			'heap of page and workers with the whole catalogue',
			later.heapMb,
			120,
			(mb) => `${mb.toFixed(1)} MB`,
		);
	}
	for (const [name, score] of Object.entries(scores ?? {}))
		bars.push({
			what: `Lighthouse, ${name}`,
			measured: score.toFixed(2),
			bar: '≥ 0.98',
			met: score >= 0.98 ? 'met' : 'NOT met',
		});
	return bars;
}

const seconds = (value: number) => `${value.toFixed(1)} s`;
const times = (value: number) => `${value.toFixed(2)}×`;
const kilobytes = (value: number) => `${value.toFixed(1)} KB`;
