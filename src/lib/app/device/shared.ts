/** What another app shares with this one becomes a search, or opens the procedure that a link names. */

/** As the share sheet hands it over; any part may be missing, and Android puts links into `text`. */
export interface Shared {
	readonly title?: string | null;
	readonly text?: string | null;
	readonly url?: string | null;
}

export type Meant =
	| { readonly code: string }
	/** to be searched for; may be empty, when nothing that can be read was shared */
	| { readonly query: string };

/** A procedure's code; portals write more digits after it (`1.001193.000.00.00.H57`). */
const codeInLink = /(?<![\d.])(\d\.\d{6})(?!\d)/;
const codeAlone = /^\W*(\d\.\d{6})\W*$/;
const link = /\b(?:https?:\/\/|www\.)\S+/giu;
/** A longer text is told by its beginning: what a person wants is said first, and an index of words gains nothing by more. */
const longest = 120;

export function readShared({ title, text, url }: Shared): Meant {
	const texts = [text, title].map((part) => part ?? '');
	const links = [url ?? '', ...texts.flatMap((part) => part.match(link) ?? [])];
	for (const address of links) {
		const [, code] = codeInLink.exec(decoded(address)) ?? [];
		if (code) return { code };
	}
	const [said = '', named = ''] = texts.map((part) => tidy(part.replace(link, ' ')));
	const [, alone] = codeAlone.exec(said) ?? [];
	if (alone) return { code: alone };
	const query = cut(said) || cut(withoutSite(named)) || links.map(lastWords).find(Boolean) || '';
	return { query };
}

const tidy = (text: string) =>
	text
		.replace(/["“”«»]/g, ' ')
		.replace(/[^\S\n]+/g, ' ')
		.replace(/ *\n\s*/g, '\n')
		.replace(/^[\s.…:;,–-]+|[\s…:;,–-]+$/g, '');

/** The first line or sentence that says something; a long one ends at a word. */
function cut(text: string): string {
	const parts = text.split(/\n|(?<=[.?!…])\s+/).map((part) => part.replace(/[.?!…]+$/, '').trim());
	const first = parts.find((part) => part.split(' ').length > 1) ?? parts.find(Boolean) ?? '';
	if (first.length <= longest) return first;
	return first.slice(0, longest + 1).replace(/\s+\S*$/, '');
}

/** "Đăng ký khai sinh | Cổng Dịch vụ công" → what the page is about. */
const withoutSite = (title: string) => title.split(/\s[|–—-]\s/)[0] ?? '';

/** The words of a link's last part: `/dang-ky-khai-sinh.html` → "dang ky khai sinh". */
function lastWords(address: string): string {
	const [path = ''] = decoded(address).split(/[?#]/);
	const last =
		path
			.replace(/^\S*?\/\/[^/]*/, '')
			.split('/')
			.filter(Boolean)
			.at(-1) ?? '';
	const words = last.replace(/\.\w+$/, '').split(/[-_+\s]+/);
	const isText = words.length > 1 && words.every((word) => /^\p{L}*\d{0,3}$/u.test(word));
	return isText ? words.join(' ').trim() : '';
}

function decoded(address: string): string {
	try {
		return decodeURIComponent(address);
	} catch {
		return address;
	}
}
