import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Recording } from './recording.ts';

const data = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
/** A voice pack for trials; never shipped. */
export const voicePackDirectory = `${data}voice-pack-vi`;
const recordingsDirectory = `${data}recordings`;

export const hasRecordings =
	existsSync(`${voicePackDirectory}/mdef`) && existsSync(`${recordingsDirectory}/transcripts.tsv`);

/** Samples of a WAV file of 16 bit, mono, with a header of 44 bytes. */
function samplesOf(path: string): Float32Array<ArrayBuffer> {
	const bytes = readFileSync(path).subarray(44);
	return Float32Array.from(
		{ length: bytes.length >> 1 },
		(_, at) => bytes.readInt16LE(at * 2) / 32_768,
	);
}

export function readRecordings(): Recording[] {
	const lines = readFileSync(`${recordingsDirectory}/transcripts.tsv`, 'utf8').trim().split('\n');
	return lines.map((line) => {
		const [name, words = ''] = line.split('\t');
		const path = `${recordingsDirectory}/${name}`;
		return { path, words, samples: samplesOf(path) };
	});
}
