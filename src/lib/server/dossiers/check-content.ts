import type { BodyError, DossierBody } from '#lib/dossiers/index.ts';
import {
	findForm,
	isFormFor,
	validateAnswers,
	type FormContext,
	type FormDefinition,
} from '#lib/forms/index.ts';
import type { IntakeMessages } from './messages.ts';

export interface ContentPorts {
	/** every version ever published */
	readonly forms: readonly FormDefinition[];
	readonly formContext: FormContext;
	/** was there ever a procedure of this code? */
	readonly isProcedure: (code: string) => Promise<boolean>;
	readonly words: IntakeMessages;
}

/** What a dossier names must exist, and its answers must be those of its form. Clock and papers are not looked at. */
export async function checkContent(body: DossierBody, ports: ContentPorts): Promise<BodyError[]> {
	const { forms, formContext, words } = ports;
	const errors: BodyError[] = [];
	if (!(await ports.isProcedure(body.procedure)))
		errors.push({ path: 'procedure', message: words.unknownProcedure });
	if (!formContext.isUnit(body.unit)) errors.push({ path: 'unit', message: words.unknownUnit });
	const form = findForm(forms, body.form.id, body.form.version);
	if (!form) {
		const named = forms.some(({ id }) => id === body.form.id);
		const [path, message] = named
			? ['form.version', words.unknownVersion]
			: ['form.id', words.unknownForm];
		return [...errors, { path, message }];
	}
	if (!isFormFor(form, body.procedure))
		errors.push({ path: 'form.id', message: words.formNotForProcedure });
	const wrong = validateAnswers(form, body.answers, formContext);
	return [
		...errors,
		...wrong.map(({ path, message }) => ({
			path: path === '' ? 'answers' : `answers.${path}`,
			message,
		})),
	];
}
