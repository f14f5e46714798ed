// A thin line brings the words long before the app: the last button or choice tapped is kept until somebody can answer it.
addEventListener(
	'click',
	(event) => {
		const control = event.target.closest?.('button, [type=radio], [type=checkbox]');
		if (!control || 'ready' in document.documentElement.dataset) return;
		for (const name of ['data-early', 'aria-busy']) {
			document.querySelector(`[${name}]`)?.removeAttribute(name);
			control.setAttribute(name, 'true');
		}
	},
	true,
);
