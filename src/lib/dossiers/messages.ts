/** What a refused body is told, in the words of `content/`. Each may be shown at the field and spoken. */
export interface DossierMessages {
	readonly notAnObject: string;
	readonly unknownField: string;
	readonly id: string;
	readonly procedure: string;
	readonly unit: string;
	readonly formId: string;
	readonly formVersion: string;
	readonly answers: string;
	readonly answerValue: string;
	readonly text: string;
	readonly forbiddenName: string;
	readonly tooDeep: (levels: number) => string;
	readonly tooLarge: (bytes: number) => string;
	readonly attachments: string;
	readonly tooManyAttachments: (most: number) => string;
	readonly attachmentId: string;
	readonly sameAttachmentTwice: string;
	readonly attachmentName: (most: number) => string;
	readonly attachmentType: string;
	readonly attachmentBytes: string;
	readonly hash: string;
	readonly createdAt: string;
}
