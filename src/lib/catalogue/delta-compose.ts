import type { Delta } from './delta.ts';

/** A piece of the older text, or what is new. */
type Piece = string | { readonly start: number; readonly length: number };

/** Two changes, one after the other, as one: what `applyDelta` makes of a text by `first`, then by `second`. */
export function composeDeltas(first: Delta, second: Delta): Delta {
	const middle = piecesOf(first);
	const joined: Piece[] = [];
	const put = (piece: Piece) => {
		const last = joined.at(-1);
		const one = last === undefined ? undefined : joinedPiece(last, piece);
		if (one === undefined) joined.push(piece);
		else joined[joined.length - 1] = one;
	};
	for (const piece of piecesOf(second))
		if (typeof piece === 'string') put(piece);
		else for (const part of cut(middle, piece)) put(part);
	return deltaOf(joined);
}

/** @returns undefined where one does not go on from the other */
function joinedPiece(a: Piece, b: Piece): Piece | undefined {
	if (typeof a === 'string') return typeof b === 'string' ? a + b : undefined;
	if (typeof b === 'string' || a.start + a.length !== b.start) return undefined;
	return { start: a.start, length: a.length + b.length };
}

/** Of a text given in pieces, those from `start` on. */
function* cut(pieces: readonly Piece[], { start, length }: Exclude<Piece, string>) {
	let at = 0;
	for (const piece of pieces) {
		const from = Math.max(start - at, 0);
		const to = Math.min(start + length - at, piece.length);
		if (from < to)
			yield typeof piece === 'string'
				? piece.slice(from, to)
				: { start: piece.start + from, length: to - from };
		at += piece.length;
	}
}

function piecesOf(delta: Delta): Piece[] {
	const pieces: Piece[] = [];
	let end = 0;
	for (let at = 0; at < delta.length; at++) {
		const step = delta[at]!;
		if (typeof step === 'string') pieces.push(step);
		else {
			const [start, length] = [end + step, Number(delta[++at])];
			pieces.push({ start, length });
			end = start + length;
		}
	}
	return pieces;
}

function deltaOf(pieces: readonly Piece[]): Delta {
	let end = 0;
	return pieces.flatMap((piece): Delta => {
		if (typeof piece === 'string') return [piece];
		const step = piece.start - end;
		end = piece.start + piece.length;
		return [step, piece.length];
	});
}
