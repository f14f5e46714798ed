import { ref, schemas } from './schemas.ts';

/** An answer of one kind, or without a body. */
const says = (description: string, schema?: keyof typeof schemas, headers?: object) => ({
	description,
	...(headers ? { headers } : {}),
	...(schema ? { content: { 'application/json': { schema: ref(schema) } } } : {}),
});
const header = (description: string) => ({ description, schema: { type: 'string' } });
const bytes = (description: string, type = 'application/octet-stream') => ({
	description,
	content: { [type]: { schema: { type: 'string', format: 'binary' } } },
});

const later = { 'Retry-After': header('seconds') };
const busy = {
	429: says('too many requests or guesses', 'Message', later),
	503: says('cannot be done at the moment', 'Message', later),
};
const notAllowed = { 401: says('code, secret or PIN is wrong, whichever', 'Message') };

const inPath = (name: string, description: string) => ({
	name,
	in: 'path',
	required: true,
	description,
	schema: { type: 'string' },
});
const inHeader = (name: string, description: string, required = true) => ({
	name,
	in: 'header',
	required,
	description,
	schema: { type: 'string' },
});
const inQuery = (name: string, description: string) => ({
	name,
	in: 'query',
	description,
	schema: { type: 'integer' },
});
const device = inHeader(
	'X-Device',
	'random text a device keeps, for its own share of the limits',
	false,
);
const idOrCode = inPath('id', 'PUT: the id that the phone gave; else the code on the receipt');
const tus = inHeader('Tus-Resumable', '1.0.0');
const uploadId = inPath('path', 'as Location gave it');
const person = [{ receiptSecret: [] }, { pin: [] }];
const json = (schema: keyof typeof schemas) => ({
	required: true,
	content: { 'application/json': { schema: ref(schema) } },
});
const tusAnswers = {
	404: says('no such upload'),
	410: says('its bytes were lost: begin again'),
	412: says('Tus-Resumable is missing'),
	413: says('over 20 MB', 'Message'),
	415: says('not a PDF, JPEG, PNG, WEBP or HEIC, or not the announced kind', 'Message'),
	460: says('not the announced hash: it was thrown away', 'Message'),
	...busy,
};

/** OpenAPI 3.1 of every route that is no page. */
export const openApi = {
	openapi: '3.1.0',
	info: {
		title: 'Một Cửa Nói',
		version: '1',
		description:
			'Dossiers are handed in exactly once: whoever puts the same body again gets the same receipt. Names of fields never change; fields may be added.',
		license: { name: 'GPL-3.0-or-later', identifier: 'GPL-3.0-or-later' },
	},
	paths: {
		'/api/dossiers/{id}': {
			parameters: [idOrCode],
			put: {
				operationId: 'putDossier',
				summary: 'Hand a dossier in',
				parameters: [
					device,
					inHeader('Content-Encoding', 'gzip, where the body is sent so', false),
				],
				requestBody: json('DossierBody'),
				responses: {
					200: says('received before: the same receipt', 'Receipt'),
					201: says('received', 'Receipt'),
					202: says('declared files are not here yet', 'Missing'),
					400: says('no JSON, or broken gzip', 'Errors'),
					409: says('another content under this id', 'Message'),
					413: says('larger than 1 MB, as sent or uncompressed', 'Message'),
					415: says('not application/json, or another encoding than gzip', 'Message', {
						'Accept-Encoding': header('gzip, where the encoding is meant'),
					}),
					422: says('not a dossier that can be taken', 'Errors'),
					...busy,
				},
			},
			get: {
				operationId: 'getDossier',
				summary: 'Where a dossier is',
				security: person,
				responses: { 200: says('its state', 'DossierStatus'), ...notAllowed, ...busy },
			},
			delete: {
				operationId: 'eraseDossier',
				summary: 'Withdraw a dossier and erase its content',
				security: person,
				responses: {
					204: says('erased, now or before'),
					...notAllowed,
					409: says('an officer has accepted it', 'Message'),
					...busy,
				},
			},
		},
		'/api/dossiers/{id}/copy': {
			parameters: [idOrCode],
			get: {
				operationId: 'copyDossier',
				summary: 'Everything that is kept about a dossier',
				security: person,
				responses: { 200: says('the copy', 'DossierCopy'), ...notAllowed, ...busy },
			},
		},
		'/api/dossiers/{id}/files/{attachment}': {
			parameters: [idOrCode, inPath('attachment', 'id of the attachment')],
			get: {
				operationId: 'getFile',
				summary: 'The bytes of an attachment',
				security: person,
				responses: {
					200: bytes('the file'),
					...notAllowed,
					404: says('no such file', 'Message'),
					...busy,
				},
			},
		},
		'/api/dossiers/{id}/pin': {
			parameters: [idOrCode],
			put: {
				operationId: 'setPin',
				summary: 'Choose the PIN that opens a dossier without its receipt',
				security: [{ receiptSecret: [] }],
				requestBody: {
					required: true,
					content: {
						'application/json': {
							schema: {
								type: 'object',
								properties: { pin: { type: 'string', pattern: '^\\d{6,12}$' } },
								required: ['pin'],
							},
						},
					},
				},
				responses: {
					204: says('set'),
					...notAllowed,
					422: says('no PIN, or too easy', 'Errors'),
					...busy,
				},
			},
		},
		'/api/dossiers/{id}/consents/{purpose}': {
			parameters: [idOrCode, inPath('purpose', 'of the consent')],
			delete: {
				operationId: 'withdrawConsent',
				summary: 'Withdraw a consent',
				security: person,
				responses: {
					204: says('withdrawn'),
					...notAllowed,
					404: says('no such consent', 'Message'),
					...busy,
				},
			},
		},
		'/api/uploads': {
			post: {
				operationId: 'beginUpload',
				summary: 'Announce a file (tus 1.0 creation, creation-with-upload)',
				parameters: [
					tus,
					device,
					inHeader('Upload-Length', 'bytes of the whole file, at most 20 MB'),
					inHeader(
						'Upload-Metadata',
						'dossier, attachment, sha256, filename, filetype: all required, base64 as tus says',
					),
				],
				responses: {
					201: says('begun', undefined, { Location: header('where its bytes go') }),
					422: says('metadata missing or wrong', 'Errors'),
					...tusAnswers,
				},
			},
			options: {
				operationId: 'uploadOptions',
				summary: 'What of tus is spoken',
				responses: { 204: says('in the headers') },
			},
		},
		'/api/uploads/{path}': {
			parameters: [uploadId, tus],
			head: {
				operationId: 'uploadOffset',
				summary: 'How far an upload is',
				responses: {
					200: says('so far', undefined, { 'Upload-Offset': header('bytes that are here') }),
					...tusAnswers,
				},
			},
			patch: {
				operationId: 'continueUpload',
				summary: 'More bytes of a file',
				parameters: [inHeader('Upload-Offset', 'where they begin')],
				requestBody: {
					required: true,
					content: {
						'application/offset+octet-stream': { schema: { type: 'string', format: 'binary' } },
					},
				},
				responses: {
					204: says('taken', undefined, { 'Upload-Offset': header('bytes that are here now') }),
					409: says('not where the upload is'),
					...tusAnswers,
				},
			},
			delete: {
				operationId: 'giveUpUpload',
				summary: 'Give an unfinished upload up',
				responses: { 204: says('gone'), ...tusAnswers },
			},
		},
		'/api/keys': {
			get: {
				operationId: 'getKeys',
				summary: 'The keys that receipts are verified with and files are sealed to',
				responses: {
					200: {
						description: 'a JWK set',
						content: { 'application/jwk-set+json': { schema: ref('KeySet') } },
					},
				},
			},
		},
		'/api/openapi.json': {
			get: {
				operationId: 'getOpenApi',
				summary: 'This description',
				responses: {
					200: {
						description: 'OpenAPI 3.1',
						content: { 'application/json': { schema: { type: 'object' } } },
					},
				},
			},
		},
		'/api/procedures/{code}': {
			parameters: [inPath('code', 'of the procedure, 1.001193')],
			get: {
				operationId: 'getProcedure',
				summary: 'One procedure',
				responses: {
					200: says('as citizens read it', 'Procedure'),
					404: says('nobody knows it', 'Reason'),
					422: says('no code', 'Reason'),
				},
			},
		},
		'/api/speech-token': {
			post: {
				operationId: 'issueSpeechToken',
				summary: "A token for the operator's speech service, after the person's own consent",
				responses: {
					200: says('short-lived', 'SpeechToken'),
					404: says('the operator has none', 'Reason'),
					503: says('the service gave none', 'Reason'),
				},
			},
		},
		'/packs/{name}': {
			parameters: [
				inPath(
					'name',
					'manifest.json, <sha256>.json, or since-<version>.json: what is new since that',
				),
			],
			get: {
				operationId: 'getPack',
				summary: 'The published catalogue',
				parameters: [
					inQuery(
						'from',
						'goes on with a pack at this uncompressed byte, a multiple of 16384; anything else gives the whole',
					),
				],
				responses: {
					200: says('a manifest, what is new in it, a pack, or the rest of a pack', 'Manifest', {
						'Pack-From': header('the first uncompressed byte; absent: the whole'),
					}),
					304: says('unchanged'),
					404: says('not published', 'Reason'),
				},
			},
		},
		'/voice-pack/{name}': {
			parameters: [inPath('name', 'manifest.json or a file it names')],
			get: {
				operationId: 'getVoicePack',
				summary: "The operator's pack for listening offline",
				responses: { 200: bytes('manifest or file'), 404: says('there is none', 'Reason') },
			},
		},
		'/healthz': {
			get: {
				operationId: 'getHealth',
				summary: 'For balancers and watchers',
				responses: { 200: says('can serve', 'Health'), 503: says('cannot', 'Health') },
			},
		},
	},
	components: {
		schemas,
		securitySchemes: {
			receiptSecret: {
				type: 'http',
				scheme: 'bearer',
				description: 'the secret of the receipt',
			},
			pin: {
				type: 'apiKey',
				in: 'header',
				name: 'Authorization',
				description: '`PIN <6 to 12 digits>`, where the person chose one; guesses are made to wait',
			},
		},
	},
} as const;
