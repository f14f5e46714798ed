/** What search has promised, beside what was measured. */
import type { InChromium } from './in-chromium.ts';
import type { EngineReport, Report } from './run.ts';

export interface Bar {
	readonly bar: string;
	readonly wanted: string;
	readonly measured: string;
	readonly met: 'met' | 'tied' | 'not met' | 'not measured';
}

type Form = keyof EngineReport['forms'];

const formBars: readonly (readonly [form: Form, at1: number, at5?: number])[] = [
	['clean', 0.99],
	['unaccented', 0.99],
	['typo', 0.93],
	['missing', 0.93],
	['swapped', 0.93],
	['dialect', 0.92, 0.97],
	['joined', 0.99],
	['telex', 0.99],
	['vni', 0.99],
];
/** Held out of the project: a queries file may be of either kind. */
const fileBars = [
	['everyday wording', 0.85, 0.95],
	['portal questions', 0.9, 0.97],
] as const;

const shown = (value: number) => String(Math.round(value * 1000) / 1000);

const judge = (bar: string, wanted: string, value: number | undefined, met: boolean): Bar => ({
	bar,
	wanted,
	measured: value === undefined ? '–' : shown(value),
	met: value === undefined ? 'not measured' : met ? 'met' : 'not met',
});
const atLeast = (bar: string, least: number, value: number | undefined) =>
	judge(bar, `≥ ${least}`, value, (value ?? 0) >= least);
const atMost = (bar: string, most: number, unit: string, value: number | undefined) =>
	judge(bar, `≤ ${most} ${unit}`, value, (value ?? Infinity) <= most);

export function barsOf(report: Report): Bar[] {
	const [ours, ...peers] = report.engines;
	if (!ours) throw new Error('our engine was not measured');
	// What was not really slowed down says nothing about a slow phone.
	const chromiumAt = (rate: number): InChromium | undefined =>
		report.chromium.find(
			({ slowDown, held, loop }) => slowDown === rate && Math.min(held, loop) >= 0.9 * rate,
		);
	// Figures on the clock are too high while other programs take the processor: said, not excused.
	const busy = (rate: number) => {
		const loop = chromiumAt(rate)?.loop ?? rate;
		return loop > 1.5 * rate ? ` (machine busy: a loop took ${Math.round(loop)}×)` : '';
	};
	const at6000 = report.sizes.filter(({ size }) => size === 6000);
	const fuse = Math.min(
		...at6000.filter(({ engine }) => engine.startsWith('Fuse')).map(({ p50 }) => p50),
	);
	const own = at6000.find(({ engine }) => engine === ours.engine);
	const faster = own && Number.isFinite(fuse) ? fuse / own.p50 : undefined;
	return [
		...formBars.flatMap(([form, at1, at5]) => [
			atLeast(`${form}, hit@1`, at1, ours.forms[form].at1),
			...(at5 === undefined ? [] : [atLeast(`${form}, hit@5`, at5, ours.forms[form].at5)]),
		]),
		...fileBars.flatMap(([kind, at1, at5]) => [
			atLeast(`${kind} (--queries), hit@1`, at1, ours.queries?.at1),
			atLeast(`${kind} (--queries), hit@5`, at5, ours.queries?.at5),
		]),
		atMost('key stroke p95, here', 2, 'ms', ours.p95),
		atMost(`key stroke p95, worker${busy(1)}`, 2, 'ms', chromiumAt(1)?.p95),
		atMost(`key stroke p95, worker at 6×${busy(6)}`, 16, 'ms', chromiumAt(6)?.p95),
		judge('times faster than Fuse.js over 6,000', '≥ 20', faster, (faster ?? 0) >= 20),
		...formBars.map(([form]) => betterThanPeers(form, ours, peers)),
		atMost('build from the pack, here', 300, 'ms', ours.buildMs),
		atMost(`build from the pack, worker${busy(1)}`, 300, 'ms', chromiumAt(1)?.buildMs),
		atMost('heap, index beside its records', 6, 'MB', ours.heapMb),
		atMost('heap, all of the worker', 6, 'MB', chromiumAt(1)?.heapMb),
		judge(
			'growth of a key stroke (p50) with the catalogue',
			'< 1',
			report.growth[ours.engine]?.p50,
			(report.growth[ours.engine]?.p50 ?? 1) < 1,
		),
	];
}

/** On the same queries: a peer that was asked a sample is compared with us on that sample. */
function betterThanPeers(form: Form, ours: EngineReport, peers: readonly EngineReport[]): Bar {
	const [best] = peers
		.map((peer) => {
			const own = ours.sampled[peer.forms[form].queries]?.[form] ?? ours.forms[form];
			return { peer, ahead: own.at1 - peer.forms[form].at1, own };
		})
		.sort((a, b) => a.ahead - b.ahead);
	if (!best) return judge(`best peer, ${form}, hit@1`, 'ahead', undefined, false);
	const { peer, ahead, own } = best;
	return {
		bar: `ahead of every peer, ${form}, hit@1`,
		wanted: 'ahead',
		measured: `${shown(own.at1)}; ${peer.engine} ${shown(peer.forms[form].at1)} (${peer.forms[form].queries} names)`,
		met: ahead > 0 ? 'met' : ahead === 0 ? 'tied' : 'not met',
	};
}
