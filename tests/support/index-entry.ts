import type { IndexEntry } from '#lib/catalogue/index.ts';

/** An entry as search takes it: a commune's procedure that citizens ask for, unless said otherwise. */
export const entry = (code: string, name: string, more: Partial<IndexEntry> = {}): IndexEntry => ({
	code,
	name,
	field: 'Hộ tịch',
	agency: 'Ủy ban nhân dân cấp xã',
	levels: ['commune'],
	forCitizens: true,
	online: true,
	keywords: [],
	priority: 0.5,
	chunk: 0,
	...more,
});
