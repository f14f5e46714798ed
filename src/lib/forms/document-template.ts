import * as v from 'valibot';
import { conditionSchema, id, text } from './condition-schema.ts';

/**
 * Text of a printed document. `{fullName}` is the answer as a person reads it; `{a/b}` the first answered of two;
 * `{x|words}` a date in words; `{x|upper}` in capitals; `{unit}` the receiving unit, `{procedure}` its name; `{people}` how many persons a repeat
 * has, `{n}` the number of one. What is not answered is left as dots to be filled in by hand.
 */
const template = text('text with {answers}');
const row = {
	label: text('as printed on the official form'),
	value: template,
	when: v.exactOptional(conditionSchema),
};
const documentLineSchema = v.variant('kind', [
	v.strictObject({
		kind: v.literal('heading'),
		text: template,
		when: v.exactOptional(conditionSchema),
	}),
	v.strictObject({
		kind: v.literal('text'),
		text: template,
		when: v.exactOptional(conditionSchema),
	}),
	v.strictObject({ kind: v.literal('row'), ...row }),
	v.strictObject({
		kind: v.literal('option'),
		text: template,
		checked: v.pipe(conditionSchema, v.description('ticked when it holds')),
		when: v.exactOptional(conditionSchema),
	}),
	v.strictObject({
		kind: v.literal('table'),
		each: v.exactOptional(v.pipe(id, v.description('a repeat: one row for each'))),
		columns: v.array(v.strictObject({ label: text('head'), value: v.exactOptional(template) })),
		rows: v.exactOptional(
			v.pipe(v.array(v.array(template)), v.description('fixed rows, where there is no `each`')),
		),
		when: v.exactOptional(conditionSchema),
	}),
	v.strictObject({
		kind: v.literal('signatures'),
		places: v.array(
			v.strictObject({
				role: text('who signs'),
				note: v.exactOptional(template),
				name: v.exactOptional(template),
				when: v.exactOptional(conditionSchema),
			}),
		),
	}),
]);

/** A document made from the answers, for the file and the printer. */
export const documentSchema = v.strictObject({
	id,
	title: text('in capitals, as on the official form'),
	model: v.exactOptional(text('number of the official model: "Mẫu CT01"')),
	each: v.exactOptional(v.pipe(id, v.description('a repeat: one document for each'))),
	when: v.exactOptional(conditionSchema),
	lines: v.array(documentLineSchema),
});

export type DocumentTemplate = v.InferOutput<typeof documentSchema>;
export type DocumentLineTemplate = v.InferOutput<typeof documentLineSchema>;
