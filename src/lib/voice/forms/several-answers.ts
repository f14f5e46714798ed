import { tidy } from '#lib/vietnamese/index.ts';
import type { PlainQuestion } from '#lib/forms/index.ts';

/** Words before an answer that tell which question it answers. */
const cues: Readonly<Partial<Record<PlainQuestion['kind'], readonly string[]>>> = {
	birthDate: ['ngày sinh', 'sinh ngày', 'sinh năm', 'sinh'],
	idNumber: ['số định danh', 'số căn cước', 'căn cước công dân', 'căn cước'],
	phone: ['số điện thoại', 'điện thoại', 'số máy'],
	email: ['thư điện tử', 'email'],
};

/** Options of one word that stand in any sentence, and in dates. */
const little = new Set(['không', 'có', 'con', 'năm']);
const askers = new Set(['số', 'có', 'bạn', 'địa', 'cha', 'người']);

function cuesOf(question: PlainQuestion): readonly string[] {
	const own = cues[question.kind];
	if (own) return own;
	const start = question.short.toLowerCase().split(' ').slice(0, 2);
	const named = start.length === 2 && !askers.has(start[0] ?? '') ? [start.join(' ')] : [];
	if (question.kind === 'choice') {
		// "nam", "nữ": the answer itself.
		const short = question.options.map(({ label }) => label.toLowerCase());
		return [...named, ...short.filter((label) => !label.includes(' ') && !little.has(label))];
	}
	return named;
}

export interface Part {
	/** of the question, in the list */
	readonly at: number;
	readonly text: string;
}

/** At most so many questions ahead. */
const ahead = 6;

/**
 * Cuts an utterance that may answer several questions into parts, one for each: by commas, or by the words that name
 * a question ("Lê Minh An sinh ngày mười hai tháng tư là nữ"). The first part answers the first question.
 * @returns undefined where there is but one part
 */
export function cutAnswers(
	text: string,
	questions: readonly PlainQuestion[],
): readonly Part[] | undefined {
	const said = tidy(text);
	const next = questions.slice(1, ahead);
	const lower = ` ${said.toLowerCase().replace(/[,;]/g, ' , ').replace(/\s+/g, ' ')} `;
	const words = lower.trim().split(' ');
	const starts: { readonly at: number; readonly word: number }[] = [];
	let from = 1;
	next.forEach((question, index) => {
		const found = cuesOf(question)
			.map((cue) => placeOf(words, cue.split(' '), from))
			.filter((place) => place > 0);
		const word = Math.min(...found);
		if (!Number.isFinite(word)) return;
		starts.push({ at: index + 1, word });
		from = word + 1;
	});
	if (starts.length > 0) {
		const ends = [...starts.slice(1).map(({ word }) => word), words.length];
		return [{ at: 0, word: 0 }, ...starts].map(({ at, word }, index) => ({
			at,
			text: clean(words.slice(word, index === 0 ? starts[0]?.word : ends[index - 1])),
		}));
	}
	const pieces = said.split(/\s*[,;]\s*/).filter((piece) => piece !== '');
	if (pieces.length < 2 || pieces.length > ahead) return undefined;
	return pieces.map((piece, at) => ({ at, text: piece }));
}

const clean = (words: readonly string[]) =>
	words
		.join(' ')
		.replace(/ ?, ?/g, ', ')
		.replace(/^[, ]+|[, ]+$/g, '')
		.replace(/(?: (?:và|là|bé|con|giới tính))+$/u, '');

function placeOf(words: readonly string[], cue: readonly string[], from: number): number {
	for (let at = from; at + cue.length <= words.length; at++)
		if (cue.every((word, offset) => words[at + offset] === word)) return at;
	return -1;
}
