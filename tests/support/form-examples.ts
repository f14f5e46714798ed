import { readdirSync, readFileSync } from 'node:fs';
import type { Answer, Answers, FormDefinition } from '#lib/forms/index.ts';
import { forms } from '#content/forms/index.ts';

/** A complete dossier as a person might give it. No real person is meant. */
export interface Case {
	readonly name: string;
	/** the receiving unit, by its code and as it is said */
	readonly unit: string;
	readonly said: string;
	readonly answers: Answers;
	/** ids of the papers asked for */
	readonly papers: readonly string[];
}

/** What one check of the form finds, told by its kind and question. */
export interface Fault {
	/** "notBefore deathDate" */
	readonly check: string;
	/** answers that differ from those of the case; null: none */
	readonly set: Readonly<Record<string, Answer | null>>;
	/** where the person is led to */
	readonly at: string;
	/** of the list of cases; the first if absent */
	readonly case?: number;
}

export interface Examples {
	readonly form: FormDefinition;
	readonly cases: readonly Case[];
	readonly faults: readonly Fault[];
}

const folder = new URL('../../src/content/forms/examples/', import.meta.url);

/** The examples of every form, for tests and measuring. */
export const examples: readonly Examples[] = readdirSync(folder)
	.sort()
	.map((file) => {
		const form = forms.find(({ id, version }) => `${id}.v${version}.json` === file);
		if (!form) throw new Error(`examples/${file} belongs to no form`);
		return { form, ...JSON.parse(readFileSync(new URL(file, folder), 'utf8')) } as Examples;
	});
