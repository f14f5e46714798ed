import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

export type Encoding = 'identity' | 'gzip';

/**
 * Reads `Content-Encoding` (RFC 9110 § 8.4).
 * @returns undefined for one that is not taken
 */
export function encodingOf(header: string | null): Encoding | undefined {
	if (header === null) return 'identity';
	switch (header.trim().toLowerCase()) {
		case '':
		case 'identity':
			return 'identity';
		case 'gzip':
		case 'x-gzip':
			return 'gzip';
	}
	return undefined;
}

const unfold = promisify(gunzip);

/** Unfolds gzip (RFC 1952), and stops at the first byte over `most`: a bomb costs no more than the limit. */
export async function gunzipWithin(
	bytes: Uint8Array,
	most: number,
): Promise<Uint8Array | 'too-large' | 'no-gzip'> {
	try {
		return await unfold(bytes, { maxOutputLength: most });
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code === 'ERR_BUFFER_TOO_LARGE') return 'too-large';
		if (code?.startsWith('Z_')) return 'no-gzip';
		throw error;
	}
}
