import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { trimEspeak, type TrimmedEspeak } from './espeak-trim.ts';

const engineId = 'virtual:espeak-voice/engine';
const dataId = 'virtual:espeak-voice/data';

/**
 * Brings the bundled voice: `virtual:espeak-voice/engine` is eSpeak's program trimmed to Vietnamese,
 * `virtual:espeak-voice/data` the address of its data, a content-hashed file among the worker's assets.
 * The worker imports them, so the plugin belongs in `plugins` (development) and `worker.plugins` (build).
 */
export function espeakVoice(): Plugin {
	let cacheDir = '';
	return {
		name: 'espeak-voice',
		config: () => ({ optimizeDeps: { exclude: [engineId, dataId] } }),
		configResolved(config) {
			cacheDir = config.cacheDir;
		},
		resolveId(id) {
			if (id === engineId) return `\0${engineId}`;
			// A real file, so that Vite's own handling of assets serves it, hashes it and names it.
			if (id === dataId) return `${writeData(cacheDir, trimmed().data)}?url&no-inline`;
			return null;
		},
		load: (id) => (id === `\0${engineId}` ? { code: trimmed().code, map: null } : null),
	};
}

let memo: TrimmedEspeak | undefined;

function trimmed(): TrimmedEspeak {
	if (!memo) {
		const folder = dirname(
			createRequire(import.meta.url).resolve('@echogarden/espeak-ng-emscripten'),
		);
		memo = trimEspeak(
			readFileSync(join(folder, 'espeak-ng.js'), 'utf8'),
			readFileSync(join(folder, 'espeak-ng.data')),
		);
	}
	return memo;
}

/** Renamed into place: two builds at once never see half a file. */
function writeData(cacheDir: string, data: Uint8Array): string {
	const hash = createHash('sha256').update(data).digest('hex').slice(0, 8);
	const folder = join(cacheDir, `espeak-voice-${hash}`);
	mkdirSync(folder, { recursive: true });
	const path = join(folder, 'espeak-vi.bin');
	const draft = `${path}.${process.pid}`;
	writeFileSync(draft, data);
	renameSync(draft, path);
	return path;
}
