const vietnamese = /^0[1-9]\d{8,9}$/;
const foreign = /^\+[1-9]\d{7,14}$/;
/** Prefixes of mobile numbers and of landlines since 2017; Circular 22/2014/TT-BTTTT as amended. */
const prefixOfToday = /^0(?:[35789]\d{8}|2\d{9})$/;

/**
 * A phone number without its separators, Vietnamese ones from 0: "+84 912 345 678" → "0912345678"; others from "+".
 * `undefined` if it is none.
 */
export function readPhone(text: string): string | undefined {
	if (text.length > 40) return undefined;
	const digits = text.replace(/[\s.()\-–]/g, '').replace(/^(?:\+|00)?84(?=[1-9]\d{8})/, '0');
	return vietnamese.test(digits) || foreign.test(digits) ? digits : undefined;
}

/** Prefixes come and go, so an unknown one is worth a question, not a refusal. */
export const isUsualPhone = (phone: string) => phone.startsWith('+') || prefixOfToday.test(phone);
