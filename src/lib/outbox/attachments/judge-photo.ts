import type { PhotoMeasure } from './measure-photo.ts';

/** What is wrong with a photograph of a paper, the most telling first. It is a remark: the photograph is kept. */
export type PhotoTrouble = 'dark' | 'blurred' | 'small' | 'far';

/** Below this even white paper is gray: what is written on it drowns in noise. */
const darkBelow = 80;
/** From here down the letters of an A4 page run into each other at the size that is kept. */
const blurredBelow = 0.16;
/** A page of print has fewer than five pixels to a letter below this. */
const smallBelow = 700;
/** Much table, little paper. */
const farBelow = 0.3;

export function judgePhoto(measure: PhotoMeasure): PhotoTrouble | undefined {
	const { light, sharpness, sheet, width, height } = measure;
	if (light < darkBelow) return 'dark';
	if (Math.max(width, height) < smallBelow) return 'small';
	// Nothing with an edge on it is out of focus altogether, or no paper.
	if ((sharpness ?? 0) < blurredBelow) return 'blurred';
	return sheet < farBelow ? 'far' : undefined;
}
