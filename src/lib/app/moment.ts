const format = new Intl.DateTimeFormat('vi-VN', {
	hour: '2-digit',
	minute: '2-digit',
	day: '2-digit',
	month: '2-digit',
	year: 'numeric',
});

/**
 * A moment as people write it, in the device's time zone.
 * @param at ISO 8601, or milliseconds since 1970
 */
export const moment = (at: string | number): string => format.format(new Date(at));

/** The day of a moment, `YYYY-MM-DD`, in UTC: what a date is compared with. @param at milliseconds since 1970 */
export const dayOf = (at: number): string => isoTime(at).slice(0, 10);

/** @param at milliseconds since 1970 @returns ISO 8601, UTC */
export const isoTime = (at: number): string => new Date(at).toISOString();
