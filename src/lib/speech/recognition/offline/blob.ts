/** In the place of `blob-polyfill`: every browser has it. */
export const Blob = globalThis.Blob;
