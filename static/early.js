// A thin line brings the words long before the app: the last tap on a large button is kept until somebody can answer it.
addEventListener(
	'click',
	(event) => {
		const button = event.target.closest?.('[data-early]');
		if (!button || 'ready' in document.documentElement.dataset) return;
		document.documentElement.dataset.early = button.dataset.early;
		button.setAttribute('aria-busy', 'true');
	},
	true,
);
