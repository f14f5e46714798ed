import type { FormDefinition } from './definition.ts';

/** The form as it was published under this version; answers of old versions are checked by their own form. */
export const findForm = (
	forms: readonly FormDefinition[],
	id: string,
	version: number,
): FormDefinition | undefined => forms.find((form) => form.id === id && form.version === version);

/** The newest form for a procedure: its own, or the one for every procedure. */
export const newestFormFor = (
	forms: readonly FormDefinition[],
	procedure: string,
): FormDefinition | undefined =>
	newest(forms.filter((form) => form.procedures.includes(procedure))) ??
	newest(forms.filter((form) => form.procedures.length === 0));

/** May this form be handed in for this procedure? The general one for every procedure, now and later. */
export const isFormFor = (form: FormDefinition, procedure: string): boolean =>
	form.procedures.length === 0 || form.procedures.includes(procedure);

const newest = (forms: readonly FormDefinition[]) =>
	[...forms].sort((a, b) => b.version - a.version)[0];
