import { defineConfig } from '@playwright/test';
import { chromiumPath, quietChromium } from './tests/support/chromium.ts';

const executablePath = chromiumPath();

export default defineConfig({
	testDir: 'tests',
	testMatch: ['e2e/**/*.spec.ts', 'accessibility/**/*.spec.ts', 'faults/**/*.spec.ts'],
	outputDir: 'test-results',
	// The tests share one built app but each has a server and a database of its own.
	fullyParallel: true,
	workers: 2,
	timeout: 90_000,
	expect: { timeout: 15_000 },
	retries: 0,
	forbidOnly: Boolean(process.env.CI),
	use: {
		locale: 'vi-VN',
		timezoneId: 'Asia/Ho_Chi_Minh',
		viewport: { width: 360, height: 740 },
		serviceWorkers: 'allow',
		screenshot: 'off',
		trace: 'off',
		launchOptions: {
			...(executablePath ? { executablePath } : {}),
			args: [...quietChromium],
		},
	},
});
