import { afterEach, expect, test, vi } from 'vitest';
import { noisy, scene } from './photo-fixture.ts';
import { pageBytes } from './prepare-photo.browser.ts';
import { readyPhoto } from './photos.browser.ts';

afterEach(() => vi.unstubAllGlobals());

const base = { sheet: 0.9, paper: 225, ink: 40, table: 90, seed: 3 };

/** A photograph as a phone's camera writes it. */
async function photo(width: number, height: number, quality = 0.95): Promise<Blob> {
	const gray = noisy(scene({ ...base, width, height }), 10, 9);
	const image = new ImageData(width, height);
	gray.data.forEach((level, at) => image.data.set([level, level, level, 255], at * 4));
	// A corner of its own, to see how it lies.
	for (let y = 0; y < height / 8; y++)
		for (let x = 0; x < width / 8; x++) image.data.set([250, 0, 0, 255], (y * width + x) * 4);
	const canvas = new OffscreenCanvas(width, height);
	canvas.getContext('2d')?.putImageData(image, 0, 0);
	return canvas.convertToBlob({ type: 'image/jpeg', quality });
}

/** The same file with Exif that says how the phone was held (1…8). */
async function turned(jpeg: Blob, orientation: number): Promise<Blob> {
	const tiff = [
		0x4d,
		0x4d,
		0,
		42,
		0,
		0,
		0,
		8,
		0,
		1,
		1,
		0x12,
		0,
		3,
		0,
		0,
		0,
		1,
		0,
		orientation,
		0,
		0,
		0,
		0,
		0,
		0,
	];
	const body = [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff];
	const exif = new Uint8Array([0xff, 0xe1, 0, body.length + 2, ...body]);
	return new Blob([jpeg.slice(0, 2), exif, jpeg.slice(2)], { type: 'image/jpeg' });
}

async function redCorner(blob: Blob): Promise<string> {
	const bitmap = await createImageBitmap(blob, { imageOrientation: 'none' });
	const { width, height } = bitmap;
	const context = new OffscreenCanvas(width, height).getContext('2d');
	context?.drawImage(bitmap, 0, 0);
	const isRed = (x: number, y: number) => {
		const [red = 0, green = 0] = context?.getImageData(x, y, 1, 1).data ?? [];
		return red > 180 && green < 90;
	};
	const corners = { left: [9, 9], right: [width - 9, 9], below: [9, height - 9] } as const;
	const found = Object.entries(corners).find(([, [x, y]]) => isRed(x, y))?.[0] ?? 'none';
	return `${width > height ? 'lying' : 'standing'}, ${found}`;
}

const large = await photo(2400, 3200);

test('a camera’s picture comes down to a page’s bytes and stays legible', async () => {
	expect(large.size).toBeGreaterThan(4 * pageBytes);
	const ready = await readyPhoto(large);
	expect(ready?.trouble).toBeUndefined();
	expect(ready?.blob.size).toBeLessThanOrEqual(pageBytes);
	const bitmap = await createImageBitmap(ready?.blob ?? new Blob());
	expect(Math.max(bitmap.width, bitmap.height)).toBeGreaterThanOrEqual(1000);
	expect(ready?.blob.type).toBe('image/jpeg');
});

test('a phone held on its side gives an upright page, without Exif', async () => {
	const sideways = await turned(await photo(1200, 900), 6);
	const ready = await readyPhoto(sideways);
	expect(await redCorner(ready?.blob ?? new Blob())).toBe('standing, right');
	const text = await ready?.blob.slice(0, 2000).text();
	expect(text).not.toContain('Exif');
});

test('a small picture without Exif keeps its bytes', async () => {
	const small = await photo(900, 1200, 0.3);
	expect(small.size).toBeLessThan(pageBytes);
	const ready = await readyPhoto(small);
	expect(await ready?.blob.arrayBuffer()).toEqual(await small.arrayBuffer());
});

test('what is no picture for this browser is left alone', async () => {
	expect(await readyPhoto(new Blob(['not a picture'], { type: 'image/heic' }))).toBeUndefined();
});

test('where there is no canvas off the page, the page does it', async () => {
	const small = await turned(await photo(1200, 900), 6);
	vi.stubGlobal('OffscreenCanvas', undefined);
	const ready = await readyPhoto(small);
	vi.unstubAllGlobals();
	expect(await redCorner(ready?.blob ?? new Blob())).toBe('standing, right');
});
