/** Browsers inside other apps: they keep little, and their microphone is mostly closed. */
const apps: readonly (readonly [name: string, sign: RegExp])[] = [
	['Zalo', /\bzalo\b/i],
	['Messenger', /FBAN\/Messenger|FB_IAB\/(MESSENGER|Orca)|\bMessengerLite/i],
	['Instagram', /\bInstagram\b/],
	['TikTok', /\b(musical_ly|BytedanceWebview|TikTok)/i],
	['Facebook', /\bFB(AN|AV|_IAB)\b|\bFB(AN|AV|_IAB)\//],
];

/** @returns the app in whose own browser the page is open, by the name people know; undefined in a browser proper */
export const appOf = (userAgent: string): string | undefined =>
	apps.find(([, sign]) => sign.test(userAgent))?.[0];

export type System = 'android' | 'ios' | 'other';

/** @param touchPoints an iPad calls itself a Macintosh, but no Mac has a touch screen */
export function systemOf(userAgent: string, touchPoints: number): System {
	if (/Android/i.test(userAgent)) return 'android';
	if (/iPhone|iPad|iPod/.test(userAgent)) return 'ios';
	return /Macintosh/.test(userAgent) && touchPoints > 1 ? 'ios' : 'other';
}

/** An address that Android opens in the phone's own browser. A fragment cannot be carried along. */
export function intentLink(address: string): string {
	const { protocol, host, pathname, search } = new URL(address);
	const scheme = protocol.slice(0, -1);
	return `intent://${host}${pathname}${search}#Intent;scheme=${scheme};action=android.intent.action.VIEW;category=android.intent.category.BROWSABLE;end`;
}
