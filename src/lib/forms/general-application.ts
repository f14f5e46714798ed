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
 * Lines that ask for no sheet at all ("0 bản chính") are notes of the source, not papers.
 */
export function generalApplication(
	procedure: Pick<Procedure, 'requiredDocuments'>,
	general: FormDefinition,
): GeneralApplication {
	const papers = new Map<string, PaperPrompt>();
	for (const document of procedure.requiredDocuments.filter(isPaper)) {
		const prompt = toPrompt(document);
		if (!papers.has(prompt.id)) papers.set(prompt.id, prompt);
	}
	return { form: general, papers: [...papers.values()] };
}

const isPaper = ({ name, originals, copies, quantity }: RequiredDocument) =>
	name.trim() !== '' && (originals !== 0 || (copies ?? 0) > 0 || quantity !== undefined);

/** Headings that sort papers without narrowing whom they are for. */
const plainHeading =
	/^(?:thành phần )?(?:hồ sơ|giấy tờ)[^,;.]*(?:gồm|nộp|xuất trình|bao gồm)?\s*:?$|^bao gồm:?$/i;

function toPrompt({ name, case: heading }: RequiredDocument): PaperPrompt {
	const narrowed = heading !== undefined && heading.trim() !== '';
	return {
		id: `paper-${fingerprint(`${heading ?? ''}\n${name}`)}`,
		name: name.trim().replace(/^[-+*•]\s*/, ''),
		...(narrowed ? { case: heading.trim() } : {}),
		optional: /nếu có|trường hợp/i.test(name) || (narrowed && !plainHeading.test(heading.trim())),
	};
}

/** FNV-1a, 32 bits: names a paper, guards nothing. */
function fingerprint(text: string): string {
	let hash = 0x811c9dc5;
	for (const unit of text) hash = Math.imul(hash ^ (unit.codePointAt(0) as number), 0x01000193);
	return (hash >>> 0).toString(16).padStart(8, '0');
}
