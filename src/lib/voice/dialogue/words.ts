/** What a dialogue says of itself; questions and answers come from its agenda. `content/messages/voice.vi.ts` */
export interface DialogueWords {
	readonly progress: (number: number, of: number) => string;
	readonly resumed: (done: number, of: number) => string;
	/** a value kept and said back in passing */
	readonly kept: (name: string, value: string) => string;
	/** where the value itself is better not said */
	readonly keptSilently: (name: string) => string;
	readonly confirm: (parts: readonly string[]) => string;
	/** how to refuse; said the first time */
	readonly confirmHow: string;
	readonly current: (value: string) => string;
	/** a value that is kept on this device, and how to use it */
	readonly known: (value: string) => string;
	/** what is said to use it */
	readonly reuse: string;
	/** "Mẹ: số một" */
	readonly choice: (label: string, number: number) => string;
	readonly moreChoices: string;
	readonly whichOne: string;
	readonly whichField: string;
	readonly noSuchField: string;
	readonly example: (example: string) => string;
	readonly optional: string;
	/** the order that skips, as hints name it */
	readonly skipWord: string;
	readonly skipped: string;
	readonly later: string;
	readonly recall: string;
	readonly warning: Readonly<Record<'identity' | 'health' | 'record', string>>;
	readonly why: Readonly<
		Record<'silence' | 'noise' | 'offline' | 'not-understood' | 'dont-know' | 'refused', string>
	>;
	/** another way to answer, by kind of question */
	readonly otherWay: Readonly<Record<'digits' | 'closed' | 'free', string>>;
	readonly handOver: readonly string[];
	readonly left: string;
	readonly paused: string;
	readonly goOn: string;
	readonly atFirst: string;
	readonly keyboard: string;
	/** what can be said while a question is asked; three at a time */
	readonly help: readonly string[];
	readonly moreHelp: string;
	readonly reviewOpen: (answered: number) => string;
	readonly reviewHow: string;
	readonly problems: (messages: readonly string[]) => string;
	readonly submitAsk: string;
	readonly notSubmitted: string;
	readonly submitted: string;
	/** what yes and no are called, for a closed list of phrases */
	readonly yesNo: readonly string[];
	readonly commands: readonly string[];
}
