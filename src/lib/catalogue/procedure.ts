/**
 * The shape of one administrative procedure (thủ tục hành chính), as it is stored, published and read.
 * "Source" names the field of the national database's export a value comes from; see `import-record.ts`.
 * What a source does not say is absent or `unknown`, never guessed.
 */
import * as v from 'valibot';
import { channelKinds, codePattern, flags, levels, lifeEvents, timeUnits } from './terms.ts';

const text = (about: string) => v.pipe(v.string(), v.description(about));
const texts = (about: string) => v.pipe(v.array(v.string()), v.description(about));
const count = (about: string) =>
	v.pipe(v.number(), v.integer(), v.minValue(0), v.description(about));
const isoDate = (about: string) =>
	v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/), v.description(about));

export const processingTimeSchema = v.pipe(
	v.variant('kind', [
		v.object({
			kind: v.literal('known'),
			amount: v.pipe(v.number(), v.minValue(0), v.description('in `unit`s; may be a fraction')),
			unit: v.picklist(timeUnits),
			text: text('as the source wrote it'),
		}),
		v.object({
			kind: v.literal('unregulated'),
			text: text('the source says that no time limit is set ("Không quy định")'),
		}),
		v.object({
			kind: v.literal('described'),
			text: text('a sentence that sets more than one time, or sets it in words'),
		}),
		v.object({
			kind: v.literal('unknown'),
			text: text('empty, or a number without a unit: never read as days'),
		}),
	]),
	v.description('Thời hạn giải quyết through one channel. Source: `methods[].time`'),
);

export const feeSchema = v.pipe(
	v.object({
		kind: v.picklist(['free', 'amount', 'described', 'unknown']),
		amount: v.optional(
			v.pipe(
				v.number(),
				v.minValue(0),
				v.description('in `currency`; only where `kind` is `amount`'),
			),
		),
		currency: v.optional(v.pipe(v.picklist(['VND', 'USD', 'EUR']), v.description('ISO 4217'))),
		name: v.optional(text('"Phí" or "Lệ phí" as named by the source')),
		per: v.optional(text('what one amount pays for, e.g. "giấy chứng nhận", "lần"')),
		text: text('as the source wrote it; for `free` the reason or condition given'),
		validUntil: v.optional(isoDate('last day on which this amount holds, `YYYY-MM-DD`')),
	}),
	v.description(
		'One fee. An empty source is `unknown`, not free; `described` is text without one readable amount. Source: `methods[].fee`',
	),
);

export const channelSchema = v.pipe(
	v.object({
		kind: v.picklist(channelKinds),
		name: text('the official words: "Trực tiếp", "Trực tuyến", "Dịch vụ bưu chính"'),
		time: processingTimeSchema,
		fees: v.array(feeSchema),
		note: v.optional(text('what the source adds. Source: `methods[].desc`')),
	}),
	v.description('One way of handing in. Source: `methods[]`'),
);

export const requiredDocumentSchema = v.pipe(
	v.object({
		case: v.optional(text('in which case the paper is asked for; absent: always. Source: `case`')),
		name: text('what the paper is. Source: `components[].name`'),
		form: v.optional(text('file name of the official form. Source: `components[].form`')),
		originals: v.optional(count('sheets of original asked for; absent: unknown')),
		copies: v.optional(count('copies asked for; absent: unknown')),
		quantity: v.optional(
			text('the quantity as written, where it could not be read. Source: `qty`'),
		),
	}),
	v.description('One paper of the dossier (thành phần hồ sơ). Source: `components[]`'),
);

export const legalBasisSchema = v.pipe(
	v.object({
		number: text('official number, e.g. `123/2015/NĐ-CP`'),
		title: v.optional(text('title of the text')),
		issuedOn: v.optional(isoDate('day of issue, `YYYY-MM-DD`. Source: `date`, written DD-MM-YYYY')),
		issuer: v.optional(text('the issuing body, as the source names it')),
	}),
	v.description('One legal text (căn cứ pháp lý). Source: `legal_basis[]`'),
);

export const sourceSchema = v.pipe(
	v.object({
		name: text('who published it, e.g. "Cơ sở dữ liệu quốc gia về thủ tục hành chính"'),
		url: v.optional(text('the page of the record')),
		decision: v.optional(text('number of the decision that announced the procedure')),
		date: v.optional(isoDate('day, month or year the record was taken from its source')),
	}),
	v.description('Where facts come from, and of when they are'),
);

export const plainLayerSchema = v.pipe(
	v.object({
		summary: text('one to three short sentences of our own: what it is for'),
		who: v.optional(text('who may ask for it, in plain words')),
		where: v.optional(text('where to go, in plain words of today (two levels of government)')),
		keywords: texts('words people use for it, with marks'),
		lifeEvent: v.picklist(lifeEvents),
		priority: v.optional(
			v.pipe(
				v.number(),
				v.minValue(0),
				v.maxValue(1),
				v.description('how often people need it: 1 everyday, 0 rare'),
			),
		),
		reviewedOn: isoDate('day on which these words were last checked'),
	}),
	v.description(
		'Plain-language texts of our own, kept beside the official record of the same code',
	),
);

export const procedureSchema = v.object({
	code: v.pipe(v.string(), v.regex(codePattern), v.description('official code. Source: `code`')),
	name: v.pipe(v.string(), v.minLength(1), v.description('official name. Source: `name`')),
	ministry: text('ministry in charge. Source: `ministry`'),
	field: text('lĩnh vực. Source: `field`'),
	agency: text('cơ quan thực hiện. Source: `agency`'),
	authority: v.optional(text('who decides, where it differs from `agency`. Source: `authority`')),
	levels: v.pipe(
		v.array(v.picklist(levels)),
		v.description('levels of government. Source: `level` – unreliable, shown as official only'),
	),
	audience: texts('for whom, official words. Source: `audience`, split at commas outside brackets'),
	kind: v.optional(text('how the procedure is regulated. Source: `type`')),
	steps: texts('trình tự thực hiện, one paragraph each in source order. Source: `steps`'),
	channels: v.array(channelSchema),
	requiredDocuments: v.array(requiredDocumentSchema),
	documentsText: v.optional(
		text('the papers as raw text where they were not parsed. Source: `components_raw`'),
	),
	forms: texts('file names of official forms. Source: `forms`'),
	conditions: texts(
		'yêu cầu, điều kiện, one paragraph each; empty: none stated. Source: `conditions`',
	),
	legalBasis: v.array(legalBasisSchema),
	legalText: v.optional(
		text('legal basis as raw text, only where no number could be read. Source: `legal_text`'),
	),
	result: v.optional(text('kết quả. Source: `result`')),
	address: v.optional(text('where to hand in, as stated. Source: `address`')),
	description: v.optional(text('Source: `description`')),
	officialKeywords: v.optional(text('Source: `keywords`')),
	flags: v.array(v.picklist(flags)),
	origin: v.pipe(
		v.picklist(['official', 'starter']),
		v.description('`official`: imported text; `starter`: facts carried over, words our own'),
	),
	source: sourceSchema,
	sources: v.optional(
		v.pipe(
			v.record(v.string(), sourceSchema),
			v.description('facts that come from elsewhere: name of the field → its source'),
		),
	),
	plain: v.optional(plainLayerSchema),
});

export type Procedure = v.InferOutput<typeof procedureSchema>;
export type ProcessingTime = v.InferOutput<typeof processingTimeSchema>;
export type Fee = v.InferOutput<typeof feeSchema>;
export type Channel = v.InferOutput<typeof channelSchema>;
export type RequiredDocument = v.InferOutput<typeof requiredDocumentSchema>;
export type LegalBasis = v.InferOutput<typeof legalBasisSchema>;
export type Source = v.InferOutput<typeof sourceSchema>;
export type PlainLayer = v.InferOutput<typeof plainLayerSchema>;
