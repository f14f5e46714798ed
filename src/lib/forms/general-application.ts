import type { Procedure, RequiredDocument } from '#lib/catalogue/index.ts';
import type { FormDefinition } from './definition.ts';

/** A paper named by a procedure, to attach to its general application. */
export interface PaperPrompt {
	/** the same for the same paper of the same procedure, also after the catalogue was updated */
	readonly id: string;
	/** official words */
	readonly name: string;
	/** in which case it is asked for, official words; absent: always */
	readonly case?: string;
	/** only some need it: it belongs to a case, or says "nếu có" */
	readonly optional: boolean;
}

export interface GeneralApplication {
	readonly form: FormDefinition;
	readonly papers: readonly PaperPrompt[];
}

/**
 * The application for a procedure without a form of its own: the general questions, and its required papers as prompts.
 * Lines that ask for no sheet at all ("0 bản chính") are notes of the source, not papers – unless all lines do (64 of the
 * 4,380 procedures with papers): then the source did not count.
 */
export function generalApplication(
	procedure: Pick<Procedure, 'requiredDocuments'>,
	general: FormDefinition,
): GeneralApplication {
	const named = procedure.requiredDocuments.filter(({ name }) => name.trim() !== '');
	const counted = named.filter(asksForSheets);
	const papers = new Map<string, PaperPrompt>();
	for (const document of counted.length > 0 ? counted : named) {
		const prompt = toPrompt(document);
		if (!papers.has(prompt.id)) papers.set(prompt.id, prompt);
	}
	return { form: general, papers: [...papers.values()] };
}

const asksForSheets = ({ originals, copies, quantity }: RequiredDocument) =>
	originals !== 0 || (copies ?? 0) > 0 || quantity !== undefined;

/** Headings and names that narrow whom a paper is for; other headings only sort papers. */
const narrowing = /trường hợp|đối với|nếu (?:có|không|là)/i;

function toPrompt({ name, case: heading }: RequiredDocument): PaperPrompt {
	const group = heading?.trim() ?? '';
	return {
		id: `paper-${fingerprint(`${heading ?? ''}\n${name}`)}`,
		name: name.trim().replace(/^[-+*•]\s*/, ''),
		...(group === '' ? {} : { case: group }),
		optional: narrowing.test(name) || narrowing.test(group),
	};
}

/** FNV-1a, 32 bits: names a paper, guards nothing. */
function fingerprint(text: string): string {
	let hash = 0x811c9dc5;
	for (const unit of text) hash = Math.imul(hash ^ (unit.codePointAt(0) as number), 0x01000193);
	return (hash >>> 0).toString(16).padStart(8, '0');
}
