/**
 * A name with its capitals. Recognisers and hurried people write names small, or only the first letter large; a name with
 * capitals of its own is left as it is.
 */
export const withCapitals = (name: string): string =>
	name.slice(1) === name.slice(1).toLowerCase()
		? name.replace(
				/(^|[\s-])(\p{L})/gu,
				(_, gap: string, letter: string) => gap + letter.toUpperCase(),
			)
		: name;
