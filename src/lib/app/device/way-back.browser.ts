import { pushState, replaceState } from '$app/navigation';

/**
 * Where the app was opened at a deep address and nothing lies before it, back would leave it: home is laid below. Only
 * with the first touch or key, because browsers skip what a page lays there by itself.
 */
export function layHomeBelow(): void {
	if (location.pathname === '/' || history.length > 1) return;
	const forget = new AbortController();
	const lay = () => {
		forget.abort();
		replaceState('', { home: true });
		pushState('', { opened: true });
	};
	for (const sign of ['click', 'keydown'])
		addEventListener(sign, lay, { capture: true, signal: forget.signal });
}
