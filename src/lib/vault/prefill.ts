import type { Role } from './entries.ts';

/** A form's `prefill`, read: `mother.fullName` → the mother's full name. */
export interface PrefillKey {
	/** as in the form */
	readonly group: string;
	readonly field: string;
}

/** @returns undefined for what is no such name */
export function prefillKey(prefill: string | undefined): PrefillKey | undefined {
	const [group, field, ...more] = prefill?.split('.') ?? [];
	return group && field && more.length === 0 ? { group, field } : undefined;
}

const byGroup: Readonly<Record<string, Role>> = {
	self: 'self',
	spouse: 'spouse',
	child: 'child',
	father: 'father',
	mother: 'mother',
	tenant: 'tenant',
	place: 'place',
};

/** Who a form's group of fields is about; a name of its own is somebody. */
export const roleOfGroup = (group: string): Role => byGroup[group] ?? 'other';
