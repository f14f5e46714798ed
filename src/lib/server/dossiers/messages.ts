/** What a refused `PUT` is told, in the words of `content/`. Each may be shown and spoken. */
export interface IntakeMessages {
	readonly notJson: string;
	readonly notJsonType: string;
	readonly unknownEncoding: string;
	readonly tooLarge: string;
	readonly tooMany: string;
	readonly unavailable: string;
	readonly conflict: string;
	readonly otherId: string;
	readonly wrongHash: string;
	readonly unknownProcedure: string;
	readonly unknownUnit: string;
	readonly unknownForm: string;
	readonly unknownVersion: string;
	readonly formNotForProcedure: string;
}
