import { levels, lifeEvents } from './terms.ts';
import type { IndexEntry } from './release.ts';

/**
 * The index pack: one column per property, because equal things side by side compress best. Fields and agencies repeat
 * and stand once in a dictionary; what few procedures have is a list of [position, value].
 */
interface IndexPack {
	readonly format: 1;
	readonly names: readonly string[];
	/** `1.001193` as 1001193 */
	readonly codes: readonly number[];
	readonly fields: readonly string[];
	readonly field: readonly number[];
	readonly agencies: readonly string[];
	readonly agency: readonly number[];
	/** bit 0–3 the levels in the order of `levels`, bit 4 `forCitizens`, bit 5 `online`, bit 6 `forOrganisations` */
	readonly bits: readonly number[];
	/** `chunk`, as the difference to the entry before */
	readonly chunk: readonly number[];
	readonly lifeEvents: readonly (readonly [number, number])[];
	readonly priorities: readonly (readonly [number, number])[];
}

const forCitizensBit = 1 << levels.length;
const onlineBit = forCitizensBit << 1;
const forOrganisationsBit = onlineBit << 1;

/** The index pack as JSON text: same entries, same text. Their keywords travel in the words pack. */
export function encodeIndex(entries: readonly IndexEntry[]): string {
	const fields = dictionary(entries.map(({ field }) => field));
	const agencies = dictionary(entries.map(({ agency }) => agency));
	const pack: IndexPack = {
		format: 1,
		names: entries.map(({ name }) => name),
		codes: entries.map(({ code }) => Number(code.replace('.', ''))),
		fields: fields.words,
		field: fields.positions,
		agencies: agencies.words,
		agency: agencies.positions,
		bits: entries.map(bitsOf),
		chunk: entries.map(({ chunk }, i) => chunk - (entries[i - 1]?.chunk ?? 0)),
		lifeEvents: sparse(entries, ({ lifeEvent }) => lifeEvent && lifeEvents.indexOf(lifeEvent)),
		priorities: sparse(entries, ({ priority }) => (priority > 0 ? priority : undefined)),
	};
	return JSON.stringify(pack);
}

/**
 * @param text an index pack whose hash was verified
 * @throws on anything that `encodeIndex` of this format did not write
 */
export function decodeIndex(text: string): IndexEntry[] {
	const pack = readPack(text);
	const events = new Map(pack.lifeEvents);
	const priorities = new Map(pack.priorities);
	let chunk = 0;
	return pack.names.map((name, i) => {
		const bits = at(pack.bits, i);
		const lifeEvent = lifeEvents[events.get(i) ?? -1];
		chunk += at(pack.chunk, i);
		return {
			code: formatCode(at(pack.codes, i)),
			name,
			field: at(pack.fields, at(pack.field, i)),
			agency: at(pack.agencies, at(pack.agency, i)),
			levels: levels.filter((_level, bit) => bits & (1 << bit)),
			forCitizens: (bits & forCitizensBit) !== 0,
			forOrganisations: (bits & forOrganisationsBit) !== 0,
			online: (bits & onlineBit) !== 0,
			keywords: [],
			...(lifeEvent ? { lifeEvent } : {}),
			priority: priorities.get(i) ?? 0,
			chunk,
		};
	});
}

/**
 * Would `decodeIndex` take it? A third of its work, and no object for each of thousands of procedures.
 * @throws as `decodeIndex` would
 */
export function checkIndex(text: string): void {
	const { fields, field, agencies, agency } = readPack(text);
	for (const position of field) at(fields, position);
	for (const position of agency) at(agencies, position);
}

function readPack(text: string): IndexPack {
	const pack = JSON.parse(text) as IndexPack | null;
	if (pack?.format !== 1) throw new Error('not an index pack of format 1');
	const columns = [pack.codes, pack.field, pack.agency, pack.bits, pack.chunk];
	if (!columns.every((column) => column.length === pack.names.length))
		throw new Error('index pack: columns of different length');
	return pack;
}

function dictionary(values: readonly string[]) {
	const words = [...new Set(values)];
	const position = new Map(words.map((word, i) => [word, i]));
	return { words, positions: values.map((value) => position.get(value) ?? 0) };
}

const bitsOf = (entry: IndexEntry) =>
	levels.reduce((bits, level, bit) => bits | (entry.levels.includes(level) ? 1 << bit : 0), 0) |
	(entry.forCitizens ? forCitizensBit : 0) |
	(entry.online ? onlineBit : 0) |
	(entry.forOrganisations ? forOrganisationsBit : 0);

const sparse = <T>(
	entries: readonly IndexEntry[],
	pick: (entry: IndexEntry) => T | undefined,
): [number, T][] =>
	entries.flatMap((entry, i): [number, T][] => {
		const value = pick(entry);
		return value === undefined ? [] : [[i, value]];
	});

function at<T>(column: readonly T[], position: number): T {
	const value = column[position];
	if (value === undefined) throw new Error(`index pack: nothing at ${position}`);
	return value;
}

function formatCode(digits: number): string {
	const padded = String(digits).padStart(7, '0');
	return `${padded[0]}.${padded.slice(1)}`;
}
