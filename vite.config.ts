import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { greeting } from './src/content/messages/greeting.vi.ts';
import { shellChunks } from './src/lib/app/offline/shell-chunks.vite.ts';
import { workerFiles } from './src/lib/app/offline/worker-files.vite.ts';
import { phraseRecogniser } from './src/lib/speech/recognition/offline/phrase-recogniser.vite.ts';
import { voiceGreeting } from './src/lib/speech/greeting/greeting.vite.ts';
import { espeakVoice } from './src/lib/speech/synthesis/espeak-voice.vite.ts';

/** Modules the home screen fetches when it runs. */
const modules = [
	'src/lib/catalogue/index.browser.ts',
	'src/lib/search/index.browser.ts',
	'src/lib/app/offline/keep/wanted.browser.ts',
];

export default defineConfig({
	plugins: [
		sveltekit(),
		espeakVoice(),
		phraseRecogniser(),
		voiceGreeting(greeting),
		shellChunks(modules),
		workerFiles({
			modules,
			workers: ['search.worker'],
			files: ['manifest.webmanifest', 'icons/icon.svg'],
		}),
	],
	worker: { format: 'es', plugins: () => [espeakVoice()] },
	build: { target: 'es2022' },
});
