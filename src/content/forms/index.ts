import { newestFormFor, type FormDefinition } from '#lib/forms/index.ts';
import allowanceFuneral1 from './allowance-funeral.v1.json' with { type: 'json' };
import birthRegistration1 from './birth-registration.v1.json' with { type: 'json' };
import civilStatusExtract1 from './civil-status-extract.v1.json' with { type: 'json' };
import criminalRecord1 from './criminal-record.v1.json' with { type: 'json' };
import deathRegistration1 from './death-registration.v1.json' with { type: 'json' };
import disabilityAssessment1 from './disability-assessment.v1.json' with { type: 'json' };
import disabilityAssessment2 from './disability-assessment.v2.json' with { type: 'json' };
import disabilityCertificate1 from './disability-certificate.v1.json' with { type: 'json' };
import general1 from './general.v1.json' with { type: 'json' };
import householdBusiness1 from './household-business.v1.json' with { type: 'json' };
import maritalStatus1 from './marital-status.v1.json' with { type: 'json' };
import marriageRegistration1 from './marriage-registration.v1.json' with { type: 'json' };
import pensionFuneral1 from './pension-funeral.v1.json' with { type: 'json' };
import residenceExtension1 from './residence-extension.v1.json' with { type: 'json' };
import socialAllowance1 from './social-allowance.v1.json' with { type: 'json' };
import socialPension1 from './social-pension.v1.json' with { type: 'json' };
import stayNotice1 from './stay-notice.v1.json' with { type: 'json' };
import temporaryResidence1 from './temporary-residence.v1.json' with { type: 'json' };

/** Every version ever published: none is ever removed. */
export const forms = [
	general1,
	birthRegistration1,
	allowanceFuneral1,
	civilStatusExtract1,
	criminalRecord1,
	deathRegistration1,
	disabilityAssessment1,
	disabilityAssessment2,
	disabilityCertificate1,
	householdBusiness1,
	maritalStatus1,
	marriageRegistration1,
	pensionFuneral1,
	residenceExtension1,
	socialAllowance1,
	socialPension1,
	stayNotice1,
	temporaryResidence1,
] as unknown as readonly FormDefinition[];

/** The form a procedure is handed in with today. */
export const formFor = (procedure: string): FormDefinition =>
	newestFormFor(forms, procedure) as FormDefinition;
