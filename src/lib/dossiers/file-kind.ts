/** The kinds of file an office can open, and the other names phones and browsers have for them. */
const kinds: ReadonlyMap<string, string> = new Map([
	['application/pdf', 'application/pdf'],
	['application/x-pdf', 'application/pdf'],
	['image/jpeg', 'image/jpeg'],
	['image/jpg', 'image/jpeg'],
	['image/pjpeg', 'image/jpeg'],
	['image/png', 'image/png'],
	['image/x-png', 'image/png'],
	['image/webp', 'image/webp'],
	['image/heic', 'image/heic'],
	// The same container: an iPhone says heic, some Androids heif, for the same bytes.
	['image/heif', 'image/heic'],
]);

/** @returns one name for each kind; undefined for a kind that is not taken */
export const kindOfType = (mediaType: string): string | undefined =>
	kinds.get((mediaType.split(';')[0] ?? '').trim().toLowerCase());

/** So much of a file's beginning tells what it is. */
export const headBytes = 512;

/**
 * What a file is by its first bytes, whatever its name says: the signatures of https://mimesniff.spec.whatwg.org and of
 * ISO/IEC 23008-12 for HEIC. Whether the rest is sound is for the program that opens it.
 * @param head its first `headBytes`, or all of it
 */
export function kindOfBytes(head: Uint8Array): string | undefined {
	// One character for each byte.
	const text = String.fromCharCode(...head.subarray(0, headBytes));
	if (text.startsWith('%PDF-')) return 'application/pdf';
	if (text.startsWith('\xff\xd8\xff')) return 'image/jpeg';
	if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
	if (text.startsWith('RIFF') && text.slice(8, 14) === 'WEBPVP') return 'image/webp';
	return isHeic(text) ? 'image/heic' : undefined;
}

const heicBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx'];
/** Any image of the container; with AVIF pictures inside, an office's computer cannot show it. */
const anyBrands = ['mif1', 'msf1'];

function isHeic(text: string): boolean {
	if (text.slice(4, 8) !== 'ftyp') return false;
	const length = text.charCodeAt(2) * 256 + text.charCodeAt(3);
	const list = text.slice(8, 12) + text.slice(16, Math.min(length, headBytes));
	const brands = list.match(/.{4}/gs) ?? [];
	if (brands.some((brand) => heicBrands.includes(brand))) return true;
	return anyBrands.includes(brands[0] ?? '') && !brands.some((brand) => brand.startsWith('avi'));
}
