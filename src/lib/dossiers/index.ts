export * from './body.ts';
export { headBytes, kindOfBytes, kindOfType } from './file-kind.ts';
export { isDossierId, newDossierId } from './id.ts';
export type { DossierMessages } from './messages.ts';
export { parseDossierBody, type ParsedBody } from './parse-body.ts';
export type { BodyError } from './report.ts';
export {
	signedText,
	verifyReceipt,
	type KeySet,
	type PublicKey,
	type ReceiptVerdict,
	type SignedReceipt,
} from './receipt-signature.ts';
export {
	openSealed,
	parseContents,
	sealDossiers,
	sealingAlgorithm,
	Unsealable,
	type DossierToSeal,
	type ReadAt,
	type SealedContents,
	type SealFault,
} from './sealed-file.ts';
export { canonicalText, hashOfBody, sealBody } from './seal.ts';
export * from './state.ts';
export { parseReceipt, type Receipt } from '#lib/outbox/index.ts';
