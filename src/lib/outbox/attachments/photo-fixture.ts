import type { Gray } from './gray.ts';

/** A page for tests: print-like strokes on a sheet of paper that lies on a table. */
export interface Scene {
	readonly width: number;
	readonly height: number;
	/** share of the width and height that the sheet takes */
	readonly sheet: number;
	/** level of paper, of ink, of the table */
	readonly paper: number;
	readonly ink: number;
	readonly table: number;
	readonly seed: number;
}

export function scene({ width, height, sheet, paper, ink, table, seed }: Scene): Gray {
	const data = new Uint8Array(width * height).fill(table);
	let state = seed >>> 0 || 1;
	const random = () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
	const fill = (x: number, y: number, w: number, h: number, level: number) => {
		for (let row = y; row < y + h; row++)
			data.fill(level, row * width + x, row * width + Math.min(x + w, width));
	};
	const [w, h] = [Math.floor(width * sheet), Math.floor(height * sheet)];
	const [left, top] = [Math.floor((width - w) / 2), Math.floor((height - h) / 2)];
	fill(left, top, w, h, paper);
	const margin = Math.floor(w * 0.08);
	// Letters: stems and bars two pixels wide, ten high, as 11 pt print has them at this size.
	for (let y = top + margin; y + 12 < top + h - margin; y += 22)
		for (let x = left + margin; x + 8 < left + w - margin; x += 9) {
			if (random() < 0.15) continue;
			fill(x, y, 2, 10, ink);
			if (random() < 0.5) fill(x, y + Math.floor(random() * 8), 7, 2, ink);
			if (random() < 0.5) fill(x + 5, y + 2, 2, 8, ink);
		}
	return { width, height, data };
}

/** Three box blurs, near to Gauss. @param radius pixels; @param only along rows: a moved camera */
export function blurred(gray: Gray, radius: number, only = false): Gray {
	let { data } = gray;
	for (let pass = 0; pass < 3; pass++) {
		data = boxed(data, gray.width, gray.height, radius, 1, gray.width);
		if (!only) data = boxed(data, gray.height, gray.width, radius, gray.width, 1);
	}
	return { ...gray, data };
}

function boxed(
	data: Uint8Array,
	length: number,
	lines: number,
	radius: number,
	step: number,
	row: number,
): Uint8Array {
	const out = new Uint8Array(data.length);
	for (let line = 0; line < lines; line++)
		for (let at = 0; at < length; at++) {
			let sum = 0;
			for (let by = -radius; by <= radius; by++) {
				const from = Math.min(length - 1, Math.max(0, at + by));
				sum += data[line * row + from * step] ?? 0;
			}
			out[line * row + at * step] = Math.round(sum / (2 * radius + 1));
		}
	return out;
}

/** Every level times `by`, as less light has it. */
export const dimmed = (gray: Gray, by: number): Gray => ({
	...gray,
	data: gray.data.map((level) => Math.round(level * by)),
});

/** Sensor noise. */
export function noisy(gray: Gray, amount: number, seed: number): Gray {
	let state = seed >>> 0 || 1;
	return {
		...gray,
		data: gray.data.map((level) => {
			state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
			return Math.min(255, Math.max(0, level + Math.round((state / 2 ** 32 - 0.5) * 2 * amount)));
		}),
	};
}
