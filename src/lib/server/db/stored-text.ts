/**
 * PostgreSQL stores every character but U+0000, which a file's name may have on its way here. It is kept as U+FFFE,
 * which no text has.
 */
export const toStored = (text: string) => text.replaceAll('\0', '\ufffe');
export const fromStored = (text: string) => text.replaceAll('\ufffe', '\0');
