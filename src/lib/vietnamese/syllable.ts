/**
 * What a Vietnamese syllable can look like: initial + rime + tone. The table is the spelling of the standard
 * language; rare rimes of loan words and onomatopoeia (oong, uêch) are in it, foreign syllables are not.
 */
import { fold } from './marks.ts';
import { splitTone, type Tone } from './tone.ts';

const words = (text: string) => text.split(' ');

/** Longest first, so that the first that fits is the right one. */
const initials = words(
	'ngh ch gh gi kh ng nh ph qu th tr b c d đ g h k l m n p q r s t v x',
).concat('');

const rimes = new Set(
	words(
		'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây ' +
			'e ec em en eng eo ep et ê êch êm ên ênh êp êt êu ' +
			'i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu ' +
			'o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot ' +
			'ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt ' +
			'u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ up ut uy uya uych uyên uyêt uynh uyt uyu uôc uôi uôm uôn uông uôt ' +
			'ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu ' +
			'y yêm yên yêng yêt yêu ych ynh yt',
	),
);
const stopped = /(c|ch|p|t)$/;
const frontVowel = /^[eêiy]/;

export interface Syllable {
	/** as spelled: `ngh`, `qu`, `gi`, or empty */
	readonly initial: string;
	/** without tone: `iêng`, `uy` */
	readonly rime: string;
	readonly tone: Tone;
}

/** q is always followed by a gliding u, which the rime table writes o before a, ă, e: quan is q + oan. */
const gliding = (rest: string) => (/^[aăe]/.test(rest) ? `o${rest}` : `u${rest}`);

function rimeAfter(initial: string, rest: string): string | undefined {
	if (initial === 'qu') return rimes.has(gliding(rest)) ? rest : undefined;
	if (initial === 'gi' && rest === '') return 'i';
	if (initial === 'gi' && rest.startsWith('ê'))
		return rimes.has(`i${rest}`) ? `i${rest}` : undefined;
	if (initial === 'q' || !rimes.has(rest)) return undefined;
	const front = frontVowel.test(rest);
	if (initial === 'c' || initial === 'ng' || initial === 'g') return front ? undefined : rest;
	if (initial === 'k' || initial === 'gh' || initial === 'ngh') return front ? rest : undefined;
	return rest;
}

/**
 * Takes one written syllable apart, or says that it is none (`undefined`). Marks count: `dat` is a syllable's
 * letters but a closed -t needs sắc or nặng, so only `đạt`, `dát` … are. Case does not count.
 */
export function splitSyllable(text: string): Syllable | undefined {
	const { letters, tone } = splitTone(text.toLowerCase());
	for (const initial of initials) {
		if (!letters.startsWith(initial)) continue;
		const rime = rimeAfter(initial, letters.slice(initial.length));
		if (rime === undefined) continue;
		const mayStop = tone === 'sắc' || tone === 'nặng';
		return stopped.test(rime) && !mayStop ? undefined : { initial, rime, tone };
	}
	// gì, gìn: the i is initial and vowel at once.
	const rest = letters.slice(1);
	if (letters.startsWith('gi') && rimes.has(rest)) {
		const mayStop = tone === 'sắc' || tone === 'nặng';
		return stopped.test(rest) && !mayStop ? undefined : { initial: 'gi', rime: rest, tone };
	}
	return undefined;
}

export const isSyllable = (text: string): boolean => splitSyllable(text) !== undefined;

const foldedRimes = new Set([...rimes].map(fold));

/** Initial and rime of a syllable without marks (`nghiep` → `ngh`, `iep`); `undefined` if it can be none. */
export function splitFolded(text: string): { initial: string; rime: string } | undefined {
	for (const initial of initials) {
		if (initial === 'đ' || !text.startsWith(initial)) continue;
		const rest = text.slice(initial.length);
		if (initial === 'qu') {
			if (foldedRimes.has(gliding(rest)) || foldedRimes.has(`u${rest}`))
				return { initial, rime: rest };
		} else if (initial === 'gi') {
			if (rest === '') return { initial, rime: 'i' };
			if (foldedRimes.has(rest)) return { initial, rime: rest };
			if (foldedRimes.has(`i${rest}`)) return { initial, rime: `i${rest}` };
		} else if (initial !== 'q' && foldedRimes.has(rest)) {
			return { initial, rime: rest };
		}
	}
	return undefined;
}
