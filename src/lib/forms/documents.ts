import { isAnswered, type Answers } from './answers.ts';
import { holds, type Scope } from './conditions.ts';
import type { FormDefinition, Question } from './definition.ts';
import type { DocumentLineTemplate, DocumentTemplate } from './document-template.ts';
import { describeAnswer, type DescribeContext } from './describe-answer.ts';
import { walk } from './walk.ts';

/** One line of a printed document; how it looks is the printer's business. */
export type DocumentLine =
	| { readonly kind: 'heading' | 'text'; readonly text: string }
	/** an empty `value` is a gap to fill in by hand */
	| { readonly kind: 'row'; readonly label: string; readonly value: string }
	| { readonly kind: 'option'; readonly text: string; readonly checked: boolean }
	| {
			readonly kind: 'table';
			readonly head: readonly string[];
			readonly rows: readonly (readonly string[])[];
	  }
	| {
			readonly kind: 'signatures';
			readonly places: readonly {
				readonly role: string;
				readonly note?: string;
				readonly name?: string;
			}[];
	  };

export interface DerivedDocument {
	/** `ct01-3` for the third person's */
	readonly id: string;
	readonly title: string;
	/** number of the official model: "Mẫu CT01" */
	readonly model?: string;
	readonly lines: readonly DocumentLine[];
}

export interface DocumentContext extends DescribeContext {
	/** name of the procedure, official words */
	readonly procedure: string;
	/** full name of the receiving unit: "Phường Ba Đình, Thành phố Hà Nội" */
	readonly unit: string;
	/** `2026-04-12` → "ngày mười hai tháng tư năm hai nghìn không trăm hai mươi sáu" */
	readonly dateInWords: (iso: string) => string;
}

/** A gap in running text, to be filled in by hand. */
export const gap = '…………';

/** The documents of a form, filled in: one for all, or one for each person of a repeat. */
export function deriveDocuments(
	form: FormDefinition,
	answers: Answers,
	context: DocumentContext,
): DerivedDocument[] {
	const { walked, scope } = walk(form, answers);
	const questions = new Map<string, Question>(
		walked.map(({ question }) => [question.id, question]),
	);
	const fields: Fields = { questions, context, own: {} };
	return form.documents
		.filter((document) => holds(document.when, scope))
		.flatMap((document) =>
			document.each === undefined
				? [derive(document, document.id, scope, fields)]
				: scope
						.items(document.each)
						.map((item, index) =>
							derive(document, `${document.id}-${index + 1}`, item, numbered(fields, index)),
						),
		);
}

interface Fields {
	readonly questions: ReadonlyMap<string, Question>;
	readonly context: DocumentContext;
	readonly own: Readonly<Record<string, string>>;
}

const numbered = (fields: Fields, index: number): Fields => ({
	...fields,
	own: { n: String(index + 1) },
});

function derive(
	document: DocumentTemplate,
	id: string,
	scope: Scope,
	fields: Fields,
): DerivedDocument {
	return {
		id,
		title: document.title,
		...(document.model === undefined ? {} : { model: document.model }),
		lines: document.lines
			.filter((line) => !('when' in line) || holds(line.when, scope))
			.map((line) => toLine(line, scope, fields)),
	};
}

function toLine(line: DocumentLineTemplate, scope: Scope, fields: Fields): DocumentLine {
	const running = (template: string) => fill(template, scope, fields, gap);
	switch (line.kind) {
		case 'heading':
		case 'text':
			return { kind: line.kind, text: running(line.text) };
		case 'row':
			return { kind: 'row', label: line.label, value: value(line.value, scope, fields) };
		case 'option':
			return { kind: 'option', text: running(line.text), checked: holds(line.checked, scope) };
		case 'table':
			return {
				kind: 'table',
				head: line.columns.map(({ label }) => label),
				rows:
					line.each === undefined
						? (line.rows ?? []).map((row) => row.map((cell) => value(cell, scope, fields)))
						: scope
								.items(line.each)
								.map((item, index) =>
									line.columns.map((column) =>
										value(column.value ?? '', item, numbered(fields, index)),
									),
								),
			};
		case 'signatures':
			return {
				kind: 'signatures',
				places: line.places
					.filter((place) => holds(place.when, scope))
					.map(({ role, note, name }) => ({
						role,
						...(note === undefined ? {} : { note: running(note) }),
						...(name === undefined ? {} : { name: value(name, scope, fields) }),
					})),
			};
	}
}

/** A field by itself: empty where nothing was answered at all; gaps only between what was. */
function value(template: string, scope: Scope, fields: Fields): string {
	const names = [...template.matchAll(placeholder)];
	const empty = names.every(([, name]) => field(name as string, scope, fields) === '');
	return names.length > 0 && empty ? '' : fill(template, scope, fields, gap);
}

const placeholder = /\{([^{}]+)\}/g;

const fill = (template: string, scope: Scope, fields: Fields, empty: string) =>
	template.replace(placeholder, (_, name: string, at: number) => {
		const filled = field(name, scope, fields) || empty;
		return name === 'unit' && at > 0 ? withinSentence(filled) : filled;
	});

/** "Ủy ban nhân dân xã Mường Phăng, tỉnh Điện Biên": within a sentence only the names are capital. */
const withinSentence = (unit: string) =>
	unit.replace(/(^|, )(Xã|Phường|Đặc khu|Tỉnh|Thành phố)(?= )/g, (type) => type.toLowerCase());

function field(name: string, scope: Scope, { questions, context, own }: Fields): string {
	const [names = '', filter] = name.split('|');
	for (const id of names.split('/')) {
		if (id === 'unit') return context.unit;
		if (id === 'procedure') return context.procedure;
		if (own[id] !== undefined) return own[id];
		const question = questions.get(id);
		if (question?.kind === 'repeat') return String(scope.items(id).length);
		const answer = scope.answer(id);
		if (!question || !isAnswered(answer)) continue;
		if (filter === 'words') return context.dateInWords(String(answer));
		const words = describeAnswer(question, answer, context);
		return filter === 'upper' ? words.toLocaleUpperCase('vi') : words;
	}
	return '';
}
