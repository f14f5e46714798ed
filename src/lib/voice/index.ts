export { compile, screens, type CommandTable, type Screen } from './command-table.ts';
export {
	certain,
	createInterpreter,
	type Interpretation,
	type Interpreted,
	type Interpreter,
} from './interpret.ts';
export { expand } from './template.ts';
export type { Agenda, Change, Offer, Topic, Understood, Value } from './dialogue/agenda.ts';
export { createDialogue, type Dialogue } from './dialogue/dialogue.ts';
export type { DialogueOptions } from './dialogue/exchange.ts';
export { hearCorrection } from './dialogue/corrections.ts';
export {
	beginning,
	type DialogueEvent,
	type DialogueState,
	type Effect,
	type Expect,
	type Reply,
} from './dialogue/state.ts';
export type { DialogueWords } from './dialogue/words.ts';
export {
	formAgenda,
	type FormAgendaOptions,
	type FormDossier,
	type FormTalkWords,
} from './forms/form-agenda.ts';
export { matchLabel, pressedLabel, type LabelMatch } from './labels/match-label.ts';
