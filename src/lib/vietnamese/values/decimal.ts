/** An exact decimal: `digits` × 10^−`places`. Answers have more digits than a double can add up. */
export interface Decimal {
	readonly digits: bigint;
	readonly places: number;
}

export const whole = (value: number | bigint): Decimal => ({ digits: BigInt(value), places: 0 });

export function plus(a: Decimal, b: Decimal): Decimal {
	const places = Math.max(a.places, b.places);
	const shifted = ({ digits, places: own }: Decimal) => digits * 10n ** BigInt(places - own);
	return { digits: shifted(a) + shifted(b), places };
}

export const times = (a: Decimal, b: Decimal): Decimal => ({
	digits: a.digits * b.digits,
	places: a.places + b.places,
});

/** "12.05", for reading digits after the comma: `fromDigits('12', '05')` */
export const fromDigits = (integer: string, fraction = ''): Decimal => ({
	digits: BigInt(integer + fraction || '0'),
	places: fraction.length,
});

/** The nearest number; `undefined` if it is a whole number that a JSON number cannot hold. */
export function toNumber({ digits, places }: Decimal): number | undefined {
	const number = Number(`${digits}e-${places}`);
	if (Number.isSafeInteger(number) || !Number.isInteger(number)) return number;
	return BigInt(number) * 10n ** BigInt(places) === digits ? number : undefined;
}
