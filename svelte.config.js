import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
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

/** The page's own script keeps a tap from before the app has come: in the page, so that no text waits for a file. */
const early =
	/<script>([^]*?)<\/script>/.exec(
		readFileSync(new URL('src/app.html', import.meta.url), 'utf8'),
	)?.[1] ?? '';
const earlyHash = createHash('sha256').update(early).digest('base64');

/**
 * Tells the page's own script (app.html) which file searches. In this page alone: who comes over the line reads first.
 * @param {string} client the folder of the built files
 */
function nameSearchWorker(client) {
	const folder = '_app/immutable/workers';
	const worker = readdirSync(`${client}/${folder}`).find((file) =>
		/^search\.worker-.*\.js$/.test(file),
	);
	if (!worker) throw new Error('svelte.config: the search worker is not in the build');
	const shell = `${client}/shell.html`;
	const named = `<head>\n\t\t<meta name="search-worker" content="/${folder}/${worker}" />`;
	writeFileSync(shell, readFileSync(shell, 'utf8').replace('<head>', named));
}

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	kit: {
		adapter: {
			...node,
			// The service worker answers every navigation with this empty page: it starts the client router offline.
			async adapt(builder) {
				const client = builder.getClientDirectory();
				await builder.generateFallback(`${client}/shell.html`);
				nameSearchWorker(client);
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
				'script-src': ['self', 'wasm-unsafe-eval', `sha256-${earlyHash}`],
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
