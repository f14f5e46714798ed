import { expose } from 'comlink';
import { frameWatcher } from './look-at-frame.browser.ts';
import { preparePhoto, type MakeSurface } from './prepare-photo.browser.ts';

const makeSurface: MakeSurface = (width, height) => {
	const canvas = new OffscreenCanvas(width, height);
	const context = canvas.getContext('2d', { willReadFrequently: true });
	if (!context) throw new Error('no 2d context');
	return { context, jpeg: (quality) => canvas.convertToBlob({ type: 'image/jpeg', quality }) };
};

const service = {
	prepare: (file: Blob) => preparePhoto(file, makeSurface),
	look: frameWatcher(makeSurface),
};
export type PhotoService = typeof service;

expose(service);
