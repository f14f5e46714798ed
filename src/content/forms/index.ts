import { newestFormFor, type FormDefinition } from '#lib/forms/index.ts';
import birthRegistration1 from './birth-registration.v1.json' with { type: 'json' };
import disabilityAssessment1 from './disability-assessment.v1.json' with { type: 'json' };
import general1 from './general.v1.json' with { type: 'json' };
import temporaryResidence1 from './temporary-residence.v1.json' with { type: 'json' };

/** Every version ever published: none is ever removed. */
export const forms = [
	general1,
	birthRegistration1,
	temporaryResidence1,
	disabilityAssessment1,
] as unknown as readonly FormDefinition[];

/** The form a procedure is handed in with today. */
export const formFor = (procedure: string): FormDefinition =>
	newestFormFor(forms, procedure) as FormDefinition;
