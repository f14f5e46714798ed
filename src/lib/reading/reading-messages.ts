import type { Level, ProcessingTime } from '#lib/catalogue/index.ts';
import type { ProcedureSectionId } from './script.ts';

type TimeUnit = Extract<ProcessingTime, { kind: 'known' }>['unit'];

/** Every fixed phrase of a script. Numbers come in as numbers; sentences end with their full stop. */
export interface ReadingMessages {
	readonly headings: Readonly<Record<ProcedureSectionId, string>>;
	/** an item as read aloud: "1: Tờ khai" */
	readonly numbered: (number: number, text: string) => string;
	/** a step as read aloud, unless its text says so itself */
	readonly step: (number: number, text: string) => string;
	readonly summary: {
		readonly fullName: (name: string) => string;
		readonly result: (result: string) => string;
		readonly field: (field: string) => string;
		/** `named`: some of the papers, all of them where `named.length` is `count` */
		readonly documents: (count: number, cases: number, named: readonly string[]) => string;
		readonly noDocuments: string;
		readonly documentsAsText: string;
		readonly time: (time: string) => string;
		readonly timesDiffer: (times: string) => string;
		readonly timesVary: string;
		readonly fee: (fee: string) => string;
		readonly feesDiffer: (fees: string) => string;
		readonly feesVary: string;
		readonly feesBetween: (lowest: string, highest: string) => string;
		readonly place: (agency: string) => string;
		readonly online: string;
	};
	readonly documents: {
		readonly count: (count: number) => string;
		readonly originals: (count: number) => string;
		readonly copies: (count: number) => string;
		readonly quantity: (asWritten: string) => string;
		readonly hasForm: string;
	};
	readonly fees: {
		readonly unknown: string;
		readonly free: string;
		readonly freeBecause: (reason: string) => string;
		readonly amount: (amount: number, currency: string) => string;
		readonly per: (amount: string, thing: string) => string;
		readonly until: (date: string) => string;
		readonly mayHaveChanged: (date: string) => string;
	};
	readonly time: {
		readonly units: Readonly<Record<TimeUnit, string>>;
		readonly unknown: string;
		readonly unregulated: string;
		readonly withoutUnit: (written: string) => string;
		readonly unclear: (written: string) => string;
	};
	readonly place: {
		readonly agency: (agency: string) => string;
		readonly authority: (authority: string) => string;
		readonly address: (address: string) => string;
		readonly channels: (channels: string, count: number) => string;
		readonly levels: Readonly<Record<Level, string>>;
		readonly level: (levels: string) => string;
		readonly unknown: string;
	};
	readonly audience: (people: string) => string;
	readonly stepCount: (count: number) => string;
	/** "Trực tiếp, trực tuyến: miễn phí." */
	readonly byChannel: (channels: string, fact: string) => string;
	readonly unnamedChannel: string;
	readonly noSteps: string;
	readonly noConditions: string;
	readonly noLegalBasis: string;
	readonly noResult: string;
	readonly legalCount: (count: number) => string;
	readonly issued: (text: string, date: string | undefined, issuer: string | undefined) => string;
	readonly abolishedDistrict: string;
	readonly abolishedMinistry: string;
	readonly staleSource: (date: string) => string;
	readonly source: (name: string, date: string) => string;
	readonly undatedSource: (name: string) => string;
	readonly otherSource: (name: string, date: string) => string;
	readonly ownWords: string;
	/** `2026-07-02` → "ngày 2 tháng 7 năm 2026"; month or day may be absent */
	readonly date: (year: number, month: number | undefined, day: number | undefined) => string;
	readonly listCount: (count: number) => string;
	readonly emptyList: string;
}
