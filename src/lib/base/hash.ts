const hex = (bytes: Uint8Array) =>
	Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * SHA-256 by WebCrypto, which browsers, workers and Node share.
 * @returns 64 lower-hex digits
 */
export async function sha256(data: Uint8Array<ArrayBuffer> | string): Promise<string> {
	const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
	return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
