export {
	answerAt,
	isAnswered,
	itemsOf,
	withAnswer,
	withItem,
	withItemMoved,
	withoutItem,
	type Answer,
	type Answers,
	type Path,
} from './answers.ts';
export type { Remark } from './cross-checks.ts';
export type {
	Check,
	Condition,
	DocumentTemplate,
	FormDefinition,
	Paper,
	PlainQuestion,
	Question,
	QuestionKind,
	Repeat,
	Section,
} from './definition.ts';
export { findForm, isFormFor, newestFormFor } from './find-form.ts';
export {
	answersToSend,
	missing,
	nextQuestion,
	previousQuestion,
	progress,
	questionFlow,
} from './flow.ts';
export type { FormContext, FormMessages, WrongAnswer } from './messages.ts';
export { answerWarnings, validateAnswers } from './validate.ts';
export type { Step } from './walk.ts';
