/** `YYYY-MM-DD` of a day that exists in the calendar; `undefined` for 30 February or a missing part. */
export function isoDate(
	year: string | undefined,
	month: string | undefined,
	day: string | undefined,
): string | undefined {
	const [y, m, d] = [Number(year), Number(month), Number(day)];
	if (!(y >= 1900 && y <= 2100)) return undefined;
	const date = new Date(Date.UTC(y, m - 1, d));
	if (date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d) return undefined;
	return date.toISOString().slice(0, 10);
}
