/**
 * Reads `Retry-After` (RFC 9110 § 10.2.3): seconds, or a date. A date is measured against the server's own `Date`,
 * because the phone's clock may be a year off.
 * @param now the phone's time, used only where the server names none
 * @returns milliseconds ≥ 0, or undefined where nothing readable is asked
 */
export function retryAfterMs(
	value: string | undefined,
	serverDate: string | undefined,
	now: number,
): number | undefined {
	const text = value?.trim();
	if (!text) return undefined;
	if (/^\d{1,10}$/.test(text)) return Number(text) * 1000;
	// HTTP dates only: Date.parse would make a date of almost any text.
	const at = httpDate(text);
	if (at === undefined) return undefined;
	return Math.max(0, at - (httpDate(serverDate) ?? now));
}

function httpDate(text: string | undefined): number | undefined {
	if (!text || !/^[A-Z][a-z]{2,8}[, ].*\d/.test(text)) return undefined;
	const at = Date.parse(text);
	return Number.isNaN(at) ? undefined : at;
}
