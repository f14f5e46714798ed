/**
 * The shape of a form as data: what is asked, in which order, of whom, under which condition. Forms live in
 * `content/forms/` and are written by people who do not program; `docs` of each field say what they may write.
 *
 * A published version never changes what it accepts: dossiers of every version ever published are taken. Wording may be
 * mended; a question added, removed or made stricter is a new version in a new file.
 *
 * The schema is for tests and tools. The phone imports only the types, so that no validator library travels with it.
 */
import * as v from 'valibot';
import { conditionSchema, count, id, text } from './condition-schema.ts';
import { documentSchema } from './document-template.ts';

const common = {
	id,
	label: text('the question as it is shown and asked aloud: "Bé sinh ngày nào?"'),
	wordings: v.exactOptional(
		v.pipe(
			v.array(v.strictObject({ when: conditionSchema, label: text('as `label`') })),
			v.description('other ways to ask, by what was answered before; the first that fits'),
		),
	),
	short: text('the name of the field in reviews and messages: "Ngày sinh của bé"'),
	hint: v.exactOptional(text('one sentence of help below the question')),
	example: v.exactOptional(text('an answer as a person would give it: "12/4/2026"')),
	required: v.boolean(),
	when: v.exactOptional(conditionSchema),
	private: v.exactOptional(
		v.pipe(
			v.picklist(['identity', 'health', 'record']),
			v.description('not read aloud in public without a warning'),
		),
	),
	prefill: v.exactOptional(
		text('which kept value may be offered: "self.fullName"; a name the vault knows'),
	),
};

const option = v.strictObject({
	value: v.pipe(id, v.description('what is stored; never changed')),
	label: text('what is shown and said'),
});

const plainQuestions = [
	v.strictObject({
		...common,
		kind: v.literal('text'),
		maxLength: v.exactOptional(count('characters; 200 if absent')),
		spelled: v.exactOptional(
			v.pipe(v.literal(true), v.description('a number of signs, said one by one: "12/GXN"')),
		),
		suggestions: v.exactOptional(
			v.pipe(v.array(text('an answer')), v.description('usual answers, the most usual first')),
		),
	}),
	v.strictObject({ ...common, kind: v.literal('name') }),
	v.strictObject({
		...common,
		kind: v.literal('longText'),
		maxLength: v.exactOptional(count('characters; 10,000 if absent')),
	}),
	v.strictObject({ ...common, kind: v.literal('phone') }),
	v.strictObject({ ...common, kind: v.literal('idNumber') }),
	v.strictObject({
		...common,
		kind: v.literal('digits'),
		minLength: v.pipe(count('digits, fewest'), v.minValue(1)),
		maxLength: v.pipe(count('digits, most'), v.maxValue(30)),
	}),
	v.strictObject({ ...common, kind: v.literal('time') }),
	v.strictObject({
		...common,
		kind: v.picklist(['birthDate', 'date']),
		partial: v.exactOptional(
			v.pipe(v.boolean(), v.description('`YYYY` and `YYYY-MM` are answers too')),
		),
	}),
	v.strictObject({
		...common,
		kind: v.literal('choice'),
		options: v.pipe(v.array(option), v.minLength(2)),
	}),
	v.strictObject({
		...common,
		kind: v.literal('yesNo'),
		consent: v.exactOptional(
			v.pipe(
				v.literal(true),
				v.description(
					'agreement to a use of personal data: never filled in for anyone, either answer is taken, and its wording belongs to the version, so that form and version say what was agreed to',
				),
			),
		),
	}),
	v.strictObject({
		...common,
		kind: v.literal('number'),
		min: v.number(),
		max: v.number(),
		unit: v.exactOptional(text('what is counted: "bản"; "đồng" is heard and shown as money')),
	}),
	v.strictObject({ ...common, kind: v.literal('email') }),
	v.strictObject({ ...common, kind: v.literal('address') }),
	v.strictObject({
		...common,
		kind: v.literal('unit'),
		level: v.pipe(v.picklist(['province', 'commune']), v.description('what is to be chosen')),
	}),
] as const;

/** A question with one answer. */
export const plainQuestionSchema = v.variant('kind', [...plainQuestions]);

/** The same questions for each of several persons or things. Repeats do not nest. */
export const repeatSchema = v.strictObject({
	...common,
	kind: v.literal('repeat'),
	item: text('what one is called, `{n}` being its number: "Người thứ {n}"'),
	itemName: v.exactOptional(v.pipe(id, v.description('the question whose answer names one'))),
	more: text('asked after each: "Còn người nào nữa không?"'),
	counted: v.exactOptional(text('what is counted, if not "người": "nơi ở"')),
	min: count('fewest'),
	max: v.pipe(count('most'), v.minValue(1)),
	questions: v.pipe(v.array(plainQuestionSchema), v.minLength(1)),
});

const questionSchema = v.variant('kind', [...plainQuestions, repeatSchema]);

const sectionSchema = v.strictObject({
	id,
	title: text('heading of the section in the review: "Về bé"'),
	when: v.exactOptional(conditionSchema),
	questions: v.pipe(v.array(questionSchema), v.minLength(1)),
});

/**
 * Checks over more than one answer. `question` names a question; inside a repeat it is checked for each person.
 * An error is refused by phone and server alike, so it must not depend on any clock; a warning only asks to look again.
 */
const checkCommon = {
	level: v.picklist(['error', 'warning']),
	when: v.exactOptional(conditionSchema),
	message: text('what to do'),
};
const checkSchema = v.variant('kind', [
	v.strictObject({
		...checkCommon,
		kind: v.literal('notBefore'),
		question: v.pipe(id, v.description('the later date')),
		than: v.pipe(id, v.description('the earlier date')),
	}),
	v.strictObject({
		...checkCommon,
		kind: v.literal('withinMonths'),
		question: v.pipe(id, v.description('the later date')),
		than: v.pipe(id, v.description('the earlier date')),
		months: count('at most'),
	}),
	v.strictObject({
		...checkCommon,
		kind: v.literal('distinct'),
		question: v.pipe(id, v.description('inside a repeat: no two persons answer alike')),
	}),
	v.strictObject({
		...checkCommon,
		kind: v.literal('different'),
		question: id,
		than: v.pipe(id, v.description('whose answer must be another')),
	}),
	v.strictObject({
		...checkCommon,
		kind: v.literal('age'),
		question: v.pipe(id, v.description('a day of birth')),
		on: v.exactOptional(
			v.pipe(id, v.description('the day the age is counted on; absent: today, a warning only')),
		),
		from: v.exactOptional(count('years, at least')),
		below: v.exactOptional(count('years, fewer than')),
	}),
	v.strictObject({
		...checkCommon,
		kind: v.literal('notAfterToday'),
		level: v.pipe(v.literal('warning'), v.description("a phone's clock never refuses")),
		question: id,
	}),
	v.strictObject({
		...checkCommon,
		kind: v.literal('idNumberAgrees'),
		level: v.pipe(v.literal('warning'), v.description('numbers of the foreign-born may differ')),
		question: v.pipe(id, v.description('the 12 digits, which hold the year of birth and the sex')),
		birthDate: id,
		sex: v.exactOptional(v.pipe(id, v.description('a choice of `male` and `female`'))),
	}),
]);

/** A paper to photograph or attach. Asked for, never demanded: a missing one does not stop a dossier. */
const paperSchema = v.strictObject({
	id,
	name: text('what it is called'),
	hint: v.exactOptional(text('which sheet exactly, and what if there is none')),
	required: v.pipe(v.boolean(), v.description('the authority asks for it; shown as such')),
	when: v.exactOptional(conditionSchema),
});

export const formDefinitionSchema = v.strictObject({
	id: v.pipe(v.string(), v.regex(/^[a-z]+(-[a-z]+)*$/), v.maxLength(40)),
	version: v.pipe(v.number(), v.integer(), v.minValue(1)),
	title: text('as shown above each question'),
	procedures: v.pipe(
		v.array(v.pipe(v.string(), v.regex(/^\d\.\d{6}$/))),
		v.description('codes it is for; empty: every procedure'),
	),
	intro: v.strictObject({
		text: text('what this form does, in a sentence or two'),
		needs: v.pipe(
			v.array(text('one thing')),
			v.description('what to have at hand before beginning'),
		),
		minutes: v.pipe(count('how long it takes, roughly'), v.minValue(1)),
	}),
	sections: v.pipe(v.array(sectionSchema), v.minLength(1)),
	checks: v.array(checkSchema),
	papers: v.array(paperSchema),
	declaration: v.exactOptional(text('what a person stands for by handing in; shown at the review')),
	documents: v.array(documentSchema),
	receiver: v.exactOptional(
		v.pipe(
			v.strictObject({
				level: v.pipe(v.picklist(['province', 'commune', 'either']), v.description('who decides')),
				from: v.exactOptional(
					v.pipe(id, v.description('the unit question whose answer is the receiving unit')),
				),
			}),
			v.description('the unit offered as receiver; the server refuses no other'),
		),
	),
	source: v.exactOptional(text('the official text the questions follow')),
});

export type FormDefinition = v.InferOutput<typeof formDefinitionSchema>;
export type Section = v.InferOutput<typeof sectionSchema>;
export type PlainQuestion = v.InferOutput<typeof plainQuestionSchema>;
export type Repeat = v.InferOutput<typeof repeatSchema>;
export type Question = PlainQuestion | Repeat;
export type QuestionKind = Question['kind'];
export type Check = v.InferOutput<typeof checkSchema>;
export type Paper = v.InferOutput<typeof paperSchema>;
