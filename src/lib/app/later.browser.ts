/**
 * Larger parts that the shell fetches when they are near. A small file of its own: the lists of files they are made of,
 * and their styles, stay out of the first load.
 */
export const loadTalk = () => import('./voice/talk.svelte.ts').then(({ talk }) => talk);
export const loadConsentQuestion = () =>
	import('./ConsentQuestion.svelte').then((part) => part.default);
export const loadListenDock = () => import('./ListenDock.svelte').then((part) => part.default);
export const loadReadingPanel = () => import('./ReadingPanel.svelte').then((part) => part.default);
export const loadNotices = () => import('./device/notices.ts');
