/**
 * Answers as they are stored and sent: the id of a question → its value; a repeat holds a list of the same. Never
 * changed in place: each helper returns new answers and leaves the old ones for undo and for drafts.
 */
export type Answer = string | number | boolean | readonly Answers[];
export interface Answers {
	readonly [id: string]: Answer;
}

/** Where an answer stands: `fullName`, or `people.2.fullName` for the third person. */
export type Path = string;

/** One answer by the question's own id; names every object has by itself are no answers. */
export const ownAnswer = (answers: Answers, id: string): Answer | undefined =>
	Object.hasOwn(answers, id) ? answers[id] : undefined;

/** The persons of a repeat. */
export function itemsOf(answers: Answers, repeat: string): readonly Answers[] {
	const items = ownAnswer(answers, repeat);
	return Array.isArray(items) ? (items as readonly Answers[]) : [];
}

/** A blank text is no answer. */
export const isAnswered = (value: unknown): boolean =>
	typeof value === 'string' ? value.trim() !== '' : value !== undefined && value !== null;

export function answerAt(answers: Answers, path: Path): Answer | undefined {
	const [id, index, inner] = parts(path);
	if (index === undefined || inner === undefined) return ownAnswer(answers, id);
	const item = itemsOf(answers, id)[index];
	return item && ownAnswer(item, inner);
}

/**
 * The answers with one more, or another, or without (`undefined`, or blank text).
 * @throws RangeError for a person further than one past the last
 */
export function withAnswer(answers: Answers, path: Path, value: Answer | undefined): Answers {
	const [id, index, inner] = parts(path);
	if (index === undefined || inner === undefined) return set(answers, id, value);
	const items = itemsOf(answers, id);
	if (index > items.length) throw new RangeError(`${path}: there are only ${items.length}`);
	const item = set(items[index] ?? {}, inner, value);
	return set(answers, id, [...items.slice(0, index), item, ...items.slice(index + 1)]);
}

/** One more person at the end. */
export const withItem = (answers: Answers, repeat: string, item: Answers = {}): Answers =>
	set(answers, repeat, [...itemsOf(answers, repeat), item]);

export const withoutItem = (answers: Answers, repeat: string, index: number): Answers =>
	set(
		answers,
		repeat,
		itemsOf(answers, repeat).filter((_, at) => at !== index),
	);

/** The person at `from` taken to `to`; the others close up. Out of range: as it was. */
export function withItemMoved(answers: Answers, repeat: string, from: number, to: number): Answers {
	const items = [...itemsOf(answers, repeat)];
	const item = items[from];
	if (item === undefined || items[to] === undefined) return answers;
	items.splice(from, 1);
	items.splice(to, 0, item);
	return set(answers, repeat, items);
}

function set(answers: Answers, id: string, value: Answer | undefined): Answers {
	if (isAnswered(value)) return { ...answers, [id]: value as Answer };
	return Object.fromEntries(Object.entries(answers).filter(([key]) => key !== id));
}

function parts(path: Path): [id: string, index: number | undefined, inner: string | undefined] {
	const [id = '', index, inner] = path.split('.');
	return [id, index === undefined ? undefined : Number(index), inner];
}
