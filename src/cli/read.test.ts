import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { expect, it } from 'vitest';
import { commandLine, onlyJson, onlyLine, recordLine } from '../../tests/support/command-line.ts';

interface Printed {
	sections: { id: string; title: string; sentences: { text: string; spoken: string }[] }[];
}

const schema = new URL('../lib/reading/script.schema.json', import.meta.url);
const isValid = new Ajv().compile(JSON.parse(readFileSync(schema, 'utf8')) as object);

it('prints the script of a starter procedure, of the schema, on one line', () => {
	const { run } = commandLine();
	const { status, stdout, stderr } = run(['read', '1.001193']);
	expect([status, stderr]).toEqual([0, '']);
	const script = onlyJson(stdout) as Printed;
	expect([isValid(script), isValid.errors]).toEqual([true, null]);
	expect(script.sections[0]).toMatchObject({ id: 'summary', title: 'Tóm tắt' });
	const documents = script.sections.find(({ id }) => id === 'documents');
	expect(documents?.sentences.some(({ spoken }) => spoken.startsWith('một: '))).toBe(true);
});

it('reads from an export, where the last record of a code counts and the plain layer stays', () => {
	const { run, file } = commandLine();
	const path = file(
		'export.jsonl',
		recordLine('1.001193', 'Cũ') + recordLine('9.000001', 'Khác') + recordLine('1.001193', 'Mới'),
	);
	const { status, stdout } = run(['read', '1.001193', '--catalogue', path]);
	expect(status).toBe(0);
	expect(isValid(onlyJson(stdout))).toBe(true);
	const other = run(['read', '9.000001', '--catalogue', path]);
	expect((onlyJson(other.stdout) as Printed).sections[3]?.sentences[0]?.spoken).toBe(
		'Thông tin phí chưa được công bố.',
	);
});

it('an unknown code is one line on stderr and exit code 2', () => {
	const { run, file } = commandLine();
	const path = file('export.jsonl', `${recordLine('1.001193')}{}\n`);
	const ofServer = run(['read', '9.999999']);
	expect([ofServer.status, ofServer.stdout]).toEqual([2, '']);
	expect(onlyLine(ofServer.stderr)).toBe('motcua: no procedure has the code "9.999999"');
	const ofFile = run(['read', '9.999999\n', '--catalogue', path]);
	expect([ofFile.status, ofFile.stdout]).toEqual([2, '']);
	expect(onlyLine(ofFile.stderr)).toBe(
		`${path}: no procedure has the code "9.999999 " (1 broken records were left out)`,
	);
});

it('a file that cannot be read, no code and two codes are refused in one line', () => {
	const { run, directory } = commandLine();
	for (const args of [
		['read', '1.001193', '--catalogue', `${directory}/none.jsonl`],
		['read'],
		['read', 'a', 'b'],
	]) {
		const { status, stdout, stderr } = run(args);
		expect([status, stdout]).toEqual([2, '']);
		onlyLine(stderr);
	}
});
