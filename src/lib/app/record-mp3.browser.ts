import { ok, type Result } from '#lib/base/index.ts';
import {
	id3Tag,
	recordScript,
	type PlayableScript,
	type RecordingFailure,
	type RecordingTitle,
} from '#lib/reading/index.ts';
import { createMp3Encoder } from '#lib/reading/index.browser.ts';
import { createEspeakEngine } from '#lib/speech/index.browser.ts';
import { toWords } from '#lib/vietnamese/index.ts';

/** The bundled voice reads a script into an MP3, in workers of its own: reading aloud goes on meanwhile. */
export async function recordAsMp3(
	script: PlayableScript,
	title: RecordingTitle,
	signal: AbortSignal,
	onProgress: (share: number) => void,
): Promise<Result<{ file: Blob; seconds: number }, RecordingFailure>> {
	const voice = createEspeakEngine();
	const encoder = createMp3Encoder();
	try {
		const recorded = await recordScript(script, {
			toWords: (text) => toWords(text).words,
			synthesise: (words) => voice.synthesise({ words, rate: 1 }),
			encoder,
			onProgress,
			signal,
		});
		if (!recorded.ok) return recorded;
		const { parts, seconds } = recorded.value;
		const file = new Blob([id3Tag(title), ...parts], { type: 'audio/mpeg' });
		return ok({ file, seconds });
	} finally {
		encoder.close();
		voice.close();
	}
}
