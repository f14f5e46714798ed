import createModule from 'soundswallower';
import { readDictionary } from './grammar.ts';
import { createPhraseDecoder, decoderConfig, type PhraseDecoder } from './phrase-decoder.ts';
import type { PhraseReply, PhraseRequest } from './phrase-request.ts';
import { keptVoiceFile } from './voice-pack.browser.ts';

/** No such folder: what the decoder asks for below it is answered with the pack's file on this device. */
const folder = '/kept-voice-pack';

// The decoder gets its files by `fetch` and nothing else.
const network = self.fetch.bind(self);
self.fetch = async (input, init) => {
	const path = typeof input === 'string' ? input : undefined;
	if (!path?.startsWith(`${folder}/`)) return network(input, init);
	const file = await keptVoiceFile(path.slice(folder.length + 1));
	return file ?? new Response(null, { status: 404 });
};

async function load(): Promise<PhraseDecoder> {
	const dictionary = await keptVoiceFile('dict.txt');
	if (!dictionary) throw new Error('there is no voice pack on this device');
	const { Decoder } = await createModule({ defaultModel: null } as object);
	const decoder = new Decoder({ ...decoderConfig, hmm: folder, dict: `${folder}/dict.txt` });
	await decoder.initialize();
	return createPhraseDecoder(decoder, readDictionary(await dictionary.text()));
}

let loading: Promise<PhraseDecoder> | undefined;

async function answer({ id, understand }: PhraseRequest): Promise<PhraseReply> {
	try {
		const decoder = await (loading ??= load());
		if (!understand) return { id, ok: true };
		return { id, ok: true, answer: decoder.understand(understand.samples, understand.phrases) };
	} catch (error) {
		return { id, ok: false, detail: String(error) };
	}
}

self.addEventListener('message', (event: MessageEvent<PhraseRequest>) => {
	void answer(event.data).then((reply) => self.postMessage(reply));
});
