import { nameOf, type KeptField, type Subject } from '#lib/vault/index.ts';
import { vaultWords } from './words.ts';

/** A field by the name everybody knows it by; else by the one it had in its form. */
export const fieldLabel = (name: string, { label }: Pick<KeptField, 'label'>): string =>
	vaultWords.fields[name] ?? label;

export const subjectName = (subject: Subject): string =>
	nameOf(subject) || vaultWords.people.unnamed;
