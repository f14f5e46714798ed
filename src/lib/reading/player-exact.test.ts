import { describe, expect, it } from 'vitest';
import { failure, playerWithVoice, script, settled } from '../../../tests/support/player.ts';

describe('inside a sentence', () => {
	it('resumes at the word that was cut off', async () => {
		const { player, calls, last } = playerWithVoice();
		player.load(script);
		player.play('p2');
		last().word(0, 3);
		last().word(4, 2);
		player.pause();
		await settled();
		player.resume();
		expect(calls.map(({ words, from }) => [words, from])).toEqual([
			['câu p2', undefined],
			['câu p2', 4],
		]);
	});

	it('resumes there after a phone call too, and from the beginning after moving', async () => {
		const { player, last } = playerWithVoice();
		player.load(script);
		player.play('p2');
		last().word(4, 2);
		await last().finish(failure('interrupted'));
		player.resume();
		await settled();
		expect(last().from).toBe(4);
		player.repeat();
		await settled();
		expect(last()).toMatchObject({ words: 'câu p2', from: undefined });
		last().word(4, 2);
		player.next();
		await settled();
		expect(last()).toMatchObject({ words: 'câu p3', from: undefined });
	});

	it('goes on at a new rate, or with another voice, from the word that sounds', async () => {
		const { player, last } = playerWithVoice();
		player.load(script);
		player.play('p2');
		last().word(4, 2);
		player.setRate(2);
		await settled();
		expect(last()).toMatchObject({ words: 'câu p2', rate: 2, from: 4 });
		last().word(4, 2);
		player.renew();
		await settled();
		expect(last()).toMatchObject({ words: 'câu p2', rate: 2, from: 4 });
	});

	it('a voice that tells no words begins the sentence again', async () => {
		const { player, last } = playerWithVoice();
		player.load(script);
		player.play('p2');
		player.pause();
		await settled();
		player.resume();
		expect(last().from).toBeUndefined();
	});
});

describe('sections', () => {
	it('back goes to the beginning of this one, from there to the one before', async () => {
		const { player } = playerWithVoice();
		player.load(script);
		player.play('f1');
		player.previousSection();
		expect(player.state.sentenceId).toBe('fee.heading');
		player.previousSection();
		expect(player.state.sentenceId).toBe('papers.heading');
		player.previousSection();
		expect(player.state.sentenceId).toBe('title');
		await settled();
	});

	it('jumps to a heading, and stays where it is for one that is not there', async () => {
		const { player } = playerWithVoice();
		player.load(script);
		player.toSection('fee');
		expect(player.state).toMatchObject({ status: 'playing', sentenceId: 'fee.heading' });
		player.toSection('gone');
		expect(player.state.sentenceId).toBe('fee.heading');
		await settled();
	});

	it('sleeps where the section ends, once, and wakes at the next', async () => {
		const { player, last } = playerWithVoice();
		player.load(script);
		player.play('p2');
		player.sleepAtSectionEnd(true);
		expect(player.state.sleeping).toBe(true);
		await last().finish();
		expect(player.state).toMatchObject({ status: 'playing', sentenceId: 'p3' });
		await last().finish();
		expect(player.state).toEqual({
			status: 'paused',
			sentenceId: 'fee.heading',
			sectionId: 'fee',
			rate: 1,
			pace: 'full',
		});
		player.resume();
		expect(player.state).toMatchObject({ status: 'playing', sentenceId: 'fee.heading' });
	});

	it('does not sleep between the title and the first section', async () => {
		const { player, last } = playerWithVoice();
		player.load(script);
		player.play();
		player.sleepAtSectionEnd(true);
		await last().finish();
		expect(player.state).toMatchObject({ status: 'playing', sentenceId: 'papers.heading' });
	});
});

describe('skimming', () => {
	const long = {
		title: { id: 'title', text: 'Khai sinh' },
		sections: [
			{
				id: 'steps',
				heading: 'Các bước',
				blocks: [
					{
						sentences: [
							{ id: 's1', text: 'Nộp hồ sơ (bản chính)' },
							{ id: 's2', text: 'Chờ biên nhận' },
						],
					},
					{ kind: 'note' as const, sentences: [{ id: 's3', text: 'Theo nguồn' }] },
					{ sentences: [{ id: 's4', text: 'Nhận kết quả' }] },
				],
			},
			{
				id: 'legal',
				heading: 'Căn cứ',
				blocks: [
					{ sentences: [{ id: 'l1', text: 'Có một văn bản' }] },
					{ sentences: [{ id: 'l2', text: 'Luật Hộ tịch' }] },
				],
			},
		],
	};
	const playAll = async (act: (player: ReturnType<typeof playerWithVoice>['player']) => void) => {
		const { player, calls, last } = playerWithVoice(1, 'skim');
		player.load(long);
		player.play();
		while (player.state.status === 'playing') {
			act(player);
			await settled();
			await last().finish();
		}
		return calls.map(({ words }) => words);
	};

	it('says headings and what leads each paragraph, without brackets, notes and references', async () => {
		expect(await playAll(() => undefined)).toEqual([
			'khai sinh',
			'các bước',
			'nộp hồ sơ',
			'nhận kết quả',
			'căn cứ',
			'có một văn bản',
		]);
	});

	it('says what it left out of a paragraph when asked, then skims on', async () => {
		let asked = false;
		const said = await playAll((player) => {
			if (player.state.sentenceId !== 's1' || asked) return;
			asked = true;
			expect(player.state.abridged).toBe(true);
			player.readInFull();
			expect(player.state).not.toHaveProperty('abridged');
		});
		expect(said).toEqual([
			'khai sinh',
			'các bước',
			'nộp hồ sơ',
			'nộp hồ sơ (bản chính)',
			'chờ biên nhận',
			'nhận kết quả',
			'căn cứ',
			'có một văn bản',
		]);
	});

	it('has nothing more to offer of a paragraph said whole, nor while reading in full', async () => {
		const { player } = playerWithVoice(1, 'skim');
		player.load(long);
		player.play('s4');
		expect(player.state).not.toHaveProperty('abridged');
		player.play('s1');
		expect(player.state.abridged).toBe(true);
		player.setPace('full');
		expect(player.state).toMatchObject({ pace: 'full', sentenceId: 's1', status: 'playing' });
		expect(player.state).not.toHaveProperty('abridged');
		await settled();
	});

	it('steps from lead to lead, and may begin at any sentence', async () => {
		const { player } = playerWithVoice(1, 'skim');
		player.load(long);
		player.play('s1');
		player.next();
		expect(player.state.sentenceId).toBe('s4');
		player.previous();
		expect(player.state.sentenceId).toBe('s1');
		player.play('s3');
		expect(player.state).toMatchObject({ sentenceId: 's3', abridged: true });
		await settled();
	});
});

describe('something else to say meanwhile', () => {
	it('is said between two sentences, then reading goes on', async () => {
		const { player, calls, last } = playerWithVoice();
		player.load(script);
		player.play('p1');
		const heard = player.interject('đã gửi hồ sơ');
		expect(calls).toHaveLength(1);
		await last().finish();
		expect(last().words).toBe('đã gửi hồ sơ');
		await last().finish();
		expect(await heard).toBe(true);
		expect(last().words).toBe('câu p2');
		expect(player.state).toMatchObject({ status: 'playing', sentenceId: 'p2' });
	});

	it('is given up when reading pauses, and not taken while nothing is read', async () => {
		const { player, calls } = playerWithVoice();
		player.load(script);
		expect(await player.interject('a')).toBe(false);
		player.play('p1');
		const heard = player.interject('b');
		player.pause();
		expect(await heard).toBe(false);
		await settled();
		player.resume();
		await settled();
		expect(calls.map(({ words }) => words)).toEqual(['câu p1', 'câu p1']);
	});
});
