import type { SynonymTable } from '#lib/search/index.ts';
import acts from './acts.json' with { type: 'json' };
import business from './business.json' with { type: 'json' };
import civilStatus from './civil-status.json' with { type: 'json' };
import farm from './farm.json' with { type: 'json' };
import general from './general.json' with { type: 'json' };
import healthEducation from './health-education.json' with { type: 'json' };
import identity from './identity.json' with { type: 'json' };
import insurance from './insurance.json' with { type: 'json' };
import land from './land.json' with { type: 'json' };
import law from './law.json' with { type: 'json' };
import residence from './residence.json' with { type: 'json' };
import support from './support.json' with { type: 'json' };
import tax from './tax.json' with { type: 'json' };
import transportCulture from './transport-culture.json' with { type: 'json' };
import travel from './travel.json' with { type: 'json' };
import vehicles from './vehicles.json' with { type: 'json' };
import workLaw from './work-law.json' with { type: 'json' };

/** One file an area of life. A list of words named in one may be used in all. */
export const files: readonly SynonymTable[] = [
	general,
	civilStatus,
	residence,
	identity,
	travel,
	vehicles,
	insurance,
	support,
	law,
	acts,
	business,
	tax,
	land,
	healthEducation,
	farm,
	workLaw,
	transportCulture,
];

/** What people say and the official words they mean, of all files. */
export const synonyms: SynonymTable = {
	words: Object.assign({}, ...files.map(({ words }) => words)),
	synonyms: files.flatMap((file) => file.synonyms),
};
