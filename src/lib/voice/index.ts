export {
	compile,
	screens,
	sectionIds,
	type CommandTable,
	type Screen,
	type SectionId,
} from './command-table.ts';
export {
	certain,
	createInterpreter,
	type Interpretation,
	type Interpreted,
	type Interpreter,
} from './interpret.ts';
