import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { renderGreeting } from './render-greeting.ts';

const id = 'virtual:voice-greeting';
/** Bytes: a second and a half over the line it is meant for. */
const most = 15_000;

/**
 * Brings `virtual:voice-greeting`: the address of an MP3 file in which the bundled voice says `words`, made while
 * building, for who wants to listen before the voice itself has come.
 */
export function voiceGreeting(words: string): Plugin {
	let folder = '';
	return {
		name: 'voice-greeting',
		config: () => ({ optimizeDeps: { exclude: [id] } }),
		configResolved({ cacheDir }) {
			const hash = createHash('sha256').update(words).digest('hex').slice(0, 8);
			folder = join(cacheDir, `voice-greeting-${hash}`);
		},
		async resolveId(asked) {
			if (asked !== id) return null;
			const path = join(folder, 'loi-chao.mp3');
			if (!existsSync(path)) {
				const sound = await renderGreeting(words);
				if (sound.length > most)
					throw new Error(`the greeting has ${sound.length} bytes of ${most}`);
				mkdirSync(folder, { recursive: true });
				// Renamed into place: two builds at once never see half a file.
				writeFileSync(`${path}.${process.pid}`, sound);
				renameSync(`${path}.${process.pid}`, path);
			}
			return `${path}?url&no-inline`;
		},
	};
}
