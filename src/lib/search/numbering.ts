/** Gives each text a number, in order of appearance. */
export interface Numbering {
	readonly list: readonly string[];
	readonly numbers: ReadonlyMap<string, number>;
	of(text: string): number;
}

const most = 65_535;

/** The numbers fit 16 bits. The 65,536th text and all after it share the last number: far more than a catalogue has. */
export function createNumbering(): Numbering {
	const list: string[] = [];
	const numbers = new Map<string, number>();
	return {
		list,
		numbers,
		of(text) {
			let number = numbers.get(text);
			if (number === undefined) {
				number = Math.min(list.length, most);
				numbers.set(text, number);
				if (number === list.length) list.push(text);
			}
			return number;
		},
	};
}
