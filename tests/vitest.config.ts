import { availableParallelism } from 'node:os';
import { playwright } from '@vitest/browser-playwright';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { phraseRecogniser } from '../src/lib/speech/recognition/offline/phrase-recogniser.vite.ts';
import { greeting } from '../src/content/messages/greeting.vi.ts';
import { voiceGreeting } from '../src/lib/speech/greeting/greeting.vite.ts';
import { espeakVoice } from '../src/lib/speech/synthesis/espeak-voice.vite.ts';
import { chromiumPath } from './support/chromium.ts';
import { trialVoicePack } from './support/trial-voice-pack.vite.ts';

const root = new URL('..', import.meta.url).pathname;
const executablePath = chromiumPath();

/** `*.test.ts` run in Node; `*.browser.test.ts` and `*.svelte.test.ts` run in a real Chromium. */
const inBrowser = ['src/**/*.{browser,svelte,worker}.test.ts'];

export default defineConfig({
	root,
	test: {
		// Many tests wait for disks and child processes rather than for the processor.
		maxWorkers: Math.max(3, availableParallelism() - 1),
		projects: [
			{
				root,
				test: {
					name: 'node',
					environment: 'node',
					include: ['src/**/*.test.ts', 'tests/{architecture,bench,faults}/**/*.test.ts'],
					exclude: inBrowser,
					testTimeout: 120_000,
					hookTimeout: 120_000,
				},
			},
			{
				root,
				plugins: [
					svelte(),
					espeakVoice(),
					voiceGreeting(greeting),
					phraseRecogniser(),
					trialVoicePack(),
				],
				worker: { format: 'es' },
				test: {
					name: 'browser',
					include: inBrowser,
					testTimeout: 120_000,
					hookTimeout: 120_000,
					// What is heard and spoken in real time is not measured against other files' work.
					fileParallelism: false,
					browser: {
						enabled: true,
						headless: true,
						screenshotFailures: false,
						provider: playwright({
							launchOptions: {
								...(executablePath ? { executablePath } : {}),
								args: [
									'--no-sandbox',
									'--disable-dev-shm-usage',
									'--disable-quic',
									'--autoplay-policy=no-user-gesture-required',
								],
							},
						}),
						instances: [{ browser: 'chromium' }],
					},
				},
			},
		],
	},
});
