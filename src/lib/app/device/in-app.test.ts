import { expect, it } from 'vitest';
import { appOf, intentLink, systemOf } from './in-app.ts';

const android =
	'Mozilla/5.0 (Linux; Android 10; SM-A107F; wv) AppleWebKit/537.36 (KHTML, like Gecko)';
const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15';

it.each([
	[
		`${android} Version/4.0 Chrome/120.0.0.0 Mobile Safari/537.36 Zalo android/12110 ZaloTheme/light`,
		'Zalo',
	],
	[
		`${iphone} (KHTML, like Gecko) Mobile/15E148 Zalo iOS/573 ZaloTheme/light ZaloLanguage/vn`,
		'Zalo',
	],
	[`${android} Chrome/121.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/449.0.0.46.109;]`, 'Facebook'],
	[`${iphone} Mobile/15E148 [FBAN/FBIOS;FBAV/450.0.0.38.108;FBBV/564431005]`, 'Facebook'],
	[`${iphone} Mobile/15E148 [FBAN/MessengerForiOS;FBAV/446.0.0.36.109]`, 'Messenger'],
	[
		`${android} Chrome/121.0 Mobile Safari/537.36 [FB_IAB/Orca-Android;FBAV/446.0.0.36;]`,
		'Messenger',
	],
	[`${android} Chrome/120.0 Mobile Safari/537.36 Instagram 314.0.0.35.109 Android`, 'Instagram'],
	[`${iphone} Mobile/21E219 musical_ly_33.6.0 BytedanceWebview/d8a21c6`, 'TikTok'],
	[`${android} Chrome/121.0.0.0 Mobile Safari/537.36`, undefined],
	[`${iphone} (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1`, undefined],
	[
		'Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 SamsungBrowser/23.0 Chrome/115.0',
		undefined,
	],
])('%s is %s', (userAgent, name) => {
	expect(appOf(userAgent)).toBe(name);
});

it('knows the system, and an iPad that calls itself a Macintosh', () => {
	const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)';
	expect([systemOf(android, 5), systemOf(iphone, 5), systemOf(mac, 5), systemOf(mac, 0)]).toEqual([
		'android',
		'ios',
		'ios',
		'other',
	]);
});

it('makes an address that Android opens in the phone’s own browser', () => {
	expect(intentLink('https://motcua.example/thu-tuc/1.001193?doc=1#a')).toBe(
		'intent://motcua.example/thu-tuc/1.001193?doc=1#Intent;scheme=https;action=android.intent.action.VIEW;category=android.intent.category.BROWSABLE;end',
	);
});
