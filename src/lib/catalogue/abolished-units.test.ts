import { expect, it } from 'vitest';
import { namesAbolishedUnit } from './abolished-units.ts';

it.each([
	'Nộp tại Ủy ban nhân dân cấp huyện',
	'Công an quận, huyện, thị xã',
	'số 54 Hai Bà Trưng, quận Hoàn Kiếm, Hà Nội',
	'Phòng Tư pháp',
	'Nhà đầu tư nộp hồ sơ cho Bộ Kế hoạch và Đầu tư',
	'Sở Lao động – Thương binh và Xã hội nơi cư trú',
	'Bộ Lao động, Thương binh và xã hội',
	'gửi Ủy ban Dân tộc',
	'Sở GTVT lập hồ sơ',
	'theo Thông tư số 01/2022/TT-BXD của Bộ Xây dựng; gửi Đề án về Bộ Giao thông vận tải',
	'Theo Nghị định 31/2021/NĐ-CP nhà đầu tư nộp hồ sơ tại Bộ Kế hoạch và Đầu tư',
])('finds an abolished body in "%s"', (text) => {
	expect(namesAbolishedUnit(text)).toBe(true);
});

it.each([
	'Thông tư số 32/2021/TT-BGTVT ngày 14/12/2021 của Bộ trưởng Bộ Giao thông vận tải',
	'Thông tư số 32/2021/TT-BGTVT',
	'Thông tư liên tịch số 42/2013/TTLT-BGDĐT-BLĐTBXH-BTC của liên Bộ Giáo dục và Đào tạo, Bộ Lao động, Thương binh và Xã hội, Bộ Tài chính',
	'QCVN 01-193: 2021/BNNPTNT đối với muối của Bộ Nông nghiệp và Phát triển nông thôn',
	'Quyết định số 353/QĐ-TTg phê duyệt danh sách huyện nghèo',
	'Bộ Nông nghiệp và Môi trường',
	'Ủy ban nhân dân cấp xã, Sở Xây dựng',
	'Ủy ban Dân tộc của Quốc hội',
	'quân đội, quần đảo, luyện tập, chuyện riêng',
])('finds none in "%s"', (text) => {
	expect(namesAbolishedUnit(text)).toBe(false);
});
