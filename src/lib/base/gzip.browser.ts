type Bytes = Uint8Array<ArrayBuffer>;

/** Before Chrome 80 and Safari 16.4 there is none: then things are kept and sent as they are. */
export const canGzip = () =>
	typeof CompressionStream === 'function' && typeof DecompressionStream === 'function';

/** RFC 1952 */
export const gzip = (bytes: Bytes) => through(bytes, new CompressionStream('gzip'));

/** @throws on bytes that were not made by `gzip`, or are cut */
export const gunzip = (bytes: Bytes) => through(bytes, new DecompressionStream('gzip'));

/**
 * Chromium compresses what it is given in one go, on the thread that asks: an index is a fifth of a second on a slow
 * phone, in which no key is shown. So much of it is 20 ms.
 */
const sliceBytes = 65_536;

async function through(bytes: Bytes, stream: ReadableWritablePair<Bytes, BufferSource>) {
	const piped = new ReadableStream(slices(bytes), { highWaterMark: 0 }).pipeThrough(stream);
	return new Uint8Array(await new Response(piped).arrayBuffer());
}

function slices(bytes: Bytes): UnderlyingDefaultSource<Bytes> {
	let at = 0;
	return {
		async pull(controller) {
			if (at > 0) await breath();
			controller.enqueue(bytes.subarray(at, (at += sliceBytes)));
			if (at >= bytes.length) controller.close();
		},
	};
}

/** Taps and keys come first. A timer would be slowed to a second for an app in the background. */
function breath(): Promise<void> {
	const { port1, port2 } = new MessageChannel();
	return new Promise((resolve) => {
		port2.onmessage = () => {
			port2.close();
			resolve();
		};
		port1.postMessage(undefined);
	});
}
