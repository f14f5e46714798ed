import type { ProcedureSectionId } from '#lib/reading/index.ts';
import type { Lexicon } from './lexicon.ts';
import { expand, isFree, type Element, type SlotName } from './template.ts';

export const screens = [
	'home',
	'results',
	'procedure',
	'reading',
	'form',
	'review',
	'outbox',
	'dossiers',
	'settings',
] as const;
export type Screen = (typeof screens)[number];

/** `content/commands.json` */
export interface CommandTable {
	/** what people wrap an order in: it may be said anywhere and means nothing */
	readonly fillers: readonly string[];
	/** the same, but only after an order has begun: at the beginning "đi" is a verb */
	readonly particles: readonly string[];
	/** what takes an order back, puts it off or asks about it, where the order's own words do not hold it */
	readonly against: readonly string[];
	/** fillers that tell of an order or ask about it where they follow it: "dừng rồi", "dừng à" */
	readonly telling: readonly string[];
	/** other words for a word of the templates, of a dialect or of those who speak */
	readonly alike: Readonly<Record<string, readonly string[]>>;
	/** what fields of forms are called, and what announces one */
	readonly fields: { readonly names: readonly string[]; readonly markers: readonly string[] };
	/** names of a procedure's sections, for `{section}` */
	readonly sections: Readonly<Record<ProcedureSectionId, readonly string[]>>;
	/** questions a section answers, as templates without slots, for `{question}` */
	readonly questions: Readonly<Partial<Record<ProcedureSectionId, readonly string[]>>>;
	readonly commands: readonly {
		/** `nothing`: what is like an order and is none */
		readonly name: string;
		/** where it makes sense; `*`: everywhere */
		readonly screens: readonly string[];
		/** templates, see `expand` */
		readonly say: readonly string[];
		/** it cannot be undone: every word has to be right before it is done unasked */
		readonly careful?: boolean;
		/** it is also said otherwise than as an order: never done unasked */
		readonly asked?: boolean;
	}[];
}

/** A word by its number in the lexicon, or a slot. */
export type Part = number | SlotName;

/** One way to say a command. */
export interface Phrase {
	readonly command: string;
	readonly parts: readonly Part[];
	/** said everywhere: steps back where a screen has an order of its own in the same words */
	readonly everywhere: boolean;
	readonly careful: boolean;
	readonly asked: boolean;
	/** it is a question itself */
	readonly asks: boolean;
	/** it can take no more words than this, fillers apart */
	readonly reach: number;
}

/** The phrases of each screen, compiled. */
export type Phrases = Readonly<Record<Screen, readonly Phrase[]>>;

/** No section, question or number has more words. */
const longestSpan = 12;
const reachOf = (elements: readonly Element[]) =>
	elements.reduce(
		(sum, part) =>
			sum + ('word' in part ? 1 : isFree(part.slot) ? Number.POSITIVE_INFINITY : longestSpan),
		0,
	);

/** @throws on a template or a screen that is wrong: the table is content, checked by its tests */
export function compile({ commands, against }: CommandTable, lexicon: Lexicon): Phrases {
	const questioning = new Set(against);
	const isAsking = (part: Element) =>
		'word' in part ? questioning.has(part.word) : part.slot === 'question';
	const byScreen = Object.fromEntries(screens.map((screen) => [screen, [] as Phrase[]]));
	const known = new Set<string>();
	const isNew = (screen: string, { command, parts }: Phrase) =>
		known.size < known.add(`${screen} ${command} ${parts.join(' ')}`).size;
	for (const { name, screens: where, say, careful = false, asked = false } of commands) {
		const everywhere = where.includes('*');
		const phrases = say
			.flatMap((template) => expand(template))
			.filter((elements) => elements.length > 0)
			.map((elements) => ({
				command: name,
				everywhere,
				careful,
				asked,
				asks: elements.some(isAsking),
				reach: reachOf(elements),
				parts: elements.map((part) => ('slot' in part ? part.slot : lexicon.numberOf(part.word))),
			}));
		for (const screen of everywhere ? screens : where) {
			const list = byScreen[screen];
			if (list === undefined) throw new Error(`${name}: no screen is called "${screen}"`);
			list.push(...phrases.filter((phrase) => isNew(screen, phrase)));
		}
	}
	return byScreen as Record<Screen, Phrase[]>;
}
