import type { FormDefinition } from './definition.ts';

/** The form as it was published under this version; answers of old versions are checked by their own form. */
export const findForm = (
	forms: readonly FormDefinition[],
	id: string,
	version: number,
): FormDefinition | undefined => forms.find((form) => form.id === id && form.version === version);

type FormKey = Pick<FormDefinition, 'version' | 'procedures'>;

/** The newest form for a procedure: its own, or the one for every procedure. */
export const newestFormFor = <Form extends FormKey>(
	forms: readonly Form[],
	procedure: string,
): Form | undefined =>
	newest(forms.filter((form) => form.procedures.includes(procedure))) ??
	newest(forms.filter((form) => form.procedures.length === 0));

/** May this form be handed in for this procedure? The general one for every procedure, now and later. */
export const isFormFor = (form: FormKey, procedure: string): boolean =>
	form.procedures.length === 0 || form.procedures.includes(procedure);

const newest = <Form extends FormKey>(forms: readonly Form[]) =>
	[...forms].sort((a, b) => b.version - a.version)[0];
