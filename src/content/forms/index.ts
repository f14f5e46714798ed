import { newestFormFor, type FormDefinition } from '#lib/forms/index.ts';
import general1 from './general.v1.json' with { type: 'json' };

/** Every version ever published: none is ever removed. */
export const forms = [general1] as unknown as readonly FormDefinition[];

/** The form a procedure is handed in with today. */
export const formFor = (procedure: string): FormDefinition =>
	newestFormFor(forms, procedure) as FormDefinition;
