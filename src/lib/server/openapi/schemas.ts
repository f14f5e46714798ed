const text = (description: string, pattern?: string) => ({
	type: 'string',
	description,
	...(pattern ? { pattern } : {}),
});
const object = (
	properties: Readonly<Record<string, object>>,
	optional: readonly string[] = [],
) => ({
	type: 'object',
	properties,
	required: Object.keys(properties).filter((name) => !optional.includes(name)),
});
const list = (items: object) => ({ type: 'array', items });
export const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const sha256 = text('lower-hex SHA-256', '^[0-9a-f]{64}$');
const time = { type: 'string', format: 'date-time', description: 'ISO 8601' };

const attachment = object({
	id: text('unique in the dossier', '^[A-Za-z0-9_-]{1,64}$'),
	name: text('any text, never a path'),
	type: text('media type'),
	bytes: { type: 'integer', minimum: 0 },
	sha256,
});

const receipt = {
	code: text('to be read out', '^H\\d{2}-\\d{6}-\\d{4,}$'),
	receivedAt: time,
	sha256,
	secret: text('proves who handed it in'),
	keyId: text('name of the key in /api/keys'),
	signature: text('base64url Ed25519 over the RFC 8785 form of {code,keyId,receivedAt,sha256}'),
};

const status = {
	code: receipt.code,
	procedure: text('code of the procedure'),
	unit: text('code of the receiving commune or province'),
	state: text('received, accepted, moreRequested, refused, decided, returned or withdrawn'),
	receivedAt: time,
	stateAt: time,
	sha256,
	attachments: list(ref('Attachment')),
	consents: list(
		object(
			{
				purpose: text('question of the form'),
				wording: text('as it was asked'),
				givenAt: time,
				withdrawnAt: time,
			},
			['withdrawnAt'],
		),
	),
	erasedAt: time,
};

/** `components.schemas` */
export const schemas = {
	Attachment: attachment,
	DossierBody: {
		...object({
			id: text('UUIDv7, lower case'),
			procedure: text('code of the procedure', '^\\d\\.\\d{6}$'),
			unit: text('code of the receiving commune (5 digits) or province (2)', '^(\\d{2}|\\d{5})$'),
			form: object({ id: text('name'), version: { type: 'integer', minimum: 1 } }),
			answers: { type: 'object', description: 'by question' },
			attachments: { ...list(ref('Attachment')), maxItems: 50 },
			createdAt: { ...time, description: "by the phone's clock" },
			sha256: {
				...sha256,
				description: 'SHA-256 of the RFC 8785 form of the body without this field',
			},
		}),
		additionalProperties: false,
	},
	Receipt: object(receipt),
	Missing: object({ missing: list(text('id of an attachment that is not here')) }),
	Errors: object({
		errors: list(object({ path: text('of the field'), message: text('for people') })),
	}),
	Message: object({ message: text('for people, in Vietnamese') }),
	Reason: object({ reason: text('for programs') }),
	DossierStatus: object(status, ['erasedAt']),
	DossierCopy: object(
		{
			...status,
			body: ref('DossierBody'),
			log: list(object({ at: time, action: text('what was done') })),
		},
		['erasedAt', 'body'],
	),
	KeySet: object({
		keys: list(
			object(
				{
					kid: text('RFC 7638 thumbprint'),
					kty: text('OKP or EC'),
					crv: text('Ed25519 (receipts) or P-256 (sealed files)'),
					use: text('sig or enc'),
					x: text('base64url'),
					y: text('base64url, P-256 only'),
				},
				['y'],
			),
		),
	}),
	Procedure: { type: 'object', description: 'a procedure of the catalogue' },
	Manifest: { type: 'object', description: 'the published packs, or the voice pack' },
	Health: object({
		status: text('ok or unavailable'),
		database: text('ok or unreadable'),
		version: { type: 'integer' },
		procedures: { type: 'integer' },
	}),
	SpeechToken: {
		type: 'object',
		description: "a short-lived token for the operator's speech service",
	},
};
