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
export { checkAnswer, type Trouble } from './check-answer.ts';
export type { Condition } from './condition-schema.ts';
export type { Remark } from './cross-checks.ts';
export type {
	Check,
	FormDefinition,
	Paper,
	PlainQuestion,
	Question,
	QuestionKind,
	Repeat,
	Section,
} from './definition.ts';
export { describeAnswer, type DescribeContext } from './describe-answer.ts';
export type { DocumentTemplate } from './document-template.ts';
export {
	deriveDocuments,
	type DerivedDocument,
	type DocumentContext,
	type DocumentLine,
} from './documents.ts';
export { documentText } from './document-text.ts';
export { findForm, isFormFor, newestFormFor } from './find-form.ts';
export {
	answersToSend,
	missing,
	nextQuestion,
	previousQuestion,
	progress,
	questionFlow,
} from './flow.ts';
export {
	generalApplication,
	type GeneralApplication,
	type PaperPrompt,
} from './general-application.ts';
export type { FormContext, FormMessages, WrongAnswer } from './messages.ts';
export { unitLists, type PackedOldCommunes, type PackedOldProvinces } from './old-units.ts';
export { papersFor } from './papers.ts';
export { pasteItems, type Pasted, type PasteFault } from './paste-items.ts';
export { hearAmount, parseAnswer, type ParsedAnswer } from './parse-answer.ts';
export { reviewSections, type ReviewRow, type ReviewSection } from './review.ts';
export { searchUnits } from './search-units.ts';
export {
	communesOf,
	decodeUnits,
	findUnit,
	provinces,
	unitName,
	type Commune,
	type PackedUnits,
	type Province,
	type Units,
} from './units.ts';
export { answerWarnings, validateAnswers } from './validate.ts';
export { walk, type Step } from './walk.ts';
