import adapterNode from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

const node = adapterNode({ precompress: true });

/** Only an operator's build for Azure speech speaks to another host; see src/lib/app/recognizer.browser.ts and speaker.browser.ts. */
const azureRegion = process.env.VITE_AZURE_SPEECH_REGION;
const azure = azureRegion
	? [
			`wss://${azureRegion}.stt.speech.microsoft.com`,
			`https://${azureRegion}.tts.speech.microsoft.com`,
		]
	: [];

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	kit: {
		adapter: {
			...node,
			// The service worker answers every navigation with this empty page: it starts the client router offline.
			async adapt(builder) {
				await builder.generateFallback(`${builder.getClientDirectory()}/shell.html`);
				await node.adapt(builder);
			},
		},
		// Relative asset paths would break the shell at a deep address.
		paths: { relative: false },
		serviceWorker: { register: false },
		csp: {
			mode: 'auto',
			directives: {
				'default-src': ['none'],
				'script-src': ['self', 'wasm-unsafe-eval'],
				'style-src': ['self'],
				// Kit's route announcer sets one style attribute; its hash is fixed.
				'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
				'img-src': ['self', 'data:', 'blob:'],
				'media-src': ['self', 'blob:'],
				'connect-src': ['self', ...azure],
				'worker-src': ['self'],
				'manifest-src': ['self'],
				'form-action': ['self'],
				'base-uri': ['none'],
			},
		},
	},
};
