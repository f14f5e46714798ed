import type { FormDefinition } from '#lib/forms/index.ts';

/** A form by its name, without its questions: a phone fetches those when the form is opened. */
export interface FormEntry extends Pick<FormDefinition, 'id' | 'version' | 'procedures'> {
	readonly load: () => Promise<FormDefinition>;
}

const entry = (
	id: string,
	version: number,
	procedures: readonly string[],
	load: () => Promise<{ readonly default: unknown }>,
): FormEntry => ({
	id,
	version,
	procedures: [...procedures],
	load: async () => (await load()).default as FormDefinition,
});

/** The same forms as `forms` of `index.ts`, whose test compares them. */
export const formEntries: readonly FormEntry[] = [
	entry('general', 1, [], () => import('./general.v1.json', { with: { type: 'json' } })),
	entry(
		'birth-registration',
		1,
		['1.001193'],
		() => import('./birth-registration.v1.json', { with: { type: 'json' } }),
	),
	entry(
		'allowance-funeral',
		1,
		['1.001731'],
		() => import('./allowance-funeral.v1.json', { with: { type: 'json' } }),
	),
	entry(
		'civil-status-extract',
		1,
		['2.000635'],
		() => import('./civil-status-extract.v1.json', { with: { type: 'json' } }),
	),
	entry(
		'criminal-record',
		1,
		['3.000333'],
		() => import('./criminal-record.v1.json', { with: { type: 'json' } }),
	),
	entry(
		'death-registration',
		1,
		['1.000656', '1.000419'],
		() => import('./death-registration.v1.json', { with: { type: 'json' } }),
	),
	entry(
		'disability-assessment',
		1,
		['1.001699'],
		() => import('./disability-assessment.v1.json', { with: { type: 'json' } }),
	),
	entry(
		'disability-assessment',
		2,
		['1.001699'],
		() => import('./disability-assessment.v2.json', { with: { type: 'json' } }),
	),
	entry(
		'disability-certificate',
		1,
		['1.001653'],
		() => import('./disability-certificate.v1.json', { with: { type: 'json' } }),
	),
	entry(
		'household-business',
		1,
		['1.001612'],
		() => import('./household-business.v1.json', { with: { type: 'json' } }),
	),
	entry(
		'marital-status',
		1,
		['1.004873'],
		() => import('./marital-status.v1.json', { with: { type: 'json' } }),
	),
	entry(
		'marriage-registration',
		1,
		['1.000894', '1.000593'],
		() => import('./marriage-registration.v1.json', { with: { type: 'json' } }),
	),
	entry(
		'pension-funeral',
		1,
		['1.014028'],
		() => import('./pension-funeral.v1.json', { with: { type: 'json' } }),
	),
	entry(
		'residence-extension',
		1,
		['1.002755'],
		() => import('./residence-extension.v1.json', { with: { type: 'json' } }),
	),
	entry(
		'social-allowance',
		1,
		['1.001776'],
		() => import('./social-allowance.v1.json', { with: { type: 'json' } }),
	),
	entry(
		'social-pension',
		1,
		['1.014027'],
		() => import('./social-pension.v1.json', { with: { type: 'json' } }),
	),
	entry(
		'stay-notice',
		1,
		['2.001159'],
		() => import('./stay-notice.v1.json', { with: { type: 'json' } }),
	),
	entry(
		'temporary-residence',
		1,
		['1.004194'],
		() => import('./temporary-residence.v1.json', { with: { type: 'json' } }),
	),
];
