/**
 * Which syllables sound alike where. In each region some sounds of the standard language have fallen together, and
 * people (and recognisers) write what they hear: chuột/chuộc in the South, tránh/chánh in the North.
 * Two syllables with the same key are heard alike in that region. Facts from descriptive phonology of the dialects.
 */
import { fold } from './marks.ts';
import { splitFolded, splitSyllable, type Syllable } from './syllable.ts';
import type { Tone } from './tone.ts';

export const regions = ['north', 'centre', 'south'] as const;
export type Region = (typeof regions)[number];

type Rule = readonly [from: RegExp, to: string];

interface Accent {
	readonly initials: Readonly<Record<string, string>>;
	/** applied in order to the rime without tone */
	readonly rimes: readonly Rule[];
	readonly tones: Partial<Readonly<Record<Tone, Tone>>>;
}

/** One sound written in several ways; true everywhere. d and gi have fallen together in every region. */
const spelling: Readonly<Record<string, string>> = {
	c: 'k',
	q: 'k',
	gh: 'g',
	ngh: 'ng',
	gi: 'd',
};

const southernEnds: readonly Rule[] = [
	[/^i(n|nh)$/, 'in'],
	[/^i(t|ch)$/, 'it'],
	[/^[êơ]n$|^ênh$/, 'ên'],
	[/^[êơ]t$|^êch$/, 'êt'],
	[/n$/, 'ng'],
	[/t$/, 'c'],
];

const accents: Readonly<Record<Region, Accent>> = {
	north: {
		initials: { tr: 'ch', s: 'x', r: 'd', n: 'l' },
		rimes: [
			[/^ươu$/, 'iêu'],
			[/^ưu$/, 'iu'],
		],
		tones: {},
	},
	centre: {
		initials: {},
		rimes: [
			[/n$/, 'ng'],
			[/t$/, 'c'],
			[/^[aă](?=[mp]$)/, 'ô'],
		],
		tones: { hỏi: 'ngã' },
	},
	south: {
		initials: { v: 'd', r: 'g', p: 'b', kh: 'h' },
		rimes: [
			[/^(iêu|êu|ươu|ưu)$/, 'iu'],
			[/^(ay|ây)$/, 'ai'],
			[/^(au|âu)$/, 'ao'],
			[/^â(?=[mp]$)/, 'ă'],
			[/^[oơ](?=[mp]$)/, 'ô'],
			...southernEnds,
		],
		tones: { hỏi: 'ngã' },
	},
};

/** The South says h, g and qu alike before a gliding u: hoà/goà, huy/quy. */
function glide(initial: string, rime: string, region: Region): readonly [string, string] {
	const gliding = /^[ou](?=[aăâeêơy])/;
	if (region === 'south' && /^[gh]$/.test(initial) && gliding.test(rime))
		return ['w', rime.slice(1)];
	return initial === 'qu' ? (region === 'south' ? ['w', rime] : ['kw', rime]) : [initial, rime];
}

const foldedRules = new Map<Rule, Rule>();
/** The same rule for text without marks. */
function folded(rule: Rule): Rule {
	let made = foldedRules.get(rule);
	if (made === undefined) {
		const source = rule[0].source.replace(/\[([^\]]*)\]/g, (_, set: string) => `[${fold(set)}]`);
		made = [new RegExp(fold(source)), fold(rule[1])];
		foldedRules.set(rule, made);
	}
	return made;
}

function keyOf(parts: Omit<Syllable, 'tone'>, region: Region, unmarked: boolean): string {
	const accent = accents[region];
	const [glided, rest] = glide(parts.initial, parts.rime, region);
	const spelled = spelling[glided] ?? glided;
	const initial = accent.initials[spelled] ?? spelled;
	let rime = rest.replace(/^y(?=$|[eê])/, 'i');
	for (const rule of accent.rimes) {
		const [from, to] = unmarked ? folded(rule) : rule;
		rime = rime.replace(from, to);
	}
	return `${initial}-${rime}`;
}

/**
 * What a marked syllable sounds like in a region: initial, rime and tone after the region's mergers.
 * `undefined` if it is not a Vietnamese syllable.
 */
export function soundKey(syllable: string, region: Region): string | undefined {
	const parts = splitSyllable(syllable);
	if (parts === undefined) return undefined;
	return `${keyOf(parts, region, false)}-${accents[region].tones[parts.tone] ?? parts.tone}`;
}

/** The same for a syllable without marks, as search holds it: coarser, since ê is e and tones are gone. */
export function foldedSoundKey(syllable: string, region: Region): string | undefined {
	const parts = splitFolded(syllable);
	return parts === undefined ? undefined : keyOf(parts, region, true);
}
