import { grayOf, type Gray } from './gray.ts';
import { judgePhoto, type PhotoTrouble } from './judge-photo.ts';
import { measurePhoto } from './measure-photo.ts';
import { hasMoved } from './movement.ts';
import type { MakeSurface } from './prepare-photo.browser.ts';

/** What keeps a paper in front of the camera from becoming a good photograph; `good` when nothing does. */
export type Advice = Exclude<PhotoTrouble, 'small'> | 'moving' | 'good';

/** Longest side that is looked at: enough for edges, little enough for an old phone several times a second. */
const looksAt = 960;
const movesAt = 48;

/** Looks at one picture of a live camera after the other. The pictures are closed. */
export function frameWatcher(makeSurface: MakeSurface): (frame: ImageBitmap) => Advice {
	let before: Gray | undefined;

	const grayAt = (frame: ImageBitmap, longest: number): Gray => {
		const by = Math.min(1, longest / Math.max(frame.width, frame.height));
		const [width, height] = [Math.round(frame.width * by), Math.round(frame.height * by)];
		const { context } = makeSurface(width, height);
		context.imageSmoothingQuality = 'high';
		context.drawImage(frame, 0, 0, width, height);
		return grayOf(context.getImageData(0, 0, width, height).data, width, height);
	};

	return (frame) => {
		try {
			const small = grayAt(frame, movesAt);
			const moved = before !== undefined && hasMoved(before, small);
			before = small;
			// How large the photograph will be is not the preview's to say.
			const measure = { ...measurePhoto(grayAt(frame, looksAt)), width: Infinity };
			const trouble = judgePhoto(measure) as Exclude<PhotoTrouble, 'small'> | undefined;
			return trouble !== 'dark' && moved ? 'moving' : (trouble ?? 'good');
		} finally {
			frame.close();
		}
	};
}
