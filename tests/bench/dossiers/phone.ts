/** What a phone takes: the built app in a real Chromium. */
import { carried } from '../../faults/on-phone.ts';
import { dossier, file } from '../../faults/entries.ts';
import { RealPhone } from '../../faults/real-phone.ts';
import { thinLine } from './thin-line.ts';

export interface Drained {
	readonly items: number;
	readonly seconds: number;
	/** both ways, headers and all */
	readonly bytes: number;
	/** seconds over what the line takes for these bytes */
	readonly overLine: number;
}

/** How long so many waiting dossiers take to the server over a line of so many bytes a second. */
export async function drainOverThinLine(
	url: string,
	items: number,
	bytesPerSecond: number,
): Promise<Drained> {
	const line = await thinLine(url, bytesPerSecond);
	const phone = new RealPhone(line.url);
	try {
		const entries = [];
		for (let i = 0; i < items; i++) entries.push(await carried(await dossier()));
		await phone.onPhone('enqueue', entries);
		const [before, began] = [line.bytes(), performance.now()];
		const { delivered } = await phone.onPhone('drain');
		if (delivered < items) throw new Error(`${items - delivered} did not come in one go`);
		const seconds = (performance.now() - began) / 1000;
		const bytes = line.bytes() - before;
		return { items, seconds, bytes, overLine: seconds / (bytes / bytesPerSecond) };
	} finally {
		await phone.end();
		await line.close();
	}
}

/**
 * From the tap on "Nộp hồ sơ" to the outbox on the screen, in ms: a dossier with photographs of 250 KB each.
 * @param slowdown how many times slower than this machine the phone's processor is
 */
export async function finaliseOnPhone(
	url: string,
	photos: number,
	slowdown: number,
): Promise<number> {
	const phone = new RealPhone(url);
	try {
		const files = [];
		for (let i = 0; i < photos; i++) files.push(await file(`photo-${i}`, 250 * 1024));
		const { attachments } = await carried(await dossier(files));
		await phone.onPhone('keepDraft', { ...draft, revision: 0 }, attachments);
		const page = await phone.tab();
		await page.goto(`${url}/nop/${draft.procedure}?buoc=xem-lai`);
		await page.getByRole('button', { name: 'Nộp hồ sơ' }).waitFor();
		const session = await page.context().newCDPSession(page);
		await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
		return await page.evaluate(async () => {
			const button = [...document.querySelectorAll('button')].find(
				({ textContent }) => textContent?.trim() === 'Nộp hồ sơ',
			);
			const began = performance.now();
			button?.click();
			while (document.querySelector('h1')?.textContent?.trim() !== 'Hộp gửi')
				await new Promise(requestAnimationFrame);
			return performance.now() - began;
		});
	} finally {
		await phone.end();
	}
}

const draft = {
	id: 'draft',
	profile: 'local',
	procedure: '1.001022',
	title: 'Đơn đề nghị',
	json: JSON.stringify({
		form: { id: 'general', version: 1 },
		answers: { fullName: 'Nguyễn Thị Hoa', phone: '0912345678', request: 'Xin cấp bản sao' },
		unit: '00004',
		order: [],
	}),
};
