/** What a dialogue is about, seen from the dialogue: questions with answers that are heard, kept and said back. */
export type Value = string | number | boolean;

/** An answer at its place; without a value the place is emptied. */
export interface Change {
	readonly path: string;
	readonly value: Value | null;
}

export interface Topic {
	readonly path: string;
	/** what it is called when it is said back: "Ngày sinh" */
	readonly name: string;
	/** as it is asked: "Bạn sinh ngày nào?" */
	readonly question: string;
	readonly hint?: string | undefined;
	readonly example?: string | undefined;
	readonly kind: 'free' | 'name' | 'digits' | 'date' | 'choice' | 'yesNo' | 'more';
	readonly required: boolean;
	/** confirmed outright: a wrong one does harm */
	readonly risk: 'low' | 'high';
	/** a warning before it is spoken aloud */
	readonly private?: 'identity' | 'health' | 'record' | undefined;
	/** closed choices, or usual answers to a free question */
	readonly choices: readonly string[];
	readonly answered: boolean;
	/** what this device keeps for it, while it is not answered: said with the question, used when told so */
	readonly known?: Value | undefined;
	/** "câu 3 trên 8" */
	readonly number: number;
	readonly of: number;
	/** a new part of the whole begins with it: said before the question */
	readonly heading?: string | undefined;
}

/** One of several meanings, offered by its words. */
export interface Offer {
	readonly label: string;
	readonly changes: readonly Change[];
	/** a question to go to, where that is what is chosen */
	readonly to?: string;
}

export type Understood =
	/** the first change is the answer to what was asked; others were said along with it */
	| { readonly ok: true; readonly changes: readonly Change[]; readonly sure: boolean }
	| { readonly ok: false; readonly reason: 'not-understood' | 'none' | 'dont-know' | 'skip' }
	/** understood, but it cannot be an answer: what to do, in words */
	| { readonly ok: false; readonly reason: 'invalid'; readonly message: string }
	| { readonly ok: false; readonly reason: 'ambiguous'; readonly offers: readonly Offer[] };

/** `plain` folds into a sentence; `masked` shows little of what is private; `careful` leaves nothing to guess. */
export type Manner = 'plain' | 'masked' | 'careful';

export interface Agenda<Dossier> {
	/** what it is, what is needed, how long it takes: said before the first question */
	intro(dossier: Dossier): readonly string[];
	/** in the order in which they are asked; they may change with every answer */
	topics(dossier: Dossier): readonly Topic[];
	hear(dossier: Dossier, topic: Topic, text: string): Understood;
	/** the value with one part put right: "không phải {wrong} mà là {right}" */
	repair(topic: Topic, value: Value, wrong: string, right: string): Value | undefined;
	put(dossier: Dossier, changes: readonly Change[]): Dossier;
	valueAt(dossier: Dossier, path: string): Value | undefined;
	sayValue(topic: Topic, value: Value, manner: Manner): string;
	/** everything, part by part, as it may be read aloud in public */
	review(
		dossier: Dossier,
	): readonly { readonly title: string; readonly lines: readonly string[] }[];
	/** what keeps it from being handed in */
	problems(dossier: Dossier): readonly { readonly path: string; readonly message: string }[];
	/** what a person stands for by handing in */
	declaration(dossier: Dossier): readonly string[];
}
