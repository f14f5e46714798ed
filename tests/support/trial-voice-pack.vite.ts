import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';
import { voicePackFile, voicePackManifest } from '../../src/lib/server/speech/voice-pack.ts';
import { hasRecordings, readRecordings, voicePackDirectory } from './recordings.ts';

/**
 * Serves tests in the browser what the app's server would serve (`/voice-pack/…`), and the recordings: `/recordings`
 * lists `{words}`, `/recordings/N.wav` is one. An empty list where the data is missing.
 */
export function trialVoicePack(): Plugin {
	const recordings = hasRecordings ? readRecordings() : [];
	const answer = async (path: string): Promise<string | Buffer | null> => {
		if (path === '/recordings') return JSON.stringify(recordings.map(({ words }) => ({ words })));
		const recording = recordings[Number(/^\/recordings\/(\d+)\.wav$/.exec(path)?.[1])];
		if (recording) return readFile(recording.path);
		const name = /^\/voice-pack\/(.*)$/.exec(path)?.[1];
		if (!name || !hasRecordings) return null;
		if (name !== 'manifest.json') return voicePackFile(voicePackDirectory, name);
		return JSON.stringify(await voicePackManifest(voicePackDirectory));
	};
	return {
		name: 'mot-cua-noi:trial-voice-pack',
		configureServer({ middlewares }) {
			middlewares.use((request, response, next) => {
				const { pathname } = new URL(request.url ?? '/', 'http://localhost');
				if (!/^\/(voice-pack|recordings)(\/|$)/.test(pathname)) return next();
				answer(pathname).then((body) => {
					response.statusCode = body === null ? 404 : 200;
					response.end(body ?? '');
				}, next);
			});
		},
	};
}
