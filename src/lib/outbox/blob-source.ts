import type { FileReader, FileSource } from 'tus-js-client';
import { Unreadable } from './interruption.ts';

/**
 * Gives the tus client a file's bytes, chunk by chunk, read here and not by fetch: fetch reports a file that the
 * storage has lost as if the line had failed.
 */
export const blobReader: FileReader = {
	openFile: (blob: Blob) => Promise.resolve(source(blob)),
};

const source = (blob: Blob): FileSource => ({
	size: blob.size,
	slice: async (start, end) => ({
		value: new Blob([await bytesOf(blob.slice(start, end))]),
		done: end >= blob.size,
	}),
	close: () => undefined,
});

/** @throws Unreadable */
export async function bytesOf(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
	try {
		return new Uint8Array(await blob.arrayBuffer());
	} catch (error) {
		throw new Unreadable(error instanceof Error ? error.name : 'unknown');
	}
}
