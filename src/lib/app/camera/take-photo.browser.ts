interface PhotoTaker {
	takePhoto(): Promise<Blob>;
}
declare global {
	interface Window {
		/** Chromium; the DOM's types leave it out */
		readonly ImageCapture?: new (track: MediaStreamTrack) => PhotoTaker;
	}
}

/** A camera that has given nothing by then gives nothing. */
const patienceMs = 5_000;

/** The camera's own photograph, as large as it makes them; else the picture that is shown. */
export async function takePhoto(
	track: MediaStreamTrack,
	video: HTMLVideoElement,
): Promise<Blob | undefined> {
	return (await photograph(track)) ?? (await shownPicture(video));
}

async function photograph(track: MediaStreamTrack): Promise<Blob | undefined> {
	if (!window.ImageCapture) return undefined;
	try {
		const given = new window.ImageCapture(track).takePhoto();
		const late = new Promise<undefined>((resolve) => setTimeout(resolve, patienceMs));
		return await Promise.race([given, late]);
	} catch {
		// Some cameras refuse a photograph while they film.
		return undefined;
	}
}

async function shownPicture(video: HTMLVideoElement): Promise<Blob | undefined> {
	const canvas = document.createElement('canvas');
	[canvas.width, canvas.height] = [video.videoWidth, video.videoHeight];
	canvas.getContext('2d')?.drawImage(video, 0, 0);
	const jpeg = new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.92));
	return (await jpeg) ?? undefined;
}
