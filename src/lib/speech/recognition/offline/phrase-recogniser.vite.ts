import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/**
 * Lets `soundswallower` 0.6.3 be bundled: it finds its WebAssembly beside itself, which a prebundled copy would not, and
 * brings a stand-in for `Blob` that touches what workers lack.
 */
export function phraseRecogniser(): Plugin {
	return {
		name: 'mot-cua-noi:phrase-recogniser',
		config: () => ({
			resolve: {
				alias: { 'blob-polyfill': fileURLToPath(new URL('./blob.ts', import.meta.url)) },
			},
			optimizeDeps: { exclude: ['soundswallower'] },
		}),
	};
}
