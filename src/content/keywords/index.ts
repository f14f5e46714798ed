import type { KeywordTable } from '#lib/catalogue/index.ts';
import building from './building.json' with { type: 'json' };
import business from './business.json' with { type: 'json' };
import civilStatus from './civil-status.json' with { type: 'json' };
import culture from './culture.json' with { type: 'json' };
import education from './education.json' with { type: 'json' };
import farming from './farming.json' with { type: 'json' };
import health from './health.json' with { type: 'json' };
import identity from './identity.json' with { type: 'json' };
import insurance from './insurance.json' with { type: 'json' };
import justice from './justice.json' with { type: 'json' };
import labour from './labour.json' with { type: 'json' };
import land from './land.json' with { type: 'json' };
import loans from './loans.json' with { type: 'json' };
import support from './support.json' with { type: 'json' };
import tax from './tax.json' with { type: 'json' };
import trade from './trade.json' with { type: 'json' };
import transport from './transport.json' with { type: 'json' };

/** One file an area of life. */
export const files: readonly KeywordTable[] = [
	building,
	business,
	civilStatus,
	culture,
	education,
	farming,
	health,
	identity,
	insurance,
	justice,
	labour,
	land,
	loans,
	support,
	tax,
	trade,
	transport,
];

/** What people call procedures, of all files. */
export const keywords: KeywordTable = Object.assign({}, ...files);
