import { isAnswered, type Answers } from './answers.ts';
import { checkAnswer } from './check-answer.ts';
import { crossChecks, type Remark } from './cross-checks.ts';
import type { FormDefinition } from './definition.ts';
import type { FormContext } from './messages.ts';
import { isUsualPhone, readPhone } from './phone.ts';
import { isAnswers, walk, type Walked } from './walk.ts';

/** As many errors as are told at once. */
export const mostErrors = 100;
/** Names of unknown fields are a stranger's text: this much of one is repeated. */
const longestName = 40;
/** So much blank text still counts as "not answered". */
const longestBlank = 100;

/**
 * Everything that keeps these answers from being handed in; empty: nothing. Takes any JSON, changes nothing, looks at no
 * clock. The answer to a question that is not asked must be of its kind too, but is never required.
 * @returns at most `mostErrors`; `path` as in `withAnswer`, `''` for the answers as a whole
 */
export function validateAnswers(
	form: FormDefinition,
	answers: unknown,
	context: FormContext,
): Remark[] {
	const { wrong } = context.messages;
	if (!isAnswers(answers)) return [{ path: '', message: wrong.wrongKind }];
	const { walked } = walk(form, answers);
	const errors: Remark[] = [];
	for (const remark of [
		...walked.flatMap((step) => checkStep(step, context)),
		...unknownFields(form, answers).map((path) => ({ path, message: wrong.unknown })),
		...crossChecks(form, answers, 'error'),
	]) {
		const told = errors.some(({ path }) => path === remark.path);
		if (!told && errors.push(remark) >= mostErrors) break;
	}
	return errors;
}

/**
 * What may be right but is worth a second look before handing in; nothing here is ever refused.
 * @param today `YYYY-MM-DD` by the phone's clock
 */
export function answerWarnings(
	form: FormDefinition,
	answers: Answers,
	{ messages }: Pick<FormContext, 'messages'>,
	today: string,
): Remark[] {
	const unusual = walk(form, answers).walked.flatMap(({ asked, question, path, value }) => {
		if (!asked || typeof value !== 'string') return [];
		if (question.kind === 'name' && /\d/.test(value))
			return [{ path, message: messages.unusual.digitsInName }];
		const phone = question.kind === 'phone' ? readPhone(value) : undefined;
		return phone !== undefined && !isUsualPhone(phone)
			? [{ path, message: messages.unusual.phonePrefix }]
			: [];
	});
	return [...unusual, ...crossChecks(form, answers, 'warning', today)];
}

function checkStep({ path, question, asked, value, item }: Walked, context: FormContext): Remark[] {
	const { messages } = context;
	const remark = (message: string) => [{ path, message }];
	if (question.kind === 'repeat') {
		const tooFew = messages.tooFew(question.min, question.counted);
		if (value === undefined) return asked && question.min > 0 ? remark(tooFew) : [];
		if (!Array.isArray(value)) return remark(messages.wrong.wrongKind);
		if (value.length > question.max)
			return remark(messages.tooMany(question.max, question.counted));
		if (asked && value.length < question.min) return remark(tooFew);
		return value.flatMap((one: unknown, index) =>
			isAnswers(one) ? [] : [{ path: `${path}.${index}`, message: messages.wrong.wrongKind }],
		);
	}
	if (value === undefined || (typeof value === 'string' && !isAnswered(value))) {
		const isMissing = asked && question.required && (!item || item.found);
		if (isMissing) return remark(messages.wrong.required);
		if (value === undefined || value.length <= longestBlank) return [];
	}
	const trouble = checkAnswer(question, value, context);
	return trouble ? remark(trouble.message) : [];
}

/** Paths of what no question asked for. */
function unknownFields(form: FormDefinition, answers: Answers): string[] {
	const questions = form.sections.flatMap((section) => section.questions);
	const paths = unknownKeys(answers, new Set(questions.map(({ id }) => id)));
	for (const repeat of questions) {
		if (repeat.kind !== 'repeat') continue;
		const items: unknown = Object.hasOwn(answers, repeat.id) ? answers[repeat.id] : [];
		const own = new Set(repeat.questions.map(({ id }) => id));
		if (!Array.isArray(items)) continue;
		items.slice(0, repeat.max).forEach((item: unknown, index) => {
			if (isAnswers(item))
				paths.push(...unknownKeys(item, own).map((key) => `${repeat.id}.${index}.${key}`));
		});
	}
	return paths;
}

const unknownKeys = (answers: Answers, known: ReadonlySet<string>) =>
	Object.keys(answers)
		.filter((key) => !known.has(key))
		.slice(0, mostErrors)
		.map((key) =>
			Array.from(key.slice(0, longestName * 2))
				.slice(0, longestName)
				.join(''),
		);
