import { tidy } from '#lib/vietnamese/index.ts';
import type { KeptField, Role, Subject } from './entries.ts';

type Values = Readonly<Record<string, Pick<KeptField, 'value'> | undefined>>;

/** The fields that tell one from another. */
const telling = ['idNumber', 'fullName', 'birthDate', 'unit'] as const;

/** Marks tell Hoa from Hòa; capitals and spaces tell nobody from anybody. */
const plain = (value: KeptField['value']) => tidy(String(value)).toLocaleLowerCase('vi');

const agree = (a: Values, b: Values, field: string): boolean | undefined => {
	const [one, other] = [a[field], b[field]];
	return one && other ? plain(one.value) === plain(other.value) : undefined;
};

/** Both cannot be the same person or place: something that tells them apart is known of both and differs. */
export const differ = (a: Values, b: Values): boolean =>
	agree(a, b, 'idNumber') === undefined
		? telling.some((field) => agree(a, b, field) === false)
		: agree(a, b, 'idNumber') === false;

/** Both are surely the same: one number, or one name and nothing against it; a place by its address. */
export const same = (a: Values, b: Values): boolean =>
	!differ(a, b) &&
	(['idNumber', 'fullName', 'address'] as const).some((field) => agree(a, b, field) === true);

/**
 * Whose fields these are among those kept.
 * @returns undefined: somebody new
 */
export function whose(
	role: Role,
	fields: Values,
	subjects: readonly Subject[],
): Subject | undefined {
	const kin = subjects.filter((one) => (one.role === 'place') === (role === 'place'));
	const found = kin.find((one) => same(one.fields, fields));
	if (found) return found;
	// There is one "tôi" on a device: what contradicts nothing known of them is theirs.
	if (role !== 'self') return undefined;
	return kin.find((one) => one.role === 'self' && !differ(one.fields, fields));
}
