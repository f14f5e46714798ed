import type { IndexEntry } from '#lib/catalogue/index.ts';
import { agenciesIn } from './agencies.ts';
import { facetKey } from './facet-key.ts';

/** What a list is narrowed to: every property that is there must fit, of a list one. */
export interface Filter {
	/** names or keys of fields (`facetKey`) */
	readonly fields?: readonly string[];
	/** names or keys of agencies */
	readonly agencies?: readonly string[];
	readonly levels?: IndexEntry['levels'];
	readonly audience?: 'citizens' | 'organisations';
	/** may it be handed in online? */
	readonly online?: boolean;
}

export const isEmpty = (filter: Filter): boolean => Object.keys(filter).length === 0;

/** The same test for many entries; keys of fields and agencies are made once. */
export function matcher(filter: Filter): (entry: IndexEntry) => boolean {
	const { levels, audience, online } = filter;
	const isField = oneOf(filter.fields, (field) => [field]);
	const isAgency = oneOf(filter.agencies, agenciesIn);
	return (entry) =>
		isField(entry.field) &&
		isAgency(entry.agency) &&
		(!levels || levels.some((level) => entry.levels.includes(level))) &&
		(!audience || isFor(entry, audience)) &&
		(online === undefined || entry.online === online);
}

export const matches = (entry: IndexEntry, filter: Filter): boolean => matcher(filter)(entry);

/** What is not known to be for organisations is, where no private person may ask for it. */
export const isFor = (entry: IndexEntry, audience: NonNullable<Filter['audience']>): boolean =>
	audience === 'citizens' ? entry.forCitizens : (entry.forOrganisations ?? !entry.forCitizens);

function oneOf(names: readonly string[] | undefined, split: (text: string) => string[]) {
	if (!names) return () => true;
	const keys = new Set(names.map(facetKey));
	const known = new Map<string, boolean>();
	return (text: string): boolean => {
		let fits = known.get(text);
		if (fits === undefined) {
			fits = split(text).some((name) => keys.has(facetKey(name)));
			known.set(text, fits);
		}
		return fits;
	};
}
