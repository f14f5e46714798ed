/** How a dossier's text is made smaller for the line. It lives as long as its page or worker. */
export interface Compression {
	/** RFC 1952 */
	readonly gzip: (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>;
	/** the server, or somebody before it, has shown that it takes plain text alone */
	refused: boolean;
}

/** Of less there is nothing worth saving. */
const leastLength = 500;
/**
 * Whoever on the way cannot bear compressed text may also answer anything, or nothing: each attempt of this number, and
 * of its multiples, goes plain.
 */
const plainTurn = 3;

/**
 * @param attempts of sending this text, this one included
 * @returns undefined where the text is to go as it is
 */
export async function compressed(
	text: string,
	attempts: number,
	compression: Compression | undefined,
): Promise<Blob | undefined> {
	if (!compression || compression.refused) return undefined;
	if (text.length < leastLength || attempts % plainTurn === 0) return undefined;
	const bytes = new TextEncoder().encode(text);
	// A phone that cannot do it at the moment sends plain text.
	const packed = await compression.gzip(bytes).catch(() => undefined);
	return packed && packed.length < bytes.length ? new Blob([packed]) : undefined;
}

/**
 * May this answer to compressed text be about the compression instead of the dossier? 501 is what RFC 2616 § 9.6 asked
 * for; a server that takes the bytes for the text finds no JSON, or no dossier, in them.
 */
export const mayMeanCompression = (status: number | undefined): boolean =>
	status !== undefined && [400, 413, 415, 422, 501].includes(status);
