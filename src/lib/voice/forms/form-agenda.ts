/** A form as something to talk about: every form of the project, without a word of its own. */
import {
	answerAt,
	answersToSend,
	describeAnswer,
	isAnswered,
	itemsOf,
	parseAnswer,
	questionFlow,
	reviewSections,
	validateAnswers,
	withAnswer,
	withItem,
	type Answers,
	type FormDefinition,
	type PlainQuestion,
	type Step,
} from '#lib/forms/index.ts';
import { tidy, type Tone } from '#lib/vietnamese/index.ts';
import type { Agenda, Change, Manner, Topic, Understood, Value } from '../dialogue/agenda.ts';
import { digitsInGroups, lastDigits, nameByTones } from '../dialogue/say-value.ts';
import { hearAnswer, hearUnit, type AnswerContext, type HeardAnswer } from './hear-answer.ts';
import { repairDate, repairDigits, repairText } from './repair-value.ts';
import { cutAnswers } from './several-answers.ts';

/** What a form session holds of it. */
export interface FormDossier {
	readonly answers: Answers;
	/** code of the unit that receives it; empty: not chosen */
	readonly unit: string;
}

export interface FormTalkWords {
	readonly minutes: (minutes: number) => string;
	readonly needs: (needs: readonly string[]) => string;
	readonly unit: {
		readonly name: string;
		readonly question: string;
		readonly hint: string;
		/** where a province decides */
		readonly provinceHint: string;
		readonly missing: string;
	};
	readonly notAnswered: string;
	readonly papers: (names: readonly string[]) => string;
	readonly lastDigits: (digits: string) => string;
	readonly hidden: string;
	readonly tones: Readonly<Record<Tone, string>>;
	readonly date: (day: string, month: string, year: string) => string;
	readonly year: (year: string) => string;
	readonly missing: (name: string) => string;
	readonly line: (name: string, value: string) => string;
	readonly ofItem: (name: string, item: string) => string;
}

export interface FormAgendaOptions {
	readonly form: FormDefinition;
	readonly title: string;
	readonly words: FormTalkWords;
	readonly context: Omit<AnswerContext, 'sayDate'>;
	/** the place of the unit among the questions */
	readonly unitPath: string;
	/** papers to photograph, by name */
	readonly papers: (answers: Answers) => readonly string[];
	/** what this device keeps for a question, as it would be typed */
	readonly known?: (step: Step, steps: readonly Step[], answers: Answers) => string | undefined;
}

export function formAgenda(options: FormAgendaOptions): Agenda<FormDossier> {
	const { form, title, words, unitPath, papers } = options;
	const sayDate = (iso: string): string => {
		const [year = '', month, day] = iso.split('-');
		if (!month) return words.year(year);
		if (!day) return context.form.messages.monthOfYear(Number(month), Number(year));
		return words.date(String(Number(day)), String(Number(month)), year);
	};
	const context: AnswerContext = { ...options.context, sayDate };
	const describe = { messages: context.form.messages, unitName: context.unitName };
	const stepsOf = ({ answers }: FormDossier) => questionFlow(form, answers);
	const shown = (step: Step, answers: Answers) =>
		step.question.kind !== 'repeat' ||
		(itemsOf(answers, step.question.id).length >= Math.max(1, step.question.min) &&
			itemsOf(answers, step.question.id).length < step.question.max);

	function topics(dossier: FormDossier): readonly Topic[] {
		const steps = stepsOf(dossier).filter((step) => shown(step, dossier.answers));
		const of = steps.length + 1;
		let part = '';
		const asked = steps.map((step, at): Topic => {
			const heading = step.item ? itemOf(step) : step.section.title;
			const isNew = heading !== part;
			part = heading;
			return {
				...topicOf(step, dossier.answers, words),
				known: knownAt(step, steps, dossier.answers),
				number: at + 1,
				of,
				heading: isNew && at > 0 ? heading : undefined,
			};
		});
		return [...asked, unitTopic(dossier, of)];
	}

	function knownAt(step: Step, steps: readonly Step[], answers: Answers): Value | undefined {
		if (step.question.kind === 'repeat' || isAnswered(answerAt(answers, step.path)))
			return undefined;
		const typed = options.known?.(step, steps, answers);
		const parsed = typed ? parseAnswer(step.question, typed, context.form) : undefined;
		return parsed?.ok && typeof parsed.value !== 'object' ? parsed.value : undefined;
	}

	const unitTopic = ({ unit }: FormDossier, of: number): Topic => ({
		path: unitPath,
		name: words.unit.name,
		question: words.unit.question,
		hint: form.receiver?.level === 'province' ? words.unit.provinceHint : words.unit.hint,
		kind: 'free',
		required: true,
		risk: 'low',
		choices: [],
		answered: unit !== '',
		number: of,
		of,
	});

	const questionAt = (dossier: FormDossier, path: string): PlainQuestion | undefined => {
		const question = stepsOf(dossier).find((step) => step.path === path)?.question;
		return question && question.kind !== 'repeat' ? question : undefined;
	};

	function hear(dossier: FormDossier, topic: Topic, text: string): Understood {
		if (topic.path === unitPath) {
			const level = form.receiver?.level ?? 'either';
			return at(topic.path, hearUnit(level, text, context));
		}
		if (topic.kind === 'more') {
			return at(topic.path, hearMore(text) ?? hearAnswer(moreQuestion, text, context));
		}
		const question = questionAt(dossier, topic.path);
		if (!question) return { ok: false, reason: 'not-understood' };
		return (
			several(dossier, topic, question, text) ?? at(topic.path, hearAnswer(question, text, context))
		);
	}

	/** Every part must be an answer by itself: else it is one answer. */
	function several(
		dossier: FormDossier,
		topic: Topic,
		question: PlainQuestion,
		text: string,
	): Understood | undefined {
		if (question.kind === 'longText' || question.kind === 'address' || text.split(' ').length < 3)
			return undefined;
		const steps = stepsOf(dossier);
		const from = steps.findIndex(({ path }) => path === topic.path);
		const following = steps.slice(from).filter((step) => step.question.kind !== 'repeat');
		const parts = cutAnswers(
			text,
			following.map((step) => step.question as PlainQuestion),
		);
		if (!parts) return undefined;
		const changes: Change[] = [];
		let sure = true;
		for (const part of parts) {
			const step = following[part.at];
			if (!step) return undefined;
			const heard = hearAnswer(step.question as PlainQuestion, part.text, context);
			if (!heard.ok) return undefined;
			sure &&= heard.sure;
			changes.push({ path: step.path, value: heard.value });
		}
		return { ok: true, changes, sure };
	}

	function put(dossier: FormDossier, changes: readonly Change[]): FormDossier {
		return changes.reduce((before, { path, value }) => {
			if (path === unitPath) return { ...before, unit: value === null ? '' : String(value) };
			const repeat = stepsOf(before).find((step) => step.path === path)?.question;
			if (repeat?.kind === 'repeat')
				return value === true ? { ...before, answers: withItem(before.answers, path) } : before;
			const answers = withAnswer(before.answers, path, value ?? undefined);
			const unit = path === form.receiver?.from ? String(value ?? '') : before.unit;
			return { answers, unit };
		}, dossier);
	}

	function sayValue(topic: Topic, value: Value, manner: Manner): string {
		if (topic.path === unitPath) return context.unitName(String(value)) ?? '';
		const question = questionOf(form, topic.path);
		if (!question) return '';
		if (manner === 'masked' && (topic.private === 'health' || topic.private === 'record'))
			return words.hidden;
		if (question.kind === 'idNumber') {
			const digits = String(value);
			return manner === 'careful' ? digitsInGroups(digits) : words.lastDigits(lastDigits(digits));
		}
		if (question.kind === 'phone' || question.kind === 'digits') {
			const digits = String(value);
			return manner === 'masked' ? words.lastDigits(lastDigits(digits)) : digitsInGroups(digits);
		}
		if (question.kind === 'name' && manner !== 'plain')
			return nameByTones(String(value), words.tones);
		if (question.kind === 'date' || question.kind === 'birthDate') return sayDate(String(value));
		return describeAnswer(question, value, describe);
	}

	const rowTopic = (dossier: FormDossier, path: string) =>
		topics(dossier).find((topic) => topic.path === path);

	return {
		intro: (dossier) => [
			`${title}.`,
			form.intro.text,
			words.minutes(form.intro.minutes),
			...(form.intro.needs.length > 0 ? [words.needs(form.intro.needs)] : []),
			...(papers(dossier.answers).length > 0 ? [words.papers(papers(dossier.answers))] : []),
		],
		topics,
		hear,
		put,
		sayValue,
		repair(topic, value, wrong, right) {
			const question = questionOf(form, topic.path);
			if (!question || typeof value !== 'string') return undefined;
			const repaired = repairOf(question, value, wrong, right, context);
			if (repaired === undefined) return undefined;
			const checked = hearAnswerWritten(question, repaired, context);
			return checked;
		},
		valueAt(dossier, path) {
			if (path === unitPath) return dossier.unit || undefined;
			const value = answerAt(dossier.answers, path);
			return Array.isArray(value) ? undefined : (value as Value | undefined);
		},
		review: (dossier) => [
			...reviewSections(form, dossier.answers, describe).map(({ title: heading, rows }) => ({
				title: heading,
				lines: rows.flatMap(({ path, label }) => {
					const topic = rowTopic(dossier, path);
					const value = answerAt(dossier.answers, path);
					if (!topic || !isAnswered(value) || Array.isArray(value)) return [];
					const manner = topic.private ? 'masked' : 'plain';
					return [words.line(label, sayValue(topic, value as Value, manner))];
				}),
			})),
			{
				title: words.unit.name,
				lines: [context.unitName(dossier.unit) ?? words.notAnswered],
			},
		],
		problems(dossier) {
			const answers = answersToSend(form, dossier.answers);
			const names = new Map(topics(dossier).map(({ path, name }) => [path, name]));
			const wrong = validateAnswers(form, answers, context.form).map(({ path, message }) => ({
				path,
				message: `${names.get(path) ?? ''}: ${message}`,
			}));
			return dossier.unit
				? wrong
				: [...wrong, { path: unitPath, message: words.missing(words.unit.name) }];
		},
		declaration: () => (form.declaration ? [form.declaration] : []),
	};
}

/** "Còn một người", "hết rồi": ways to say yes and no to "is there one more?" alone. */
function hearMore(text: string): HeardAnswer | undefined {
	const said = tidy(text).toLowerCase();
	const isAll =
		/^(?:dạ |à )?(?:hết|(?:không|hổng|hông) (?:còn|có)|(?:thế|vậy) (?:thôi|là (?:đủ|hết|xong))|đủ rồi|xong|chỉ)/u;
	if (isAll.test(said)) return { ok: true, value: false, sure: true };
	if (/^(?:dạ |à |vâng )?(?:còn|thêm)(?! gì| ai| không)/u.test(said))
		return { ok: true, value: true, sure: true };
	return undefined;
}

const moreQuestion: PlainQuestion = {
	id: 'more',
	kind: 'yesNo',
	label: 'more',
	short: 'more',
	required: true,
};

const at = (path: string, heard: HeardAnswer): Understood => {
	if (heard.ok) return { ok: true, changes: [{ path, value: heard.value }], sure: heard.sure };
	if (heard.reason !== 'ambiguous') return heard;
	return {
		ok: false,
		reason: 'ambiguous',
		offers: heard.offers.map(({ label, value }) => ({ label, changes: [{ path, value }] })),
	};
};

const itemOf = ({ item }: Step) =>
	item ? item.repeat.item.replace('{n}', String(item.index + 1)) : '';

function topicOf(step: Step, answers: Answers, words: FormTalkWords) {
	const { path, question, label } = step;
	const plain = question.kind === 'repeat' ? undefined : question;
	const short = question.short;
	return {
		path,
		name: step.item && step.item.of > 1 ? words.ofItem(short, itemOf(step)) : short,
		question: question.kind === 'repeat' ? question.more : label,
		hint: question.hint,
		example: question.example,
		kind: kindOf(step),
		required: question.required,
		risk: riskOf(plain),
		private: question.private,
		choices: choicesOf(plain),
		answered: plain ? isAnswered(answerAt(answers, path)) : false,
	} as const;
}

function kindOf({ question }: Step): Topic['kind'] {
	switch (question.kind) {
		case 'repeat':
			return 'more';
		case 'name':
		case 'choice':
		case 'yesNo':
			return question.kind;
		case 'idNumber':
		case 'phone':
		case 'number':
		case 'digits':
			return 'digits';
		case 'date':
		case 'birthDate':
			return 'date';
		default:
			return 'free';
	}
}

/** Names, ID numbers, account numbers and birth dates, and money: what an officer refuses a dossier for. */
const highKinds: readonly string[] = ['name', 'idNumber', 'birthDate', 'digits'];
const riskOf = (question: PlainQuestion | undefined): Topic['risk'] =>
	question &&
	(highKinds.includes(question.kind) || (question.kind === 'number' && question.unit === 'đồng'))
		? 'high'
		: 'low';

function choicesOf(question: PlainQuestion | undefined): readonly string[] {
	if (question?.kind === 'choice') return question.options.map(({ label }) => label);
	return question?.kind === 'text' ? (question.suggestions ?? []) : [];
}

function questionOf(form: FormDefinition, path: string): PlainQuestion | undefined {
	const [id, , inner] = path.split('.');
	for (const { questions } of form.sections) {
		const question = questions.find((one) => one.id === id);
		if (!question) continue;
		if (question.kind !== 'repeat') return question;
		return question.questions.find((one) => one.id === inner);
	}
	return undefined;
}

function repairOf(
	question: PlainQuestion,
	value: string,
	wrong: string,
	right: string,
	context: AnswerContext,
): string | undefined {
	switch (question.kind) {
		case 'idNumber':
		case 'phone':
		case 'digits':
			return repairDigits(value, wrong, right);
		case 'date':
		case 'birthDate':
			return repairDate(value, wrong, right, (text) => {
				const heard = hearAnswer(
					{ ...moreQuestion, kind: 'number', min: 0, max: 9999 },
					text,
					context,
				);
				return heard.ok && typeof heard.value === 'number' ? heard.value : undefined;
			});
		case 'name':
		case 'text':
		case 'longText':
		case 'address':
			return repairText(value, wrong, right);
		default:
			return undefined;
	}
}

/** A repaired value is checked like any other. */
function hearAnswerWritten(
	question: PlainQuestion,
	value: string,
	context: AnswerContext,
): Value | undefined {
	const checked = hearAnswer(question, value, context);
	return checked.ok ? checked.value : undefined;
}
