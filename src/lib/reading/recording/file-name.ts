import { fold } from '#lib/vietnamese/index.ts';

/** "Đăng ký khai sinh", `1.001193` → `dang-ky-khai-sinh-1.001193.mp3`: plain letters travel through every phone and mail. */
export function recordingFileName(title: string, code: string): string {
	const plain = fold(title)
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, 60)
		.replace(/^-+|-+$/g, '');
	return `${[plain, code.replace(/[^\w.]+/g, '-')].filter(Boolean).join('-')}.mp3`;
}
