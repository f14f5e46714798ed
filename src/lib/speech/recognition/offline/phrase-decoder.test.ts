import { readFileSync } from 'node:fs';
import createModule from 'soundswallower';
import { beforeAll, describe, expect, it } from 'vitest';
import { fiftyPhrases, unrelatedSentences } from '../../../../../tests/support/phrases.ts';
import { recordingsMissing, type Recording } from '../../../../../tests/support/recording.ts';
import {
	hasRecordings,
	readRecordings,
	voicePackDirectory,
} from '../../../../../tests/support/recordings.ts';
import { readDictionary } from './grammar.ts';
import { createPhraseDecoder, decoderConfig, type PhraseDecoder } from './phrase-decoder.ts';

const title = `real read speech${hasRecordings ? '' : ` (${recordingsMissing})`}`;

describe.skipIf(!hasRecordings)(title, () => {
	let decoder: PhraseDecoder;
	let recordings: readonly Recording[];

	beforeAll(async () => {
		recordings = readRecordings();
		const { Decoder } = await createModule({ defaultModel: null } as object);
		const raw = new Decoder({
			...decoderConfig,
			hmm: voicePackDirectory,
			dict: `${voicePackDirectory}/dict.txt`,
		});
		await raw.initialize();
		const dictionary = readDictionary(readFileSync(`${voicePackDirectory}/dict.txt`, 'utf8'));
		decoder = createPhraseDecoder(raw, dictionary);
	});

	const others = (but: Recording) =>
		recordings.filter((one) => one !== but).map(({ words }) => words);

	it('is understood in nine of ten sentences among sixty', () => {
		const phrases = [...recordings.map(({ words }) => words), ...fiftyPhrases];
		const right = recordings.filter(
			({ samples, words }) => decoder.understand(samples, phrases).heard?.text === words,
		);
		expect(right.length).toBeGreaterThanOrEqual(Math.ceil(0.9 * recordings.length));
	});

	it('is refused in eight of ten sentences that are not among the phrases', () => {
		const refused = recordings.filter(
			(one) => !decoder.understand(one.samples, [...others(one), ...fiftyPhrases]).heard,
		);
		expect(refused.length).toBeGreaterThanOrEqual(Math.ceil(0.8 * recordings.length));
	});

	it('is understood whatever silence surrounds it and however loud it is', () => {
		const [{ samples, words }] = recordings as [Recording];
		const padded = new Float32Array(samples.length + 48_000);
		padded.set(
			samples.map((sample) => sample * 0.2),
			32_000,
		);
		expect(decoder.understand(padded, [words, ...fiftyPhrases]).heard?.text).toBe(words);
	});

	it('is not understood in silence, nor where nothing may be said', () => {
		const silence = new Float32Array(16_000);
		expect(decoder.understand(silence, fiftyPhrases).heard).toBeUndefined();
		expect(decoder.understand(recordings[0]!.samples, []).heard).toBeUndefined();
	});

	it('tells which phrases it cannot listen for, and listens for the others', () => {
		const [{ samples, words }] = recordings as [Recording];
		const { heard, leftOut } = decoder.understand(samples, ['mở e-mail', words, 'mở số 1']);
		expect(heard?.text).toBe(words);
		expect(leftOut).toEqual([
			{ phrase: 'mở e-mail', reason: 'unspeakable' },
			{ phrase: 'mở số 1', reason: 'unspeakable' },
		]);
	});

	it('is never sure of a phrase of one or two syllables', () => {
		const short = recordings.find(({ words }) => words.split(' ').length < 3)!;
		const { heard } = decoder.understand(short.samples, [short.words, ...unrelatedSentences]);
		expect(heard?.text).toBe(short.words);
		expect(heard?.confidence).toBeLessThan(0.8);
	});
});
