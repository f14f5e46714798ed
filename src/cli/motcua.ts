import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { clearProgress, CommandFailure, Finding, watchStdout } from './output.ts';
import type { HearOptions } from './hear.ts';
import type { InterpretOptions } from './interpret.ts';
import type { ReadOptions } from './read.ts';
import type { VerifyOptions } from './receipt.ts';
import type { SayOptions } from './say.ts';
import type { SearchOptions } from './search.ts';

const usage = `usage: motcua ${[
	'import <file…>',
	'publish',
	'search [--catalogue FILE] [--limit N] [--explain]',
	'say [--region north|south] [--mode full|skim]',
	'hear --kind KIND [--today DAY] [--choices "a|b"]',
	'interpret --screen SCREEN',
	'read <code> [--catalogue FILE]',
	'dossiers',
	'receive <file>',
	'backup <target>',
	'restore <source>',
	'check',
	'copy <code> <directory>',
	'erase <code> --reason TEXT',
	'purge [--dry-run]',
	'receipt verify <file> [--keys FILE|URL]',
	'stats',
].join(' | ')}`;

// A command's modules are loaded when it runs: search needs no database, and starting must stay quick.
const program = new Command('motcua')
	.description(
		"The operator's command line of Một Cửa Nói. DATA_DIR says where the data is (./data).",
	)
	.exitOverride()
	.configureOutput({ outputError: () => undefined })
	.helpCommand(false);
program
	.command('import')
	.description('read official exports (JSONL or JSONL.gz) into the database, all of them or none')
	.argument('<file...>')
	.action(async (files: string[]) => (await import('./import.ts')).runImport(files));
program
	.command('publish')
	.description('write the catalogue as packs for phones and static hosts')
	.action(async () => (await import('./publish.ts')).runPublish());
program
	.command('search')
	.description('answer each line of stdin with a line of JSON')
	.option(
		'--catalogue <file>',
		'search this export (JSONL or JSONL.gz), not the published catalogue',
	)
	.option('--limit <n>', 'hits a query', readLimit, 10)
	.option('--explain', 'say of each hit what matched: in its name, and by which words')
	.action(async (options: SearchOptions) => (await import('./search.ts')).runSearch(options));
program
	.command('say')
	.description('answer each line of stdin with the words a voice would say')
	.addOption(
		new Option('--region <region>', 'how numbers sound')
			.choices(['north', 'south'])
			.default('north'),
	)
	.addOption(
		new Option('--mode <mode>', 'skim leaves out brackets and the numbers of legal texts')
			.choices(['full', 'skim'])
			.default('full'),
	)
	.action(async (options: SayOptions) => (await import('./say.ts')).runSay(options));
program
	.command('read')
	.description(
		'print the reading script of a procedure as JSON (src/lib/reading/script.schema.json)',
	)
	.argument('<code>')
	.option('--catalogue <file>', 'read from this export (JSONL or JSONL.gz)')
	.action(async (code: string, options: ReadOptions) =>
		(await import('./read.ts')).runRead(code, options),
	);
program
	.command('hear')
	.description('hear each line of stdin as an answer, a line of JSON each')
	.requiredOption(
		'--kind <kind>',
		'number, money, date, time, digits, phone, id, yesno, choice, name, province, commune or address',
	)
	.option('--today <day>', 'the day that "hôm qua" is said on, YYYY-MM-DD')
	.option('--choices <choices>', 'for --kind choice, with | between them')
	.action(async (options: HearOptions) => (await import('./hear.ts')).runHear(options));
program
	.command('interpret')
	.description('say of each line of stdin which command it is, a line of JSON each')
	.requiredOption('--screen <screen>', 'where it is said')
	.action(async (options: InterpretOptions) =>
		(await import('./interpret.ts')).runInterpret(options),
	);
program
	.command('dossiers')
	.description('list the received dossiers, oldest first, a line of JSON each')
	.action(async () => (await import('./dossiers.ts')).runDossiers());
program
	.command('receive')
	.description('take in the dossiers of a sealed file, a line of JSON each')
	.argument('<file>')
	.action(async (file: string) => (await import('./receive.ts')).runReceive(file));
program
	.command('backup')
	.description(
		'write everything that must not be lost to a directory or a .tar file, while the server runs',
	)
	.argument('<target>')
	.action(async (target: string) => (await import('./backup.ts')).runBackup(target));
program
	.command('restore')
	.description('bring a backup into an empty DATA_DIR and database')
	.argument('<source>')
	.action(async (source: string) => (await import('./backup.ts')).runRestore(source));
program
	.command('check')
	.description('verify the audit log, every dossier and the hash of every file')
	.action(async () => (await import('./check.ts')).runCheck());
program
	.command('copy')
	.description('write everything that is kept about a dossier into a directory, for its person')
	.argument('<code>')
	.argument('<directory>')
	.action(async (code: string, directory: string) =>
		(await import('./personal-data.ts')).runCopy(code, directory),
	);
program
	.command('erase')
	.description('erase the content of a dossier; that it was received and erased stays')
	.argument('<code>')
	.requiredOption('--reason <text>', 'for the audit log; no personal data')
	.action(async (code: string, options: { reason: string }) =>
		(await import('./personal-data.ts')).runErase(code, options),
	);
program
	.command('purge')
	.description('erase what the retention periods are over for (RETENTION_FILE)')
	.option('--dry-run', 'only count it')
	.action(async (options: { dryRun?: boolean }) =>
		(await import('./personal-data.ts')).runPurge(options),
	);
program
	.command('receipt')
	.description('look at receipts')
	.command('verify')
	.description('say whether a receipt is genuine, without a network')
	.argument('<file>', 'the receipt as JSON')
	.option('--keys <file>', 'a JWK set, as /api/keys gives it: a file or an address')
	.action(async (file: string, options: VerifyOptions) =>
		(await import('./receipt.ts')).runVerify(file, options),
	);
program
	.command('stats')
	.description('count what is imported, published and received')
	.action(async () => (await import('./stats.ts')).runStats());

watchStdout();
process.exitCode = await run(process.argv.slice(2));

async function run(words: readonly string[]): Promise<number> {
	try {
		if (words.length === 0) return refuse(usage);
		await program.parseAsync(words, { from: 'user' });
		return 0;
	} catch (error) {
		if (error instanceof CommanderError) {
			if (error.exitCode === 0) return 0;
			// A suggestion ("Did you mean …?") comes on a line of its own.
			const line = error.message.replace(/^error: /, '').replace(/\s+/g, ' ');
			return refuse(`motcua: ${line} – ${usage}`);
		}
		// A file's trouble begins with the file's name, as a compiler's does, so that editors can jump there.
		if (error instanceof CommandFailure)
			return refuse(error.cause === 'file' ? error.message : `motcua: ${error.message}`);
		if (error instanceof Finding) {
			process.stderr.write(`${error.message}\n`);
			return 1;
		}
		const { dataDirectory, explainSystemFailure, WrongKeys, WrongRetention } =
			await import('#lib/server/index.ts');
		if (error instanceof WrongKeys || error instanceof WrongRetention)
			return refuse(`motcua: ${error.message}`);
		const reason = explainSystemFailure(error);
		if (reason === undefined) throw error;
		return refuse(`motcua: ${reason} (DATA_DIR is ${dataDirectory()})`);
	} finally {
		clearProgress();
		const { closeServer } = await import('#lib/server/index.ts');
		await closeServer();
	}
}

function refuse(line: string): number {
	process.stderr.write(`${line}\n`);
	return 2;
}

function readLimit(text: string): number {
	const limit = Number(text);
	if (!/^\d{1,4}$/.test(text) || limit < 1) throw new InvalidArgumentError('Expected 1 to 9999.');
	return limit;
}
