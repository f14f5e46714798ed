import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { espeakVoice } from './src/lib/speech/synthesis/espeak-voice.vite.ts';

export default defineConfig({
	plugins: [sveltekit(), espeakVoice()],
	worker: { format: 'es', plugins: () => [espeakVoice()] },
	build: { target: 'es2022' },
});
