import type { Procedure, RequiredDocument } from '#lib/catalogue/index.ts';
import { withoutListSign } from './list-sign.ts';
import type { ReadingMessages } from './reading-messages.ts';
import type { Section } from './script.ts';
import { SectionWriter, type Line } from './script-writer.ts';

/** Cases that only say "the dossier consists of". */
const noCase =
	/^(?:[a-z]\)\s*)?(?:bao gồm|gồm|(?:thành phần )?hồ sơ(?: bao)?(?: gồm)?)(?: có)?\s*:?\s*$/i;
/** Under this case the source keeps remarks, not papers. */
const remark = /^lưu ý\s*:?\s*$/i;

export const caseOf = ({ case: written = '' }: RequiredDocument): string | undefined =>
	noCase.test(written) || written.trim() === '' ? undefined : written.trim();

const isRemark = (paper: RequiredDocument) => remark.test(paper.case?.trim() ?? '');

/** The papers themselves: remarks that the source lists among them are not counted. */
export const papersOf = ({ requiredDocuments }: Procedure): RequiredDocument[] =>
	requiredDocuments.filter((paper) => !isRemark(paper));

function quantityOf(
	{ originals, copies, quantity }: RequiredDocument,
	words: ReadingMessages,
): string {
	const counts = [
		originals ? words.documents.originals(originals) : '',
		copies ? words.documents.copies(copies) : '',
	].filter(Boolean);
	if (counts.length) return `${counts.join(', ')}.`;
	return quantity ? words.documents.quantity(quantity) : '';
}

/** Giấy tờ cần nộp: how many, then by case each paper with its quantity and form. */
export function readDocuments(procedure: Procedure, words: ReadingMessages): Section {
	const section = new SectionWriter('documents', words.headings.documents);
	const papers = papersOf(procedure);
	if (papers.length) section.add('text', [words.documents.count(papers.length)]);
	// What is always asked for comes first: under the heading of a case it would seem to be asked for in that case only.
	const always = papers.filter((paper) => caseOf(paper) === undefined);
	const sometimes = papers.filter((paper) => caseOf(paper) !== undefined);
	const groups = new Map<string | undefined, RequiredDocument[]>();
	for (const paper of [...always, ...sometimes]) {
		const group = groups.get(caseOf(paper)) ?? [];
		group.push(paper);
		groups.set(caseOf(paper), group);
	}
	let number = 0;
	for (const [group, members] of groups) {
		if (group !== undefined) section.add('case', [{ text: group, spoken: withoutListSign(group) }]);
		for (const paper of members) {
			number++;
			const lines: Line[] = [
				{ text: paper.name, spoken: words.numbered(number, withoutListSign(paper.name)) },
			];
			const quantity = quantityOf(paper, words);
			if (quantity) lines.push({ text: quantity });
			if (paper.form) lines.push({ text: words.documents.hasForm });
			section.add('item', lines, number);
		}
	}
	for (const paper of procedure.requiredDocuments.filter(isRemark))
		section.add('note', [{ text: paper.name, spoken: withoutListSign(paper.name) }]);
	if (procedure.documentsText) {
		section.add('text', [words.summary.documentsAsText]);
		for (const paragraph of procedure.documentsText.split('\n')) section.add('text', [paragraph]);
	}
	if (section.isEmpty) section.add('text', [words.summary.noDocuments]);
	return section.finish();
}
