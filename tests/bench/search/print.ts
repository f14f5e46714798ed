import type { Bar } from './bars.ts';
import { formNames } from './forms.ts';
import type { Quality } from './quality.ts';
import type { Report } from './run.ts';

const rounded = (value: number) =>
	value >= 100 ? Math.round(value) : Math.round(value * 100) / 100;
const brief = (share: number) =>
	share
		.toFixed(3)
		.replace(/^0/, '')
		.replace(/\.?0+$/, '') || '0';
const shares = ({ at1, at5 }: Quality) => `${brief(at1)}/${brief(at5)}`;
const shortly = (quality: Quality) => `${shares(quality)}, MRR ${brief(quality.mrr)}`;

/** One row each, under its first column. */
function table(title: string, rows: readonly Readonly<Record<string, string | number>>[]): void {
	console.log(`\n${title}`);
	console.table(
		Object.fromEntries(
			rows.map((row) => {
				const [[, first] = ['', ''], ...others] = Object.entries(row);
				return [first, Object.fromEntries(others)];
			}),
		),
	);
}

export function print(report: Report, bars: readonly Bar[]): void {
	console.log(
		`${report.catalogue}, ${report.procedures} procedures, measured in ${report.seconds} s`,
	);
	table(
		'Cost (processor ms; key strokes of names typed without marks, one letter after the other)',
		report.engines.map((one) => ({
			engine: one.engine,
			'build ms': rounded(one.buildMs),
			'heap MB': rounded(one.heapMb),
			'stroke p50': rounded(one.p50),
			'stroke p95': rounded(one.p95),
			strokes: one.strokes,
			names: one.forms.clean.queries,
		})),
	);
	const byForm = (shown: (quality: Quality) => string) =>
		report.engines.map(({ engine, forms }) => ({
			engine: `${engine} (${forms.clean.queries})`,
			...Object.fromEntries(formNames.map((form) => [form, shown(forms[form])])),
		}));
	table(
		'hit@1/hit@5 (names asked for; a slow engine is asked the first few of the same)',
		byForm(shares),
	);
	table(
		'MRR',
		byForm(({ mrr }) => brief(mrr)),
	);
	table(
		'labelled questions: made, not real: reported, no bar (hit@1/hit@5)',
		report.engines.map(({ engine, questions }) => ({
			engine,
			quality: shortly(questions),
			questions: questions.queries,
		})),
	);
	if (report.engines.some(({ queries }) => queries)) {
		table(
			'the queries file (hit@1/hit@5)',
			report.engines.map(({ engine, queries }) => ({
				engine,
				quality: queries ? shortly(queries) : '–',
				queries: queries?.queries ?? 0,
			})),
		);
	}
	table(
		'Cost by size',
		report.sizes.map((one) => ({
			engine: `${one.engine}, ${one.size}`,
			'build ms': rounded(one.buildMs),
			'heap MB': rounded(one.heapMb),
			'stroke p50': rounded(one.p50),
			'stroke p95': rounded(one.p95),
		})),
	);
	table(
		'Growth: the power of the catalogue’s size with which a key stroke’s cost grows (1 is in proportion)',
		Object.entries(report.growth).map(([engine, { p50, p95 }]) => ({
			engine,
			p50: rounded(p50),
			p95: rounded(p95),
		})),
	);
	if (report.chromium.length > 0) {
		table(
			'Our worker of the built app in Chromium (ms on the clock, question to answer)',
			report.chromium.map((one) => ({
				'slow-down': `${one.slowDown}×`,
				'really held': `${rounded(one.held)}×`,
				'a loop took': `${rounded(one.loop)}×`,
				'build ms': rounded(one.buildMs),
				'stroke p50': rounded(one.p50),
				'stroke p95': rounded(one.p95),
				strokes: one.strokes,
				'worker heap MB': rounded(one.heapMb),
			})),
		);
	}
	table(
		'Bars',
		bars.map((bar) => ({ ...bar })),
	);
}
