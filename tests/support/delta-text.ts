import fc from 'fast-check';

const piece = fc.constantFrom(
	'đăng ký khai sinh, ',
	'Ủy ban nhân dân cấp xã ',
	'{"code":"1.001193",',
	'😀',
	'x',
);

/** Texts that have much in common with each other, as releases of a pack have. */
export const deltaText = fc
	.array(fc.oneof(piece, fc.string()), { maxLength: 60 })
	.map((parts) => parts.join(''));
