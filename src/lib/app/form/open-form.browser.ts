import type { Procedure } from '#lib/catalogue/index.ts';
import {
	decodeUnits,
	generalApplication,
	newestFormFor,
	papersFor,
	type Answers,
	type FormDefinition,
	type Units,
} from '#lib/forms/index.ts';
import { formEntries, type FormEntry } from '#content/forms/on-demand.ts';
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

/**
 * The form a procedure is handed in with, with everything it takes to fill it.
 * @param begun the form of a dossier left half done: it keeps its version
 */
export async function openForm(
	procedure: Procedure,
	begun?: { readonly id: string; readonly version: number },
): Promise<OpenForm> {
	const kept = formEntries.find(({ id, version }) => id === begun?.id && version === begun.version);
	const form = await (kept ?? (newestFormFor(formEntries, procedure.code) as FormEntry)).load();
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
