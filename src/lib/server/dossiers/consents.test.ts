import { expect, it } from 'vitest';
import { forms } from '#content/forms/index.ts';
import { consentsIn } from './consents.ts';

const asking = forms.flatMap((form) =>
	form.sections.flatMap(({ questions, when }) =>
		questions.flatMap((question) =>
			'consent' in question && question.consent && !question.when && !when
				? [{ form, question }]
				: [],
		),
	),
);

it('records a consent that was given, in the words of its form', () => {
	expect(asking.length).toBeGreaterThan(0);
	for (const { form, question } of asking)
		expect(consentsIn(form, { [question.id]: true })).toContainEqual({
			purpose: question.id,
			wording: question.label,
		});
});

it('records none that was refused, left out or said otherwise, and none for another question', () => {
	for (const { form, question } of asking)
		for (const answer of [false, null, 'true', 1])
			expect(consentsIn(form, { [question.id]: answer, other: true })).toEqual([]);
});
