/** Name of the highlight in the style sheet, `::highlight(spoken-word)`. */
const name = 'spoken-word';

/**
 * Marks characters of an element's text without touching the page, so that nothing moves and nothing is said again.
 * Where the CSS Custom Highlight API is missing (Chrome before 105, Safari before 17.2) the sentence alone is marked.
 * @returns takes the mark away
 */
export function highlightWord(
	element: Element,
	[start, end]: readonly [number, number],
): () => void {
	const node = element.firstChild;
	if (!('highlights' in CSS) || !(node instanceof Text) || end > node.length)
		return () => undefined;
	const range = document.createRange();
	range.setStart(node, start);
	range.setEnd(node, end);
	CSS.highlights.set(name, new Highlight(range));
	return () => CSS.highlights.delete(name);
}
