/** A picture without its colours, a byte for each pixel, row by row. */
export interface Gray {
	readonly width: number;
	readonly height: number;
	readonly data: Uint8Array;
}

/** Luma of ITU-R BT.601, which is what an eye calls light. @param rgba four bytes for each pixel */
export function grayOf(rgba: ArrayLike<number>, width: number, height: number): Gray {
	const data = new Uint8Array(width * height);
	for (let at = 0, from = 0; at < data.length; at++, from += 4)
		data[at] =
			((rgba[from] ?? 0) * 77 + (rgba[from + 1] ?? 0) * 150 + (rgba[from + 2] ?? 0) * 29) >> 8;
	return { width, height, data };
}
