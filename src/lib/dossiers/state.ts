/**
 * Where a dossier is once the server has it.
 * `received` ("Máy chủ đã nhận") is not `accepted` ("cán bộ đã tiếp nhận"): only from `accepted` on is there a return date.
 */
export const dossierStates = [
	'received',
	'accepted',
	'moreRequested',
	'refused',
	'decided',
	'returned',
	'withdrawn',
] as const;

export type DossierState = (typeof dossierStates)[number];
