import type { Json } from '#lib/dossiers/index.ts';
import { walk, type Answers, type FormDefinition } from '#lib/forms/index.ts';
import type { GivenConsent } from './receive.ts';

/** The consents that answers give: `true` to a question the form marks as one, in the wording it was asked with. */
export const consentsIn = (
	form: FormDefinition,
	answers: { readonly [question: string]: Json },
): GivenConsent[] =>
	// It looks at nothing but the form's own questions, whatever else there is.
	walk(form, answers as Answers)
		.walked.filter(
			({ question, asked, value }) =>
				asked && value === true && 'consent' in question && question.consent === true,
		)
		.map(({ path, label }) => ({ purpose: path, wording: label }));
