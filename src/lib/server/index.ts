export type { Checked, CheckOutcome } from './audit/check.ts';
export type { ImportCounts, ImportOutcome } from './catalogue/import-catalogue.ts';
export type { Published } from './catalogue/publish.ts';
export type { ServedPack } from './catalogue/served-packs.ts';
export type { CatalogueStatistics } from './catalogue/statistics.ts';
export { explainSystemFailure } from './db/database-failure.ts';
export type { DossierCounts, ReceivedDossier } from './dossiers/dossier-store.ts';
export type { DossierCopy, DossierStatus } from './access/dossier-copy.ts';
export { WrongRetention } from './access/retention.ts';
export type { BackupManifest } from './backup/backup.ts';
export type { RestoreOutcome } from './backup/restore.ts';
export { quickPut, type QuickPut } from './quick-put.ts';
export {
	answerPut,
	backUpTo,
	checkReceived,
	copyDossier,
	deleteDossier,
	dossierCounts,
	eraseByOperator,
	getCopy,
	getDossier,
	getFile,
	handleUpload,
	pathOfFile,
	purgeOverdue,
	putDossier,
	receivedDossiers,
	reasonOf,
	receiveSealed,
	restoreFrom,
	setPin,
	startPurging,
	withdrawConsent,
	type Purged,
} from './intake.ts';
export {
	closeServer,
	dataDirectory,
	ensurePublished,
	fileEntries,
	fileProcedure,
	getProcedure,
	health,
	importFiles,
	log,
	publicKeys,
	publishCatalogue,
	publishedEntries,
	readPack,
	readPackTail,
	statistics,
	type Health,
} from './runtime.ts';
export { WrongKeys } from './keys/key-store.ts';
export { sealFaults, type SealedResult } from './sealed/receive-file.ts';
export { openApi } from './openapi/document.ts';
export { issueSpeechToken, speechAccount, type SpeechToken } from './speech/azure-token.ts';
export {
	voicePackDirectory,
	voicePackFile,
	voicePackManifest,
	type VoicePackManifest,
} from './speech/voice-pack.ts';
export { thinLine } from './page/thin-line.ts';
