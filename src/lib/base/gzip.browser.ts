type Bytes = Uint8Array<ArrayBuffer>;

/** Before Chrome 80 and Safari 16.4 there is none: then things are kept and sent as they are. */
export const canGzip = () =>
	typeof CompressionStream === 'function' && typeof DecompressionStream === 'function';

/** RFC 1952 */
export const gzip = (bytes: Bytes) => through(bytes, new CompressionStream('gzip'));

/** @throws on bytes that were not made by `gzip`, or are cut */
export const gunzip = (bytes: Bytes) => through(bytes, new DecompressionStream('gzip'));

async function through(bytes: Bytes, stream: ReadableWritablePair<Bytes, BufferSource>) {
	const piped = new Blob([bytes]).stream().pipeThrough(stream);
	return new Uint8Array(await new Response(piped).arrayBuffer());
}
