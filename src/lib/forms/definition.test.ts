import * as v from 'valibot';
import { expect, test } from 'vitest';
import { formDefinitionSchema } from './definition.ts';
import { form } from './fixture.ts';

const problems = (changed: unknown) =>
	v.safeParse(formDefinitionSchema, changed).issues?.map((issue) => v.getDotPath(issue));

test('a form with every kind of question fits the schema', () => {
	expect(problems(form)).toBeUndefined();
});

test('a misspelt field is found', () => {
	expect(problems({ ...form, titel: 'x' })).toEqual(['titel']);
});

test('a repeat inside a repeat is refused', () => {
	const repeat = form.sections[1]?.questions[0];
	const nested = { ...repeat, id: 'inner', questions: [repeat] };
	const changed = { ...form, sections: [{ id: 'one', title: 'Một', questions: [nested] }] };
	expect(problems(changed)).toEqual(['sections.0.questions.0.questions.0.kind']);
});

test('a check that looks at the clock cannot be an error', () => {
	const check = { kind: 'notAfterToday', level: 'error', question: 'birthDate', message: 'Sai.' };
	expect(problems({ ...form, checks: [check] })).toEqual(['checks.0.level']);
});
