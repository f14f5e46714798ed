import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasExif } from './exif.ts';
import { grayOf } from './gray.ts';
import { judgePhoto } from './judge-photo.ts';
import { measurePhoto } from './measure-photo.ts';
import { blurred, dimmed, noisy, scene } from './photo-fixture.ts';

const base = { width: 900, height: 1200, sheet: 0.9, paper: 225, ink: 40, table: 90, seed: 3 };
const judge = (gray: Parameters<typeof measurePhoto>[0]) => judgePhoto(measurePhoto(gray));

const pages = {
	'white paper on a gray table': scene(base),
	'gray paper, faint ink': scene({ ...base, paper: 180, ink: 80 }),
	'paper over the whole picture': scene({ ...base, sheet: 1 }),
	'white paper on a white table': scene({ ...base, table: 220 }),
	'a page lying across': scene({ ...base, width: 1200, height: 900 }),
	'a noisy sensor': noisy(scene(base), 10, 5),
};

test.each(Object.entries(pages))('%s, in focus, is taken without a word', (_, page) => {
	expect(judge(page)).toBeUndefined();
});

test.each(Object.entries(pages))('%s, out of focus, is told to be blurred', (_, page) => {
	expect(judge(noisy(blurred(page, 3), 4, 7))).toBe('blurred');
});

test('a camera moved to the side blurs as well', () => {
	expect(judge(noisy(blurred(scene(base), 3, true), 4, 7))).toBe('blurred');
});

test('the more it is blurred, the less sharp it is measured', () => {
	const sharpness = [0, 1, 2, 3].map(
		(radius) =>
			measurePhoto(radius === 0 ? scene(base) : blurred(scene(base), radius)).sharpness ?? 0,
	);
	expect(sharpness).toEqual([...sharpness].sort((a, b) => b - a));
	expect(sharpness[0]).toBeGreaterThan(2 * (sharpness[2] ?? 1));
});

test('a picture taken in the dark is told to be dark, not blurred', () => {
	expect(judge(dimmed(scene(base), 0.25))).toBe('dark');
	expect(judge(noisy(dimmed(blurred(scene(base), 4), 0.2), 8, 2))).toBe('dark');
	expect(judge(dimmed(scene(base), 0.6))).toBeUndefined();
});

test('a paper far away is told to be far, a tiny picture to be small', () => {
	expect(judge(scene({ ...base, sheet: 0.45 }))).toBe('far');
	expect(judge(scene({ ...base, sheet: 0.75 }))).toBeUndefined();
	expect(judge(scene({ ...base, width: 300, height: 400 }))).toBe('small');
});

test('nothing at all on a picture is no paper in focus', () => {
	const empty = { width: 900, height: 1200, data: new Uint8Array(900 * 1200).fill(200) };
	expect(judge(empty)).toBe('blurred');
	expect(judge({ width: 1, height: 1, data: new Uint8Array([255]) })).toBe('small');
});

test('any picture is measured, whatever its size', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 1, max: 150 }),
			fc.integer({ min: 1, max: 150 }),
			fc.nat(),
			(width, height, seed) => {
				const data = noisy(
					{ width, height, data: new Uint8Array(width * height).fill(128) },
					128,
					seed,
				).data;
				const { light, sharpness, sheet } = measurePhoto({ width, height, data });
				expect(light).toBeLessThanOrEqual(255);
				expect(sheet).toBeGreaterThan(0);
				expect(sheet).toBeLessThanOrEqual(1);
				if (sharpness !== undefined) expect(sharpness).toBeLessThanOrEqual(1.5);
			},
		),
		{ numRuns: 40 },
	);
});

test('white is light, black is dark, and green is lighter than blue', () => {
	const rgba = [255, 255, 255, 255, 0, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255];
	const [white = 0, black, green = 0, blue = 0] = grayOf(rgba, 4, 1).data;
	expect(white).toBe(255);
	expect(black).toBe(0);
	expect(green).toBeGreaterThan(blue);
});

const segment = (marker: number, text: string) => [
	0xff,
	marker,
	0,
	text.length + 2,
	...bytes(text),
];
const bytes = (text: string) => [...text].map((sign) => sign.charCodeAt(0));

test('Exif is found wherever it stands before the picture, and nowhere else', () => {
	const jpeg = (...parts: number[][]) => new Uint8Array([0xff, 0xd8, ...parts.flat()]);
	expect(hasExif(jpeg(segment(0xe1, 'Exif\0\0MM')))).toBe(true);
	expect(hasExif(jpeg(segment(0xe0, 'JFIF\0'), segment(0xe1, 'Exif\0\0')))).toBe(true);
	expect(hasExif(jpeg(segment(0xe0, 'JFIF\0'), [0xff, 0xda], segment(0xe1, 'Exif')))).toBe(false);
	expect(hasExif(jpeg(segment(0xe1, 'http://ns.adobe')))).toBe(false);
	expect(hasExif(new Uint8Array(bytes('\x89PNG\r\n')))).toBe(false);
	fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (any) => void hasExif(any)));
});
