import type { KeptField, Role, Subject } from './entries.ts';

/** A kept person for tests. @param values by field */
export function subject(
	id: string,
	role: Role,
	values: Readonly<Record<string, KeptField['value']>>,
	savedAt = 1,
): Subject {
	const fields = Object.entries(values).map(([name, value]): [string, KeptField] => [
		name,
		{ value, shown: String(value), label: name, savedAt },
	]);
	return { id, kind: 'subject', role, fields: Object.fromEntries(fields) };
}
