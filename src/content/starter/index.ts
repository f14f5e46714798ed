import type { Procedure } from '#lib/catalogue/index.ts';
import birth from './birth.json' with { type: 'json' };
import residence from './residence.json' with { type: 'json' };
import identity from './identity.json' with { type: 'json' };
import marriage from './marriage.json' with { type: 'json' };
import disability from './disability.json' with { type: 'json' };
import socialSupport from './social-support.json' with { type: 'json' };
import insurance from './insurance.json' with { type: 'json' };
import land from './land.json' with { type: 'json' };
import certification from './certification.json' with { type: 'json' };
import vehicle from './vehicle.json' with { type: 'json' };
import driving from './driving.json' with { type: 'json' };
import work from './work.json' with { type: 'json' };
import business from './business.json' with { type: 'json' };
import school from './school.json' with { type: 'json' };
import construction from './construction.json' with { type: 'json' };
import death from './death.json' with { type: 'json' };
import criminalRecord from './criminal-record.json' with { type: 'json' };
import travel from './travel.json' with { type: 'json' };
import other from './other.json' with { type: 'json' };

/** One book per life event; TypeScript widens the literals of a JSON file, the schema is checked by the test. */
const books: readonly unknown[] = [
	birth,
	residence,
	identity,
	marriage,
	disability,
	socialSupport,
	insurance,
	land,
	certification,
	vehicle,
	driving,
	work,
	business,
	school,
	construction,
	death,
	criminalRecord,
	travel,
	other,
];

/** The procedures shipped with the app: facts of the national database, words of our own. */
export const starterProcedures = books.flat() as readonly Procedure[];
