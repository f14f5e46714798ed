import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { DossierBody } from '#lib/dossiers/index.ts';
import { starterProcedures } from '#content/starter/index.ts';
import { bringOnPhone, callOnPhone } from '../faults/on-phone.ts';
import { expect, test } from '../support/app.ts';
import { examples } from '../support/form-examples.ts';
import { startServer } from '../support/server.ts';

const starter = new Set(starterProcedures.map(({ code }) => code));

/** Every form ever published, each with the first of its examples, for a procedure the app knows. */
const all = examples.map(({ form, cases }) => {
	const own = form.procedures.find((code) => starter.has(code));
	const [example] = cases;
	if (!example) throw new Error(`no example of ${form.id}`);
	return { form, example, procedure: own ?? '1.001022' };
});

/** What the server keeps, oldest first. */
function received(dataDir: string) {
	const db = new DatabaseSync(join(dataDir, 'mot-cua-noi.sqlite'));
	const rows = db.prepare('select body from dossiers order by received_at, code').all();
	db.close();
	return rows.map(({ body }) => {
		const { form, answers, unit } = JSON.parse(String(body)) as DossierBody;
		return { form, answers, unit };
	});
}

test('every form, also an older version left as a draft, is handed in and received as it was filled in', async ({
	page,
}) => {
	const server = await startServer();
	try {
		for (const [i, { form, example, procedure }] of all.entries()) {
			await page.goto(`${server.url}/healthz`);
			await bringOnPhone(page);
			const name = `${form.id} ${form.version}`;
			await callOnPhone(page, 'keepDraft', {
				id: name,
				profile: 'local',
				procedure,
				title: name,
				json: JSON.stringify({
					form: { id: form.id, version: form.version },
					answers: example.answers,
					unit: example.unit,
					order: [],
				}),
				revision: 0,
			});
			await page.goto(`${server.url}/nop/${procedure}?buoc=xem-lai`);
			await page.getByRole('button', { name: 'Nộp hồ sơ' }).click();
			await expect(page.getByRole('heading', { level: 1, name: 'Hộp gửi' }), name).toBeVisible();
			await expect(page.getByText('Máy chủ đã nhận'), name).toHaveCount(i + 1);
		}
		expect(received(server.dataDir)).toEqual(
			all.map(({ form, example }) => ({
				form: { id: form.id, version: form.version },
				answers: example.answers,
				unit: example.unit,
			})),
		);
	} finally {
		await server.remove();
	}
});
