import contacts from './contacts.json' with { type: 'json' };

/** How a unit is reached. */
export interface Contact {
	readonly name: string;
	/** as it is said and shown: "1800 1096" */
	readonly phone: string;
	/** where a person sits at a counter */
	readonly address: string;
	/** "thứ hai đến thứ sáu, 7 giờ 30 đến 11 giờ 30 và 13 giờ 30 đến 17 giờ" */
	readonly hours: string;
}

/** What the operator knows; what is not known is left out, never guessed. */
export type Directory = Readonly<
	Record<string, Partial<Contact> & Pick<Contact, 'name' | 'phone'>>
>;

const national: Contact = contacts.national;

/**
 * The unit's own counter, its province's, or the national line and the counter of that unit.
 * @param unit code of a commune or province, empty: none chosen
 * @param province code of the province the unit is in
 * @param unitName as it is written in full
 */
export function contactOf(
	unit: string,
	province = '',
	unitName = '',
	directory: Directory = contacts.units,
): Contact {
	const counter = unitName ? { address: contacts.counterOf.replace('{unit}', unitName) } : {};
	const own = directory[unit] ?? directory[province];
	return { ...national, ...counter, ...own };
}
