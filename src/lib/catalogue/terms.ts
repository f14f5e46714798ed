/**
 * The closed lists a procedure's fields are taken from. Apart from the schema: the phone needs the lists and carries no
 * validator.
 */

/** Official code, e.g. `1.001193`: one digit, a dot, six digits. */
export const codePattern = /^\d\.\d{6}$/;

export const levels = ['commune', 'province', 'ministry', 'other'] as const;
export const channelKinds = ['online', 'post', 'counter', 'other'] as const;
export const timeUnits = ['hour', 'workingDay', 'day', 'month', 'year'] as const;

/**
 * What an importer noticed about a record. The first seven come with the source data, the others are ours.
 * - `abolished_unit`: names a district-level body or a ministry that no longer exists (two levels since 1 July 2025)
 * - `time_unit_missing`: a processing time is a bare number; its unit is unknown
 * - `fee_unclear`, `time_unclear`: kept as text, no value could be read from it
 * - `fee_expires`: a fee holds only until a date (`validUntil`)
 */
export const flags = [
	'tables_resplit_from_concatenated_text',
	'time_unit_missing',
	'agency_from_list',
	'steps_single_paragraph',
	'form_name_joined_to_component',
	'components_unparsed',
	'list_only',
	'abolished_unit',
	'fee_unclear',
	'time_unclear',
	'fee_expires',
] as const;

/** Life events a citizen browses by; the words shown for them are in `content/`. */
export const lifeEvents = [
	'birth',
	'marriage',
	'residence',
	'identity',
	'disability',
	'social-support',
	'land',
	'construction',
	'vehicle',
	'driving',
	'business',
	'insurance',
	'work',
	'school',
	'criminal-record',
	'certification',
	'death',
	'travel',
	'other',
] as const;

export type Level = (typeof levels)[number];
export type LifeEvent = (typeof lifeEvents)[number];
export type Flag = (typeof flags)[number];
