/** A stretch of sound as the decoder explains it. */
export interface Stretch {
	/** a word as the pack spells it; `<sil>`, `(NULL)` and the like for silence */
	readonly word: string;
	/** in frames of 5 ms from the beginning */
	readonly start: number;
	readonly frames: number;
	/** How well it fits: the decoder's acoustic score, 0 or less, in its own units. */
	readonly score: number;
}

const isWord = ({ word }: Stretch) => !/^[<(+[]/.test(word);
const frameSeconds = 0.005;

/**
 * What the three signs are worth, fitted by logistic regression to 146 stretches of real read speech, with the phrase
 * that was said in the grammar and without it: `fit` per unit, `silenced` per share, `drawn` per second.
 */
const weigh = { base: 2.62, fit: 0.324, silenced: -7.4, drawn: -9.55 };
const longestSyllableSeconds = 0.4;

/**
 * How sure it is that the phrase was said at all, by comparison with a loop of bare phones, which explains any speech:
 * - the phrase's words must fit their sound about as well as the loop does;
 * - what is loud must not be explained as silence, as the rest of a longer sentence is;
 * - no syllable may be drawn out, as one is that covers others.
 * @param loud is there sound in the frame? In frames of 20 ms.
 * @returns 0…1; 0.5 is where both are as likely
 */
export function confidence(
	phrase: readonly Stretch[],
	loop: readonly Stretch[],
	loud: readonly boolean[],
): number {
	const words = phrase.filter(isWord);
	if (words.length === 0 || loop.length === 0) return 0;
	const loopScore = perFrame(loop);
	let fit = 0;
	let frames = 0;
	for (const { start, frames: length, score } of words) {
		fit += score;
		frames += length;
		for (let at = start; at < start + length; at++) fit -= loopScore[at] ?? 0;
	}
	const longest = Math.max(...words.map(({ frames }) => frames)) * frameSeconds;
	const logit =
		weigh.base +
		weigh.fit * (fit / frames) +
		weigh.silenced * silencedShare(phrase, loud) +
		weigh.drawn * Math.max(0, longest - longestSyllableSeconds);
	return 1 / (1 + Math.exp(-logit));
}

function perFrame(stretches: readonly Stretch[]): number[] {
	const scores: number[] = [];
	for (const { start, frames, score } of stretches) {
		for (let at = start; at < start + frames; at++) scores[at] = score / frames;
	}
	return scores;
}

/** The share of the loud frames that the phrase takes for silence. */
function silencedShare(phrase: readonly Stretch[], loud: readonly boolean[]): number {
	const frameRatio = 4;
	let silenced = 0;
	for (const stretch of phrase) {
		if (isWord(stretch)) continue;
		for (let at = 0; at < stretch.frames; at++) {
			if (loud[Math.floor((stretch.start + at) / frameRatio)]) silenced += 1 / frameRatio;
		}
	}
	return silenced / Math.max(1, loud.filter(Boolean).length);
}
