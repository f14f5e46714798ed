import contacts from './contacts.json' with { type: 'json' };

/** How a unit is reached; what is not known is left out, never guessed. */
export interface Contact {
	readonly name: string;
	/** as it is said and shown: "1800 1096" */
	readonly phone: string;
	readonly address?: string;
	/** "Thứ hai đến thứ sáu, 7 giờ 30 đến 11 giờ 30 và 13 giờ 30 đến 17 giờ" */
	readonly hours?: string;
}

const directory: { readonly national: Contact; readonly units: Readonly<Record<string, Contact>> } =
	contacts;

/**
 * The unit's own counter, its province's, or the national line.
 * @param unit code of a commune or province, empty: none chosen
 * @param province code of the province the unit is in
 */
export const contactOf = (unit: string, province = ''): Contact =>
	directory.units[unit] ?? directory.units[province] ?? directory.national;
