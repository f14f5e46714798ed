import { describe, expect, it } from 'vitest';
import { beginning, type DialogueEvent, type FormDossier, type Reply } from '#lib/voice/index.ts';
import { openTalk, talks, unitPath } from '../../../tests/support/form-talk.ts';

const formOf = (id: string) => {
	const talk = talks.find(({ form }) => form.id === id);
	if (!talk) throw new Error(id);
	return talk.form;
};

function conversation(
	id: string,
	dossier: FormDossier = { answers: {}, unit: '' },
	kept: Readonly<Record<string, string>> = {},
) {
	const { dialogue } = openTalk(formOf(id), ({ path }) => kept[path]);
	let now = 1_800_000_000_000;
	let reply: Reply<FormDossier> = dialogue.turn(beginning, dossier, { type: 'begin' }, now);
	const happen = (event: DialogueEvent, ms = 4000) => {
		now += ms;
		reply = dialogue.turn(reply.state, reply.dossier, event, now);
		return reply.say.join(' ');
	};
	return {
		say: (...texts: string[]) =>
			texts.map((text) => happen({ type: 'heard', text })).at(-1) as string,
		happen,
		get reply() {
			return reply;
		},
		get answers() {
			return reply.dossier.answers;
		},
	};
}

describe('a conversation about a form', () => {
	it('says first what is needed and how long it takes, then asks with its number', () => {
		const { reply } = conversation('birth-registration');
		const said = reply.say.join(' ');
		expect(said).toContain('Bạn cần có:');
		expect(said).toContain('Mất khoảng 10 phút');
		expect(said).toMatch(/Câu 1 trên \d+\. Bé tên là gì\?/);
	});

	it('says a name back by its tones and asks; low risk goes into the next question', () => {
		const talk = conversation('birth-registration');
		expect(talk.say('lê thị thủy')).toContain(
			'Lê không dấu, Thị dấu nặng, Thủy dấu hỏi. Đúng không?',
		);
		expect(talk.answers).toEqual({});
		talk.say('đúng rồi');
		expect(talk.answers.childName).toBe('Lê Thị Thủy');
		expect(talk.say('nữ')).toMatch(/^Giới tính của bé: Nữ\. Câu 3/);
	});

	it('explains in full once, and is short after', () => {
		const talk = conversation('temporary-residence');
		const first = talk.say('người đến ở');
		expect(first).not.toContain('Ví dụ');
		expect(talk.say('nguyễn văn an')).toContain('không phải, mà là');
		talk.say('đúng', 'không không một một bảy không không không bốn ba hai một');
		expect(talk.reply.say.join(' ')).not.toContain('không phải, mà là');
	});

	it('retries, then gives form and example, then the keypad, then keeps the draft and offers a person, then stops', () => {
		const talk = conversation('general', {
			answers: { fullName: 'Lê An', birthDate: '1990-01-01', idNumber: '001190001234' },
			unit: '',
		});
		expect(talk.reply.state.at).toBe('phone');
		expect(talk.say('xe đạp cũ')).toBe('Tôi chưa hiểu câu trả lời. Số điện thoại của bạn là gì?');
		expect(talk.say('xe đạp cũ')).toContain('Ví dụ: 0912 345 678');
		expect(talk.say('xe đạp cũ')).toContain('bàn phím');
		expect(talk.reply.effects).toEqual([{ do: 'keyboard' }]);
		expect(talk.say('xe đạp cũ')).toContain('gặp cán bộ');
		expect(talk.say('xe đạp cũ')).toContain('hồ sơ vẫn được giữ');
		expect(talk.reply.expect.mode).toBe('none');
		expect(talk.say('không chín một hai ba bốn năm sáu bảy tám')).toContain(
			'0 9 1 2, 3 4 5, 6 7 8',
		);
	});

	it('tells silence, noise, a wrong answer and no network apart', () => {
		const talk = conversation('general');
		const said = [
			talk.happen({ type: 'silence' }),
			talk.happen({ type: 'noise' }),
			conversation('general').happen({ type: 'offline' }),
		];
		const phone = conversation('general', {
			answers: { fullName: 'Lê An', birthDate: '1990-01-01', idNumber: '001190001234' },
			unit: '',
		});
		said.push(phone.say('không chín một hai'));
		expect(new Set(said.map((text) => text.split('.')[0])).size).toBe(4);
		expect(said[2]).toContain('bàn phím');
	});

	it('takes several answers from one utterance, and confirms the risky ones together', () => {
		const talk = conversation('birth-registration');
		expect(
			talk.say('lê minh an, nữ, sinh ngày mười hai tháng tư năm hai nghìn không trăm hai mươi sáu'),
		).toContain('Đúng không?');
		expect(talk.say('đúng')).toMatch(/Câu 4/);
		expect(talk.answers).toMatchObject({
			childName: 'Lê Minh An',
			childSex: 'female',
			childBirthDate: '2026-04-12',
		});
	});

	it('takes back what it has just said back', () => {
		const talk = conversation('birth-registration');
		talk.say('lê minh an', 'đúng', 'nam');
		expect(talk.answers.childSex).toBe('male');
		expect(talk.say('không phải nam mà là nữ')).toMatch(/^Giới tính của bé: Nữ/);
		expect(talk.answers.childSex).toBe('female');
		expect(talk.say('sai rồi')).toContain('Bé là trai hay gái?');
		expect(talk.answers.childSex).toBeUndefined();
		talk.say('nam');
		expect(talk.say('ý tôi là nữ')).toMatch(/^Giới tính của bé: Nữ/);
	});

	it('puts one syllable, one group of digits or one part of a date right while confirming', () => {
		const talk = conversation('birth-registration');
		talk.say('lê thị thúy');
		expect(talk.say('không phải thúy mà là thủy')).toContain('Thủy dấu hỏi');
		talk.say('đúng', 'nữ', 'mười hai tháng tư năm hai nghìn không trăm hai mươi sáu');
		expect(talk.say('không phải tháng tư mà là tháng năm')).toContain('ngày 12 tháng 5 năm 2026');
		const other = conversation('general');
		other.say(
			'lê an',
			'đúng',
			'bỏ qua',
			'không không một một chín không không không một hai ba bốn',
		);
		expect(other.say('không phải hai ba bốn mà là hai ba năm')).toContain('2 3 5');
		other.say('đúng');
		expect(other.answers.idNumber).toBe('001190001235');
	});

	it('goes to the question that is named, and asks which where the name fits several', () => {
		const talk = conversation('birth-registration');
		talk.say('lê minh an', 'đúng', 'nữ');
		expect(talk.say('sửa giới tính')).toContain('Đang ghi: Nữ');
		talk.say('nam');
		expect(talk.answers.childSex).toBe('male');
		expect(talk.say('sửa tên của bé')).toContain('Bé tên là gì?');
	});

	it('warns before an ID number, shows three digits of it, and says all only when asked', () => {
		const talk = conversation('general');
		talk.say('lê an', 'đúng');
		expect(talk.say('bỏ qua')).toContain('Người xung quanh có thể nghe thấy');
		const read = talk.say('không không một một chín không không không một hai ba bốn');
		expect(read).toContain('ba số cuối 2 3 4');
		expect(read).not.toContain('0 0 1');
		expect(talk.say('đọc đủ số')).toContain('0 0 1, 1 9 0, 0 0 1, 2 3 4');
	});

	it('never says aloud what was said about health', () => {
		const talk = conversation('disability-assessment');
		talk.say('xác định lại');
		expect(talk.say('mắt kém hơn trước')).not.toContain('mắt kém');
		expect(talk.say('đọc hết')).not.toMatch(/mắt kém/i);
	});

	it('goes back, skips, and asks for what is needed once more at the end', () => {
		const talk = conversation('general');
		talk.say('lê an', 'đúng', 'bỏ qua', 'bỏ qua');
		expect(talk.reply.state.at).toBe('phone');
		expect(talk.say('câu trước')).toContain('Số định danh');
		talk.say('bỏ qua', 'để sau', 'bỏ qua', 'bỏ qua', 'xin cấp lại giấy');
		expect(talk.say('xã mường phăng tỉnh điện biên')).toContain('Số điện thoại của bạn là gì?');
		talk.say('không chín một hai ba bốn năm sáu bảy tám');
		expect(talk.reply.state.phase).toBe('reviewing');
	});

	it('offers what sounds alike, phrase first and number after', () => {
		const talk = conversation('general');
		const said = talk.say('nguyển văn an');
		expect(said).toMatch(/Nguyễn Văn An: số \S+\./);
		talk.say('nguyễn văn an');
		talk.say('đúng');
		expect(talk.answers.fullName).toBe('Nguyễn Văn An');
	});

	it('pauses at once, and goes on where it stood on another day', () => {
		const talk = conversation('general');
		talk.say('lê an', 'đúng');
		talk.happen({ type: 'stop' });
		expect(talk.reply.say).toEqual([]);
		expect(talk.reply.effects).toEqual([{ do: 'silence' }]);
		expect(talk.reply.expect.mode).toBe('none');
		const next = talk.happen({ type: 'begin' }, 86_400_000);
		expect(next).toContain('đã trả lời 1 trên');
		expect(next).toContain('Bạn sinh ngày nào?');
	});

	it('follows the person to another question by touch, with all that was said kept', () => {
		const talk = conversation('birth-registration');
		talk.say('lê minh an', 'đúng');
		talk.happen({ type: 'moved', path: 'childEthnicity' });
		expect(talk.reply.say).toEqual([]);
		talk.say('thái');
		expect(talk.answers).toMatchObject({ childName: 'Lê Minh An', childEthnicity: 'Thái' });
		expect(talk.reply.state.at).toBe('childSex');
	});

	it('hands in only after it was asked and meant', () => {
		const talk = conversation('general', {
			answers: { fullName: 'Lê An', phone: '0912345678', request: 'Xin cấp lại giấy' },
			unit: '03325',
		});
		talk.say('bỏ qua', 'bỏ qua', 'bỏ qua', 'bỏ qua');
		expect(talk.reply.state.phase).toBe('reviewing');
		expect(talk.say('nộp hồ sơ')).toContain('Bạn chắc chắn nộp không?');
		expect(talk.say('không')).toContain('Chưa nộp');
		talk.say('nộp hồ sơ', 'có');
		expect(talk.reply.effects).toEqual([{ do: 'submit' }]);
	});

	it('puts the question to whoever wants to hear it again before it was said', () => {
		const talk = conversation('general');
		talk.happen({ type: 'moved', path: 'phone' });
		const { dialogue } = openTalk(formOf('general'));
		const state = { ...talk.reply.state, said: [] };
		const again = { type: 'heard', text: 'nhắc lại' } as const;
		const { say } = dialogue.turn(state, talk.reply.dossier, again, 0);
		expect(say.join(' ')).toContain('Số điện thoại của bạn là gì?');
	});

	it('takes words of an order inside an answer for the answer', () => {
		const birth = conversation('birth-registration');
		expect(birth.say('bé hoa')).toContain('Đúng không?');
		expect(birth.reply.state.pending).toEqual([{ path: 'childName', value: 'Bé Hoa' }]);
		const request = conversation('general');
		request.happen({ type: 'moved', path: 'request' });
		request.say('thay đổi số điện thoại');
		expect(request.answers.request).toBe('Thay đổi số điện thoại');
		request.say('sửa số điện thoại');
		expect(request.reply.state.at).toBe('phone');
	});

	it('offers what is kept on the device, an ID number masked, and uses it when told so', () => {
		const kept = { fullName: 'Lê Thị Hoa', birthDate: '12/4/1990', idNumber: '001190001234' };
		const talk = conversation('general', undefined, kept);
		expect(talk.reply.say.join(' ')).toContain('Máy đang giữ: Lê Thị Hoa. Nói dùng lại để dùng.');
		expect(talk.reply.expect.phrases).toContain('dùng lại');
		expect(talk.say('dùng lại đi')).toMatch(/^.*: Lê Thị Hoa\. Câu 2/);
		expect(talk.answers.fullName).toBe('Lê Thị Hoa');
		talk.say('ba tháng năm năm một nghìn chín trăm chín mươi', 'đúng rồi');
		expect(talk.answers.birthDate).toBe('1990-05-03');
		const said = talk.reply.say.join(' ');
		expect(said).toContain('Máy đang giữ: ba số cuối 2 3 4');
		expect(said).not.toContain('001190001234');
		talk.say('dùng lại');
		expect(talk.answers.idNumber).toBe('001190001234');
	});

	it('takes no answer for a search', () => {
		const talk = conversation('general', {
			answers: { fullName: 'Lê An', phone: '0912345678' },
			unit: '03325',
		});
		talk.say('bỏ qua', 'bỏ qua', 'bỏ qua', 'bỏ qua');
		talk.say('tìm thủ tục cấp lại giấy khai sinh');
		expect(talk.answers.request).toBe('Tìm thủ tục cấp lại giấy khai sinh');
	});

	it('sends a dossier to the level that decides: a commune, or a province', () => {
		const atUnit = (id: string) => {
			const talk = conversation(id);
			talk.happen({ type: 'moved', path: unitPath });
			return talk;
		};
		const commune = atUnit('marriage-registration');
		expect(commune.say('tỉnh điện biên')).toContain('chọn xã, phường');
		expect(commune.reply.dossier.unit).toBe('');
		commune.say('xã mường phăng tỉnh điện biên');
		expect(commune.reply.dossier.unit).toBe('03325');
		const province = atUnit('criminal-record');
		province.say('tỉnh điện biên');
		expect(province.reply.dossier.unit).toBe('11');
		const named = atUnit('criminal-record');
		named.say('phường ba đình thành phố hà nội');
		expect(named.reply.dossier.unit).toBe('01');
		const either = atUnit('civil-status-extract');
		either.say('thành phố huế');
		expect(either.reply.dossier.unit).toBe('46');
	});

	it('asks where the place decides no second time, and follows it', () => {
		const talk = conversation('stay-notice');
		talk.happen({ type: 'moved', path: 'placeUnit' });
		talk.say('phường ba đình thành phố hà nội');
		expect(talk.reply.dossier.unit).toBe('00004');
	});

	it('hears the number of a paper sign by sign, and money as money', () => {
		const talk = conversation('death-registration', { answers: { proof: 'notice' }, unit: '' });
		talk.happen({ type: 'moved', path: 'noticeNumber' });
		talk.say('mười lăm gạch chéo giê bê tê');
		expect(talk.answers.noticeNumber).toBe('15/GBT');
		const business = conversation('household-business');
		business.happen({ type: 'moved', path: 'capital' });
		expect(business.say('năm mươi triệu')).toContain('50.000.000 đồng');
		business.say('đúng rồi');
		expect(business.answers.capital).toBe(50_000_000);
	});

	it('takes “không” for the answer where one of the choices says no', () => {
		const talk = conversation('social-pension', {
			answers: { request: 'first', applicant: 'self' },
			unit: '',
		});
		talk.happen({ type: 'moved', path: 'notifyConsent' });
		talk.say('có');
		talk.happen({ type: 'moved', path: 'poor' });
		talk.say('không');
		expect(talk.answers).toMatchObject({ notifyConsent: true, poor: 'no' });
	});

	it('never says aloud what was said about a criminal record', () => {
		const talk = conversation('criminal-record', { answers: { forWhom: 'self' }, unit: '' });
		talk.happen({ type: 'moved', path: 'hasRecord' });
		talk.say('có');
		talk.happen({ type: 'moved', path: 'record' });
		expect(talk.say('án treo năm hai nghìn không trăm mười')).not.toMatch(/án treo/i);
		expect(talk.say('đọc hết')).not.toMatch(/án treo/i);
	});

	it('passes on orders that are not its own', () => {
		const talk = conversation('general');
		talk.say('chậm lại');
		expect(talk.reply.effects).toEqual([{ do: 'command', command: 'slower', slots: {} }]);
	});
});
