/**
 * Does a JPEG carry Exif – the place and the time it was taken, the phone's name? Looks through its segments (ITU-T T.81,
 * annex B) up to the picture itself.
 */
export function hasExif(bytes: Uint8Array): boolean {
	if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return false;
	let at = 2;
	while (at + 4 <= bytes.length && bytes[at] === 0xff) {
		const marker = bytes[at + 1];
		if (marker === 0xda) return false;
		const length = (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
		const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
		if (marker === 0xe1 && name === 'Exif') return true;
		at += 2 + Math.max(2, length);
	}
	return false;
}
