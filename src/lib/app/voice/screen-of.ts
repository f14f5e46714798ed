import type { Screen } from '#lib/voice/index.ts';

export interface ScreenState {
	readonly path: string;
	readonly hits: number;
	readonly reading: boolean;
	/** the review of a form is open */
	readonly reviewing: boolean;
}

const fixed: Readonly<Record<string, Screen>> = {
	'hop-gui': 'outbox',
	'ho-so': 'dossiers',
	'cai-dat': 'settings',
};

/** Which orders make sense where. Lists of procedures take those of the results. */
export function screenOf({ path, hits, reading, reviewing }: ScreenState): Screen {
	const [first = ''] = path.split('/').filter(Boolean);
	if (first === 'nop') return reviewing ? 'review' : 'form';
	if (reading) return 'reading';
	if (first === 'thu-tuc') return 'procedure';
	if (first === '') return hits > 0 ? 'results' : 'home';
	return fixed[first] ?? 'results';
}
