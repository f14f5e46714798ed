const sign =
	/^\s*(?:(?:[-+*•–]|\(?(?:[a-zđ]|[ivx]{1,4})\)|\(?\d{1,2}\)|\d{1,2}\.(?=\s)|[a-zđ]\.(?=\s))\s*)+/u;

/** "- Tờ khai", "a) Tờ khai" → "Tờ khai". A name that is nothing but signs stays as it is. */
export function withoutListSign(text: string): string {
	const bare = text.replace(sign, '');
	return /[\p{L}\d]/u.test(bare) ? bare : text;
}
