import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import table from './commands.json' with { type: 'json' };

import { certain, createInterpreter, screens, type Screen } from '#lib/voice/index.ts';

const interpret = createInterpreter(table);
const procedures = ['khai sinh', 'kết hôn', 'tạm trú', 'bằng lái'];
const searchScore = (query: string) => (procedures.some((name) => query.includes(name)) ? 0.9 : 0);
const understood = (screen: Screen, said: string) => interpret(said, screen, { searchScore });

describe('what is said', () => {
	it.each<[Screen, string, string, object?]>([
		['home', 'làm giấy khai sinh cho con', 'search', { query: 'làm giấy khai sinh cho con' }],
		['home', 'tìm thủ tục đăng ký kết hôn', 'search', { query: 'đăng ký kết hôn' }],
		['results', 'mở số một', 'open', { number: 1 }],
		['results', 'cho tôi xem cái thứ hai', 'open', { number: 2 }],
		['results', 'số 3', 'open', { number: 3 }],
		['results', 'mười hai', 'open', { number: 12 }],
		['results', 'đọc thêm đi em', 'more'],
		['procedure', 'đọc giấy tờ cần nộp', 'read-section', { section: 'documents' }],
		['procedure', 'hết bao nhiêu tiền', 'read-section', { section: 'fees' }],
		['procedure', 'mấy ngày thì xong vậy', 'read-section', { section: 'time' }],
		['procedure', 'nộp ở đâu', 'read-section', { section: 'place' }],
		['procedure', 'cần giấy tờ gì', 'read-section', { section: 'documents' }],
		['procedure', 'nộp hồ sơ', 'apply'],
		['reading', 'tạm dừng', 'pause'],
		['reading', 'đọc tiếp', 'resume'],
		['reading', 'câu trước', 'previous-sentence'],
		['reading', 'phần sau', 'next-section'],
		['reading', 'đọc lệ phí', 'read-section', { section: 'fees' }],
		['reading', 'chậm lại', 'slower'],
		['form', 'Nguyễn Văn An', 'answer', { value: 'nguyễn văn an' }],
		['form', 'sửa ngày sinh', 'edit', { field: 'ngày sinh' }],
		['form', 'câu trước', 'previous-question'],
		['form', 'bỏ qua', 'skip'],
		['form', 'chín trăm nghìn đồng', 'answer', { value: 'chín trăm nghìn đồng' }],
		['review', 'nộp hồ sơ', 'submit'],
		['review', 'sửa ô số điện thoại', 'edit', { field: 'số điện thoại' }],
		['outbox', 'gửi ngay', 'send-now'],
		['dossiers', 'hồ sơ của tôi đến đâu rồi', 'status', {}],
		['dossiers', 'kiểm tra hồ sơ mc 2345 678', 'status', { code: 'mc 2345 678' }],
		['home', 'tiết kiệm dữ liệu', 'save-data'],
		['procedure', 'dùng chế độ tiết kiệm dữ liệu đi cháu', 'save-data'],
		['settings', 'tắt tiết kiệm dữ liệu', 'spend-data'],
		['procedure', 'tải về để nghe khi không có mạng', 'keep-offline'],
		['reading', 'tải thủ tục này về máy', 'keep-offline'],
		['results', 'tải về', 'keep-offline'],
		['settings', 'mở dữ liệu và bộ nhớ', 'open-storage'],
		['settings', 'quay lại', 'back'],
		['settings', 'gặp cán bộ', 'human'],
	])('on %s, "%s" is %s', (screen, said, command, slots = {}) => {
		const heard = understood(screen, said);
		expect(heard).toMatchObject({ command, slots });
		expect(heard.command !== null && heard.confidence).toBeGreaterThanOrEqual(certain);
	});

	it.each<[Screen, string, string, object?]>([
		['results', 'mở xố hai', 'open', { number: 2 }],
		['reading', 'tạm rừng', 'pause'],
		['reading', 'phần xau', 'next-section'],
		['reading', 'doc tiep', 'resume'],
		['procedure', 'đọc dấy tờ', 'read-section', { section: 'documents' }],
		['home', 'trợ dúp', 'help'],
		['home', 'gặp cán bộ dùm tui với', 'human'],
		['settings', 'quai lại', 'back'],
	])('misheard or in dialect on %s, "%s" is still %s', (screen, said, command, slots = {}) => {
		expect(understood(screen, said)).toMatchObject({ command, slots });
	});

	it.each<[Screen, string]>([
		['home', 'hôm nay trời đẹp quá'],
		['procedure', 'con mèo trèo cây cau'],
		['settings', 'làm giấy khai sinh'],
		['reading', ''],
		['outbox', '…'],
	])('on %s, "%s" is no command', (screen, said) => {
		expect(understood(screen, said)).toEqual({ command: null });
	});

	it.each<[Screen, string, string, object?]>([
		['results', 'mở cái thứ hai ni', 'open', { number: 2 }],
		['procedure', 'chừng mô thì xong', 'read-section', { section: 'time' }],
		['procedure', 'mần răng', 'read-section', { section: 'steps' }],
		['dossiers', 'hồ sơ của bác tới đâu rồi', 'status', {}],
		['outbox', 'gởi liền đi', 'send-now'],
		['form', 'bỏ kua câu này', 'skip'],
		['form', 'gõ bằng bàn fím', 'keyboard'],
	])('in the words of a region or written in haste on %s, "%s" is %s', (screen, said, command) => {
		expect(understood(screen, said)).toMatchObject({ command });
	});

	it.each<[Screen, string]>([
		['outbox', 'đừng gửi'],
		['outbox', 'chưa gửi vội'],
		['outbox', 'khoan gửi đã'],
		['outbox', 'gửi gì vậy'],
		['outbox', 'gửi lại có được không'],
		['outbox', 'gửi rồi mà'],
		['review', 'đừng nộp'],
		['review', 'tôi không đồng ý nộp'],
		['review', 'nộp ở đâu'],
		['review', 'để mai nộp'],
		['review', 'nộp hay hủy'],
		['review', 'hoàn tất chưa'],
		['form', 'nguyễn hoàn thành'],
		['form', 'không bỏ qua câu này'],
		['form', 'sửa xe máy'],
		['form', 'tôi cần trợ giúp đi lại'],
		['form', 'tìm việc làm'],
		['procedure', 'tôi chưa muốn nộp hồ sơ'],
		['reading', 'đừng dừng lại'],
		['home', 'tôi muốn dừng trợ cấp'],
		['home', 'đi chậm thôi'],
	])('is not done unasked: on %s, "%s"', (screen, said) => {
		const heard = understood(screen, said);
		const acts = heard.command !== null && !['answer', 'search'].includes(heard.command);
		expect(acts && heard.confidence >= certain).toBe(false);
	});

	it('with a doubt about what it is on a form is an answer with a doubt', () => {
		expect(understood('form', 'nguyễn hoàn thành')).toMatchObject({ confidence: 0.7 });
		expect(understood('form', 'lê thị hoa')).toMatchObject({ command: 'answer', confidence: 0.9 });
	});

	it('is asked about where two orders are equally near', () => {
		const heard = understood('reading', 'câu trâu');
		expect(heard.command === null || heard.confidence < certain).toBe(true);
	});

	it('is an order only where the order makes sense', () => {
		expect(understood('settings', 'gửi ngay')).toEqual({ command: null });
		expect(understood('home', 'phần sau')).toEqual({ command: null });
	});

	it('may be anything, and is answered the same each time', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(...screens), (said, screen) => {
				expect(understood(screen, said)).toEqual(understood(screen, said));
			}),
			{ numRuns: 200 },
		);
	});
});
