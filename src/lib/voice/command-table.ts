import type { ProcedureSectionId } from '#lib/reading/index.ts';
import type { Lexicon } from './lexicon.ts';
import { expand, type SlotName } from './template.ts';

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
	/** names of a procedure's sections, for `{section}` */
	readonly sections: Readonly<Record<ProcedureSectionId, readonly string[]>>;
	/** questions a section answers, as templates without slots, for `{question}` */
	readonly questions: Readonly<Partial<Record<ProcedureSectionId, readonly string[]>>>;
	readonly commands: readonly {
		readonly name: string;
		/** where it makes sense; `*`: everywhere */
		readonly screens: readonly string[];
		/** templates, see `expand` */
		readonly say: readonly string[];
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
}

/** The phrases of each screen, compiled. */
export type Phrases = Readonly<Record<Screen, readonly Phrase[]>>;

/** @throws on a template or a screen that is wrong: the table is content, checked by its tests */
export function compile({ commands }: CommandTable, lexicon: Lexicon): Phrases {
	const byScreen = Object.fromEntries(screens.map((screen) => [screen, [] as Phrase[]]));
	for (const { name, screens: where, say } of commands) {
		const everywhere = where.includes('*');
		const phrases = say
			.flatMap((template) => expand(template))
			.filter((elements) => elements.length > 0)
			.map((elements) => ({
				command: name,
				everywhere,
				parts: elements.map((part) => ('slot' in part ? part.slot : lexicon.numberOf(part.word))),
			}));
		for (const screen of everywhere ? screens : where) {
			const list = byScreen[screen];
			if (list === undefined) throw new Error(`${name}: no screen is called "${screen}"`);
			list.push(...phrases);
		}
	}
	return byScreen as Record<Screen, Phrase[]>;
}
