import type { Entry, KeptField, Subject } from './entries.ts';
import { same } from './identity.ts';

/**
 * What an import adds to what is kept: fields of the same person come together, the newer of each; papers and receipts
 * that are here already stay as they are.
 * @returns the entries to write: new, or changed
 */
export function merged(here: readonly Entry[], incoming: readonly Entry[]): Entry[] {
	const all = new Map(here.map((entry) => [entry.id, entry]));
	const changed = new Set<string>();
	// Those known by their id first: a name mended meanwhile decides who the others are.
	const known = incoming.filter(({ id }) => all.has(id));
	for (const entry of [...known, ...incoming.filter((one) => !known.includes(one))]) {
		const fresh = entry.kind === 'subject' ? joined(entry, [...all.values()]) : entry;
		const before = all.get(fresh.id);
		if (before && (entry.kind !== 'subject' || equal(before, fresh))) continue;
		all.set(fresh.id, fresh);
		changed.add(fresh.id);
	}
	return [...changed].flatMap((id) => all.get(id) ?? []);
}

function joined(entry: Subject, all: readonly Entry[]): Subject {
	const subjects = all.filter((one) => one.kind === 'subject');
	const mine = subjects.find(({ id }) => id === entry.id);
	const found = mine ?? subjects.find((one) => same(one.fields, entry.fields));
	if (found) return { ...found, fields: newer(found.fields, entry.fields) };
	// There is one "tôi" on a device.
	const second = entry.role === 'self' && subjects.some(({ role }) => role === 'self');
	return second ? { ...entry, role: 'other' } : entry;
}

function newer(here: Subject['fields'], incoming: Subject['fields']): Subject['fields'] {
	const fields: Record<string, KeptField> = { ...here };
	for (const [name, field] of Object.entries(incoming)) {
		const mine = fields[name];
		if (!mine || mine.savedAt < field.savedAt) fields[name] = field;
	}
	return fields;
}

const equal = (a: Entry, b: Entry) => JSON.stringify(a) === JSON.stringify(b);
