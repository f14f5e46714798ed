/** What a refused upload is told, in the words of `content/`. */
export interface UploadMessages {
	readonly dossier: string;
	readonly attachment: string;
	readonly sha256: string;
	readonly filename: string;
	readonly notTaken: string;
	readonly otherKind: string;
	readonly wrongHash: string;
	readonly tooLarge: string;
	readonly tooMany: string;
	readonly unavailable: string;
}
