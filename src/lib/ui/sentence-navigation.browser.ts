/** Sentences as places to start reading from: by a tap, or by keyboard with one stop in the tab order. */

const sentences = '[data-sentence]:not(h1, h2)';

export interface SentenceActions {
	/** tapped, or Enter */
	read(sentenceId: string): void;
	/** id of the element that says what Enter does */
	readonly hint: string;
}

export interface SentenceNavigation {
	/** The sentence that the tab key leads to, unless the focus is among them already. */
	offer(sentenceId: string | undefined): void;
	destroy(): void;
}

export function createSentenceNavigation(
	root: HTMLElement,
	{ read, hint }: SentenceActions,
): SentenceNavigation {
	let stop: HTMLElement | undefined;

	const makeStop = (element: HTMLElement | undefined) => {
		if (element === stop) return;
		for (const name of ['tabindex', 'role', 'aria-describedby']) stop?.removeAttribute(name);
		stop = element;
		stop?.setAttribute('tabindex', '0');
		stop?.setAttribute('role', 'button');
		stop?.setAttribute('aria-describedby', hint);
	};
	const sentenceAt = (target: EventTarget | null) =>
		target instanceof Element
			? (target.closest<HTMLElement>('[data-sentence]') ?? undefined)
			: undefined;

	const onclick = (event: MouseEvent) => {
		const isChosen = event.target instanceof Element && event.target.closest('a, button');
		// Choosing words to copy is no tap.
		const isSelecting = getSelection()?.isCollapsed === false;
		const id = sentenceAt(event.target)?.dataset.sentence;
		if (id !== undefined && !isChosen && !isSelecting) read(id);
	};

	const onkeydown = (event: KeyboardEvent) => {
		if (event.target !== stop || !stop) return;
		if (event.ctrlKey || event.altKey || event.metaKey) return;
		if (event.key === 'Enter' || event.key === ' ') {
			event.preventDefault();
			read(stop.dataset.sentence ?? '');
		}
		if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
			const all = [...root.querySelectorAll<HTMLElement>(sentences)];
			const next = all[all.indexOf(stop) + (event.key === 'ArrowDown' ? 1 : -1)];
			if (!next) return;
			event.preventDefault();
			makeStop(next);
			next.focus();
		}
	};

	root.addEventListener('click', onclick);
	root.addEventListener('keydown', onkeydown);

	return {
		offer(sentenceId) {
			if (stop && stop.isConnected && stop === document.activeElement) return;
			const wanted =
				sentenceId === undefined
					? undefined
					: root.querySelector<HTMLElement>(
							`[data-sentence="${CSS.escape(sentenceId)}"]:not(h1, h2)`,
						);
			const kept = stop?.isConnected ? stop : undefined;
			makeStop(wanted ?? kept ?? root.querySelector<HTMLElement>(sentences) ?? undefined);
		},
		destroy() {
			makeStop(undefined);
			root.removeEventListener('click', onclick);
			root.removeEventListener('keydown', onkeydown);
		},
	};
}
