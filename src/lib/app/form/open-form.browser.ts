import type { Procedure } from '#lib/catalogue/index.ts';
import {
	decodeUnits,
	generalApplication,
	papersFor,
	type Answers,
	type FormDefinition,
	type Units,
} from '#lib/forms/index.ts';
import { formFor } from '#content/forms/index.ts';
import { packedUnits } from '#content/units/index.ts';

/** A paper to photograph, whoever asks for it: the form, or the procedure's own list. */
export interface PaperToAttach {
	readonly id: string;
	readonly name: string;
	readonly hint?: string | undefined;
	/** in which case it is asked for */
	readonly case?: string | undefined;
	readonly required: boolean;
}

export interface OpenForm {
	readonly procedure: Procedure;
	readonly form: FormDefinition;
	readonly units: Units;
	papers(answers: Answers): readonly PaperToAttach[];
}

/** The form a procedure is handed in with today, with everything it takes to fill it. */
export function openForm(procedure: Procedure): OpenForm {
	const form = formFor(procedure.code);
	const own = form.procedures.length > 0;
	const prompts = own ? [] : generalApplication(procedure, form).papers;
	return {
		procedure,
		form,
		units: decodeUnits(packedUnits),
		papers: (answers) =>
			own
				? papersFor(form, answers)
				: prompts.map((prompt) => ({ ...prompt, required: !prompt.optional })),
	};
}
