import { transfer, wrap, type Remote } from 'comlink';
import type { Advice } from './look-at-frame.browser.ts';
import { preparePhoto, type MakeSurface, type PreparedPhoto } from './prepare-photo.browser.ts';
import type { PhotoService } from './photo.worker.ts';

let worker: Remote<PhotoService> | undefined;

/**
 * Makes a photograph ready off the main thread; one after the other, so that a phone with little memory holds one picture.
 * @returns undefined for what this browser cannot show: it goes as it is
 */
export async function readyPhoto(file: Blob): Promise<PreparedPhoto | undefined> {
	if (typeof OffscreenCanvas === 'undefined') return preparePhoto(file, onPage);
	try {
		return await service().prepare(file);
	} catch {
		// Safari before 16.4 has OffscreenCanvas without 2d.
		return preparePhoto(file, onPage);
	}
}

/**
 * Looks at a picture of the live camera off the main thread; the picture is given away.
 * @returns undefined where this browser cannot: then nothing is advised
 */
export async function lookAtFrame(frame: ImageBitmap): Promise<Advice | undefined> {
	if (typeof OffscreenCanvas === 'undefined') return undefined;
	try {
		return await service().look(transfer(frame, [frame]));
	} catch {
		return undefined;
	}
}

const service = () =>
	(worker ??= wrap<PhotoService>(
		new Worker(new URL('./photo.worker.ts', import.meta.url), { type: 'module' }),
	));

const onPage: MakeSurface = (width, height) => {
	const canvas = document.createElement('canvas');
	canvas.width = width;
	canvas.height = height;
	const context = canvas.getContext('2d', { willReadFrequently: true });
	if (!context) throw new Error('no 2d context');
	return {
		context,
		jpeg: (quality) =>
			new Promise((resolve, reject) => {
				const done = (blob: Blob | null) => (blob ? resolve(blob) : reject(new Error('no JPEG')));
				canvas.toBlob(done, 'image/jpeg', quality);
			}),
	};
};
