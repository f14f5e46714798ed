/**
 * A photograph made ready to be sent: upright, of a size at which print is legible, without the place and time it was
 * taken; and what can be told of it. Runs in a worker, and where there is no OffscreenCanvas in the page.
 */
import { hasExif } from './exif.ts';
import { grayOf } from './gray.ts';
import { judgePhoto, type PhotoTrouble } from './judge-photo.ts';
import { measurePhoto } from './measure-photo.ts';

export interface PreparedPhoto {
	readonly blob: Blob;
	readonly trouble?: PhotoTrouble;
}

/** Bytes of one page: over 2G a minute, and an office's screen shows every letter. */
export const pageBytes = 250 * 1024;

/** Longest side in pixels and JPEG quality, from the best down; the first that fits is taken. A4 at 2000 is 170 dpi. */
const ladder = [
	[2000, 0.82],
	[2000, 0.7],
	[1800, 0.62],
	[1600, 0.55],
	[1400, 0.5],
	[1200, 0.45],
	[1000, 0.4],
] as const;
const measuredAt = 1600;

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Something to draw on. */
export interface Surface {
	readonly context: Context;
	jpeg(quality: number): Promise<Blob>;
}

export type MakeSurface = (width: number, height: number) => Surface;

/** @returns undefined for what this browser cannot show (HEIC outside Safari): it goes as it is */
export async function preparePhoto(
	file: Blob,
	makeSurface: MakeSurface,
): Promise<PreparedPhoto | undefined> {
	let bitmap: ImageBitmap;
	try {
		// Upright, as the phone's own note in the picture says.
		bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
	} catch {
		return undefined;
	}
	try {
		const measured = draw(bitmap, measuredAt, makeSurface);
		const { context, width, height } = measured;
		const { data } = context.getImageData(0, 0, width, height);
		const trouble = judgePhoto(measurePhoto(grayOf(data, width, height)));
		const blob = (await isFine(file)) ? file : await smaller(bitmap, makeSurface);
		return trouble ? { blob, trouble } : { blob };
	} finally {
		bitmap.close();
	}
}

/** Small already, and it tells nothing but what it shows: its bytes stay. */
async function isFine(file: Blob): Promise<boolean> {
	if (file.size > pageBytes) return false;
	return !hasExif(new Uint8Array(await file.arrayBuffer()));
}

async function smaller(bitmap: ImageBitmap, makeSurface: MakeSurface): Promise<Blob> {
	let blob = new Blob();
	let drawn: (Surface & { readonly longest: number }) | undefined;
	for (const [longest, quality] of ladder) {
		if (drawn?.longest !== longest) drawn = { ...draw(bitmap, longest, makeSurface), longest };
		blob = await drawn.jpeg(quality);
		if (blob.size <= pageBytes) break;
	}
	return blob;
}

/** @param longest pixels; never drawn larger than it is */
function draw(bitmap: ImageBitmap, longest: number, makeSurface: MakeSurface) {
	const by = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
	const width = Math.max(1, Math.round(bitmap.width * by));
	const height = Math.max(1, Math.round(bitmap.height * by));
	const surface = makeSurface(width, height);
	const { context } = surface;
	// JPEG knows no transparency: behind it is paper.
	context.fillStyle = '#fff';
	context.fillRect(0, 0, width, height);
	context.imageSmoothingQuality = 'high';
	context.drawImage(bitmap, 0, 0, width, height);
	return { ...surface, width, height };
}
