import { limits, type Attachment, type DossierBody } from './body.ts';
import { isDossierId } from './id.ts';
import type { DossierMessages } from './messages.ts';
import { isObject, parseAnswers } from './parse-answers.ts';
import type { BodyError, Report } from './report.ts';
import { canonicalText } from './seal.ts';

export type ParsedBody =
	| { readonly ok: true; readonly body: DossierBody }
	| { readonly ok: false; readonly errors: readonly BodyError[] };

const hash = /^[0-9a-f]{64}$/;
const name = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
const mediaType = /^[A-Za-z0-9!#$&^_.+-]{1,64}\/[A-Za-z0-9!#$&^_.+-]{1,64}$/;
// A phone's clock may say any year: the form is checked, the time is not.
const isoTime = /^(\d{4}|[+-]\d{6})-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/;
const mostErrors = 50;

const isText = (value: unknown, form: RegExp): value is string =>
	typeof value === 'string' && form.test(value);
const isCount = (value: unknown, from: number): value is number =>
	Number.isSafeInteger(value) && (value as number) >= from;

/**
 * Reads a dossier's body, trusting nothing: every field of its form, none besides. The result is built anew.
 * Whether code, unit and form exist, and whether the hash is that of the content (`hashOfBody`), is the caller's to check.
 * @returns at most 50 errors, each with the path of what it is about
 */
export function parseDossierBody(json: unknown, messages: DossierMessages): ParsedBody {
	const errors: BodyError[] = [];
	const report: Report = (path, message) => {
		if (errors.length < mostErrors) errors.push({ path, message });
	};
	const check = (good: boolean, path: string, message: string) => {
		if (!good) report(path, message);
	};
	const onlyFields = (value: Record<string, unknown>, path: string, fields: readonly string[]) => {
		for (const field of Object.keys(value))
			check(fields.includes(field), path + printable(field), messages.unknownField);
	};

	if (!isObject(json)) return { ok: false, errors: [{ path: '', message: messages.notAnObject }] };
	onlyFields(json, '', bodyFields);
	const { id, procedure, unit, createdAt, sha256 } = json;
	check(typeof id === 'string' && isDossierId(id), 'id', messages.id);
	check(isText(procedure, /^\d\.\d{6}$/), 'procedure', messages.procedure);
	check(isText(unit, /^(\d{2}|\d{5})$/), 'unit', messages.unit);
	check(isText(createdAt, isoTime), 'createdAt', messages.createdAt);
	check(isText(sha256, hash), 'sha256', messages.hash);
	const form = isObject(json.form) ? json.form : {};
	onlyFields(form, 'form.', ['id', 'version']);
	check(isText(form.id, name), 'form.id', messages.formId);
	check(isCount(form.version, 1), 'form.version', messages.formVersion);
	const answers = parseAnswers(json.answers, report, messages);
	const attachments = parseAttachments(json.attachments);
	if (errors.length > 0) return { ok: false, errors };

	const body = {
		id,
		procedure,
		unit,
		form: { id: form.id, version: form.version },
		answers,
		attachments,
		createdAt,
		sha256,
	} as DossierBody;
	const size = new TextEncoder().encode(canonicalText(body)).length;
	if (size > limits.bodyBytes)
		return { ok: false, errors: [{ path: '', message: messages.tooLarge(limits.bodyBytes) }] };
	return { ok: true, body };

	function parseAttachments(value: unknown): Attachment[] {
		if (!Array.isArray(value)) {
			report('attachments', messages.attachments);
			return [];
		}
		if (value.length > limits.attachments) {
			report('attachments', messages.tooManyAttachments(limits.attachments));
			return [];
		}
		const seen = new Set<unknown>();
		return value.map((entry: unknown, i) => {
			const path = `attachments.${i}`;
			const file = isObject(entry) ? entry : {};
			onlyFields(file, `${path}.`, attachmentFields);
			check(isText(file.id, /^[A-Za-z0-9_-]{1,64}$/), `${path}.id`, messages.attachmentId);
			check(!seen.has(file.id), `${path}.id`, messages.sameAttachmentTwice);
			seen.add(file.id);
			check(isFileName(file.name), `${path}.name`, messages.attachmentName(limits.nameLength));
			check(isText(file.type, mediaType), `${path}.type`, messages.attachmentType);
			check(isCount(file.bytes, 0), `${path}.bytes`, messages.attachmentBytes);
			check(isText(file.sha256, hash), `${path}.sha256`, messages.hash);
			const { id, name, type, bytes, sha256 } = file;
			return { id, name, type, bytes, sha256 } as Attachment;
		});
	}
}

const bodyFields = [
	'id',
	'procedure',
	'unit',
	'form',
	'answers',
	'attachments',
	'createdAt',
	'sha256',
];
const attachmentFields = ['id', 'name', 'type', 'bytes', 'sha256'];

/** A path is shown and logged: a stranger's field name is cut and made well-formed first. */
const printable = (field: string) => field.slice(0, 64).toWellFormed();

const isFileName = (value: unknown) =>
	typeof value === 'string' &&
	value.length > 0 &&
	value.length <= limits.nameLength &&
	value.isWellFormed();
