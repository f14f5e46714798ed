/** What can be pressed, filled in or followed on the open screen, by the names a person sees and hears. */
export interface Control {
	readonly element: HTMLElement;
	/** accessible name first */
	readonly names: readonly string[];
	/** @returns false: only a finger may do it */
	act(): boolean;
}

const selector =
	'a[href], button, input:not([type="hidden"]), select, textarea, summary, [role="option"], [role="button"], audio[controls]';

const squeeze = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();

/** Text that is seen: symbols hidden from screen readers are no words. */
function seen(element: Element): string {
	const copy = element.cloneNode(true) as Element;
	for (const hidden of copy.querySelectorAll('[aria-hidden="true"], svg')) hidden.remove();
	return squeeze(copy.textContent);
}

const byIds = (element: Element, ids: string | null) =>
	squeeze(
		(ids ?? '')
			.split(/\s+/)
			.map((id) =>
				seen(element.ownerDocument.getElementById(id) ?? element.ownerDocument.createElement('i')),
			)
			.join(' '),
	);

/** The first that names it, as browsers compute it for these elements; then what is seen on it. */
function namesOf(element: HTMLElement): string[] {
	const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : [];
	const isField = element.matches('input, select, textarea');
	const names = [
		byIds(element, element.getAttribute('aria-labelledby')),
		squeeze(element.getAttribute('aria-label')),
		squeeze(labels.map(seen).join(' ')),
		isField ? '' : seen(element),
		squeeze(element.getAttribute('title')),
		squeeze(element.getAttribute('placeholder')),
		// An option's first line is its name.
		element.matches('[role="option"]') ? seen(element.firstElementChild ?? element) : '',
	];
	return [...new Set(names.filter((name) => name !== ''))];
}

/** A field to be filled in. */
export const isFilled =
	'input:not([type="checkbox"], [type="radio"], [type="button"], [type="submit"], [type="file"]), select, textarea';

function act(element: HTMLElement): boolean {
	element.scrollIntoView({ block: 'nearest' });
	element.focus();
	// Browsers open the camera and the list of files for a finger only, or shortly after one.
	if (element.matches('[data-picker]') && navigator.userActivation?.isActive === false)
		return false;
	// A field is filled in next, by keys or by what is said.
	if (!element.matches(isFilled)) element.click();
	return true;
}

function choose(select: HTMLSelectElement, value: string) {
	select.focus();
	select.value = value;
	select.dispatchEvent(new Event('input', { bubbles: true }));
	select.dispatchEvent(new Event('change', { bubbles: true }));
	return true;
}

const isShown = (element: HTMLElement) =>
	element.checkVisibility?.() !== false && !element.closest('[aria-hidden="true"], [inert]');

/** In the order of the page: what it holds first, the way home and the large buttons after. */
export function controlsOf(page: Document): readonly Control[] {
	const all = [...page.querySelectorAll<HTMLElement>(selector)].filter(
		(element) => isShown(element) && !element.matches(':disabled'),
	);
	return all.flatMap((element): Control[] => {
		const own = { element, names: namesOf(element), act: () => act(element) };
		if (!(element instanceof HTMLSelectElement)) return [own];
		return [
			own,
			...[...element.options].map((option) => ({
				element,
				names: [squeeze(option.textContent)],
				act: () => choose(element, option.value),
			})),
		];
	});
}

/** What can be pressed on the page itself, by name; sentences to read from and options of lists are left out. */
export const namesOnScreen = (page: Document): readonly string[] =>
	controlsOf(page)
		.filter(({ element }) => element.closest('main') && !element.matches('[role], select'))
		.flatMap(({ names: [name] }) => name ?? []);
