import {
	choosePhrases,
	decodePhrases,
	encodePhrases,
	type Manifest,
	type PackRef,
	type PhrasesPack,
	type Procedure,
} from '#lib/catalogue/index.ts';
import { readText, writePack } from './packs.ts';

export interface Phrases {
	readonly pack: PackRef;
	readonly phrases: readonly string[];
}

/** A smaller catalogue is a few chunks, which have little in common. */
const fewestProcedures = 500;
/** Characters of the sample they are chosen by; more takes longer and chooses no better. */
const sampleCharacters = 3_000_000;
/** Other phrases change every chunk: they are chosen anew only when the catalogue has grown or shrunk by so much. */
const muchLarger = 2;

/**
 * The phrases to pack a catalogue with, those of the release shown so far where they still fit.
 * @param procedures in the order of their chunks
 * @returns undefined where they would save nothing
 */
export async function writePhrases(
	directory: string,
	shown: Manifest | undefined,
	procedures: readonly Procedure[],
): Promise<Phrases | undefined> {
	if (procedures.length < fewestProcedures) return undefined;
	const known = shown?.phrases && (await readPhrases(directory, shown.phrases));
	if (known && isAbout(known.procedures, procedures.length)) {
		const { phrases } = known;
		return { pack: await writePack(directory, encodePhrases(known)), phrases };
	}
	const phrases = choosePhrases(sampleOf(procedures.map((one) => JSON.stringify(one))));
	const chosen: PhrasesPack = { format: 1, procedures: procedures.length, phrases };
	return { pack: await writePack(directory, encodePhrases(chosen)), phrases };
}

const isAbout = (then: number, now: number) => then < muchLarger * now && now < muchLarger * then;

/** Spread over all of them. */
function sampleOf(texts: readonly string[]): readonly string[] {
	const characters = texts.reduce((sum, { length }) => sum + length, 0);
	const each = Math.ceil(characters / sampleCharacters);
	return texts.filter((_, at) => at % each === 0);
}

/** @returns undefined where the pack is gone or spoilt */
async function readPhrases(directory: string, { hash }: PackRef): Promise<PhrasesPack | undefined> {
	try {
		return decodePhrases(await readText(directory, hash));
	} catch {
		return undefined;
	}
}
