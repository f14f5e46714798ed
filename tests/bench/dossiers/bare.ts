import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** How many rows of that text an engine commits durably in a second, one after the other, with nothing in between. */
export type Bare = (text: string, ms: number) => Promise<number>;

const create = 'create table bare (id text primary key, body text not null)';

export const bareSqlite =
	(directory: string): Bare =>
	async (text, ms) => {
		const db = new DatabaseSync(join(directory, 'bare.sqlite'));
		db.exec('pragma journal_mode = wal');
		db.exec('pragma synchronous = full');
		db.exec('drop table if exists bare');
		db.exec(create);
		const insert = db.prepare('insert into bare values (?, ?)');
		const began = performance.now();
		let rows = 0;
		for (; performance.now() - began < ms; rows++) insert.run(randomUUID(), text);
		const rate = rows / ((performance.now() - began) / 1000);
		db.close();
		return rate;
	};

/** @param connections that insert at the same time */
export const barePostgres =
	(url: string, connections: number): Bare =>
	async (text, ms) => {
		const { default: pg } = await import('pg');
		const clients = Array.from({ length: connections }, () => new pg.Client(url));
		await Promise.all(clients.map((client) => client.connect()));
		await clients[0]?.query('drop table if exists bare');
		await clients[0]?.query(create);
		const began = performance.now();
		let rows = 0;
		await Promise.all(
			clients.map(async (client) => {
				for (; performance.now() - began < ms; rows++)
					await client.query({
						name: 'insert',
						text: 'insert into bare values ($1, $2)',
						values: [randomUUID(), text],
					});
			}),
		);
		const rate = rows / ((performance.now() - began) / 1000);
		await clients[0]?.query('drop table bare');
		await Promise.all(clients.map((client) => client.end()));
		return rate;
	};
