/**
 * Is `b` one slip of the finger from `a`: one letter more, less, other, or two neighbours swapped?
 * Equal words are none.
 */
export function isOneEdit(a: string, b: string): boolean {
	const difference = b.length - a.length;
	if (difference < -1 || difference > 1 || a === b) return false;
	let start = 0;
	while (start < a.length && a[start] === b[start]) start++;
	let endA = a.length;
	let endB = b.length;
	while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
		endA--;
		endB--;
	}
	const left = endA - start;
	const right = endB - start;
	if (left <= 1 && right <= 1) return true;
	return left === 2 && right === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
}
