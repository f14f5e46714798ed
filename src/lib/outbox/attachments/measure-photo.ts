import type { Gray } from './gray.ts';

/** What can be told of a photograph of a paper without reading it. */
export interface PhotoMeasure {
	readonly width: number;
	readonly height: number;
	/** how light its light parts are, 0…255: the level that one pixel in ten is over */
	readonly light: number;
	/** how steep its edges are, 0 … 1; undefined where there are none */
	readonly sharpness: number | undefined;
	/** share of the picture that the bright sheet takes, 0…1; 1 where no sheet stands out */
	readonly sheet: number;
}

export function measurePhoto(gray: Gray): PhotoMeasure {
	const { width, height } = gray;
	const levels = histogram(gray);
	const light = levelOver(levels, 0.1);
	return { width, height, light, sharpness: sharpnessOf(gray), sheet: sheetOf(gray, levels) };
}

function histogram({ data }: Gray): Uint32Array {
	const levels = new Uint32Array(256);
	for (const level of data) levels[level] = (levels[level] ?? 0) + 1;
	return levels;
}

/** The level that this share of all pixels is over. */
function levelOver(levels: Uint32Array, share: number): number {
	const all = levels.reduce((sum, count) => sum + count, 0);
	let over = 0;
	for (let level = 255; level > 0; level--) {
		over += levels[level] ?? 0;
		if (over >= all * share) return level;
	}
	return 0;
}

const tile = 64;
/** Levels between dark and light below which a tile is blank paper, bare table or noise. */
const blank = 32;

/**
 * How steep its edges are, against how much light and dark lie apart: print in focus goes from ink to paper within two
 * pixels. Tile by tile, after a 3 × 3 mean that takes the sensor's noise away; the steepest quarter of the tiles with
 * something on them says what the picture is, so that margins and a table out of focus do not count. The flatter of the
 * two directions decides, for a moved camera blurs one of them only.
 */
function sharpnessOf(gray: Gray): number | undefined {
	const calm = smoothed(gray);
	const found: number[] = [];
	for (let y = 0; y + tile <= gray.height; y += tile)
		for (let x = 0; x + tile <= gray.width; x += tile) {
			const sharp = tileSharpness(calm, x, y);
			if (sharp !== undefined) found.push(sharp);
		}
	return found.sort((a, b) => b - a)[Math.floor(found.length / 4)];
}

function tileSharpness({ data, width }: Gray, left: number, top: number): number | undefined {
	const levels = new Uint32Array(256);
	const along = new Uint32Array(256);
	const down = new Uint32Array(256);
	for (let y = top; y < top + tile - 1; y++)
		for (let at = y * width + left; at < y * width + left + tile - 1; at++) {
			const level = data[at] ?? 0;
			count(levels, level);
			count(along, Math.abs(level - (data[at + 1] ?? 0)));
			count(down, Math.abs(level - (data[at + width] ?? 0)));
		}
	const contrast = levelOver(levels, 0.02) - levelOver(levels, 0.98);
	if (contrast < blank) return undefined;
	return Math.min(levelOver(along, 0.02), levelOver(down, 0.02)) / contrast;
}

const count = (counts: Uint32Array, at: number) => {
	counts[at] = (counts[at] ?? 0) + 1;
};

/** The mean of each pixel and its eight neighbours; the border stays as it is. */
function smoothed({ data, width, height }: Gray): Gray {
	const out = data.slice();
	for (let y = 1; y < height - 1; y++)
		for (let x = 1; x < width - 1; x++) {
			let sum = 0;
			for (let row = (y - 1) * width + x; row <= (y + 1) * width + x; row += width)
				sum += (data[row - 1] ?? 0) + (data[row] ?? 0) + (data[row + 1] ?? 0);
			out[y * width + x] = sum / 9;
		}
	return { width, height, data: out };
}

/** Fewer rows and columns are enough to see where a sheet lies. */
const grid = 64;

/** How much of the picture the box around the bright sheet takes; by Otsu's threshold between sheet and table. */
function sheetOf({ data, width, height }: Gray, levels: Uint32Array): number {
	const { threshold, apart } = otsu(levels);
	if (apart < 60) return 1;
	const rows = new Float64Array(grid);
	const columns = new Float64Array(grid);
	for (let row = 0; row < grid; row++)
		for (let column = 0; column < grid; column++) {
			const y = Math.floor(((row + 0.5) * height) / grid);
			const x = Math.floor(((column + 0.5) * width) / grid);
			if ((data[y * width + x] ?? 0) <= threshold) continue;
			rows[row] = (rows[row] ?? 0) + 1;
			columns[column] = (columns[column] ?? 0) + 1;
		}
	return extent(rows) * extent(columns);
}

/** From the first to the last line that holds a good part of the fullest one, as a share of all. */
function extent(counts: Float64Array): number {
	const enough = Math.max(...counts) * 0.3;
	const lines = [...counts.keys()].filter((at) => (counts[at] ?? 0) >= enough);
	return ((lines.at(-1) ?? 0) - (lines[0] ?? 0) + 1) / counts.length;
}

/** The level that parts dark from light best, and how far the two lie apart. */
function otsu(levels: Uint32Array): { threshold: number; apart: number } {
	const all = levels.reduce((sum, count) => sum + count, 0);
	const total = levels.reduce((sum, count, level) => sum + count * level, 0);
	let best = { threshold: 255, apart: 0 };
	let most = 0;
	let count = 0;
	let sum = 0;
	for (let level = 0; level < 255; level++) {
		count += levels[level] ?? 0;
		sum += (levels[level] ?? 0) * level;
		if (count === 0 || count === all) continue;
		const apart = (total - sum) / (all - count) - sum / count;
		const between = count * (all - count) * apart * apart;
		if (between > most) {
			most = between;
			best = { threshold: level, apart };
		}
	}
	return best;
}
