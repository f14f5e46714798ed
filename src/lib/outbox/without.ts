/** A copy of `value` that lacks `keys`. */
export function without<T extends object, Key extends keyof T>(
	value: T,
	...keys: Key[]
): Omit<T, Key> {
	const copy = { ...value };
	for (const key of keys) delete copy[key];
	return copy;
}
