/** How disturbed the machine is now: others run on it, and what they take makes everything look slower. */
const loops = 15;

/** @returns how many times longer a fixed loop takes at the median than at its best; 1 on a quiet machine */
export function disturbance(): number {
	const took = Array.from({ length: loops }, loop).sort((a, b) => a - b);
	return took[loops >> 1]! / took[0]!;
}

/** @returns milliseconds of a fixed loop, some ten on this machine when it is quiet */
export function loop(): number {
	const start = performance.now();
	let value = 1;
	for (let at = 0; at < 10_000_000; at++) value = (value * 1_103_515_245 + 12_345) | 0;
	return value === 0 ? Infinity : performance.now() - start;
}
