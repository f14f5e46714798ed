import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/**
 * A directory of a test's own, gone when the test ends.
 * @param atEnd where to leave the cleaning up: `afterAll` in a suite's hook
 */
export function testDirectory(atEnd: (clean: () => void) => void = onTestFinished): string {
	const path = mkdtempSync(join(tmpdir(), 'mot-cua-noi-'));
	atEnd(() => rmSync(path, { recursive: true, force: true }));
	return path;
}
