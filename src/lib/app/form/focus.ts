/** A new place of a form begins at its heading: a screen reader reads from there. An attachment for any element on it. */
export const focusHeading = (element: Element) => {
	element.ownerDocument.querySelector<HTMLElement>('main h1')?.focus();
};
