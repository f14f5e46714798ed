/** The words of `content/` for whoever asks for a dossier. */
export interface AccessMessages {
	readonly refused: string;
	readonly wait: string;
	readonly tooMany: string;
	readonly unavailable: string;
	readonly pinForm: string;
	readonly pinTooEasy: string;
	readonly noFile: string;
	readonly noConsent: string;
	readonly inProcess: string;
}
