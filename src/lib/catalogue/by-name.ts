import { fold } from '#lib/vietnamese/index.ts';

/** Official wrapping says nothing about which procedure it is. */
const plain = (name: string) =>
	fold(name)
		.replace(/[^a-z0-9]+/g, ' ')
		.trim()
		.replace(/^thu tuc (?=.)/, '')
		.replace(/(?<=.) thuc hien (tai|o) .*$/, '');

/**
 * A table by official names, or by how they begin ("…" at the end), as people write it.
 * @returns what it says of a name: all that stands under the whole name, else under any of its beginnings
 */
export function createByName<T>(
	rows: Iterable<readonly [name: string, value: T]>,
): (name: string) => readonly T[] {
	const whole = new Map<string, T[]>();
	const begun: [start: string, value: T][] = [];
	for (const [name, value] of rows) {
		const text = plain(name);
		const same = whole.get(text);
		if (name.endsWith('…')) begun.push([text, value]);
		else if (same) same.push(value);
		else whole.set(text, [value]);
	}
	return (name) => {
		const text = plain(name);
		return (
			whole.get(text) ?? begun.filter(([start]) => text.startsWith(start)).map(([, value]) => value)
		);
	};
}
