import { expect, it } from 'vitest';
import { kindOfBytes, kindOfType } from './file-kind.ts';

const box = (...brands: string[]) => {
	const text = `ftyp${brands[0]}\0\0\0\0${brands.slice(1).join('')}`;
	return `\0\0\0${String.fromCharCode(text.length + 4)}${text}rest`;
};

it.each([
	['%PDF-1.7\n', 'application/pdf'],
	['\xff\xd8\xff\xe1', 'image/jpeg'],
	['\x89PNG\r\n\x1a\n', 'image/png'],
	['RIFF\x10\0\0\0WEBPVP8 ', 'image/webp'],
	[box('heic', 'mif1', 'heic'), 'image/heic'],
	[box('mif1', 'mif1', 'heic'), 'image/heic'],
	[box('mif1'), 'image/heic'],
	[box('avif', 'mif1', 'avif'), undefined],
	[box('mif1', 'avif'), undefined],
	[box('isom', 'mp42'), undefined],
	['RIFF\x10\0\0\0WAVEfmt ', undefined],
	['GIF89a', undefined],
	['PK\x03\x04', undefined],
	['<!doctype html><!-- %PDF-1.7 -->', undefined],
	['MZ', undefined],
	['', undefined],
])('tells by the bytes %j that it is %s', (bytes, kind) => {
	expect(kindOfBytes(Buffer.from(bytes, 'latin1'))).toBe(kind);
});

it.each([
	['image/jpeg', 'image/jpeg'],
	['IMAGE/JPG', 'image/jpeg'],
	['image/heif', 'image/heic'],
	['application/pdf; name=x', 'application/pdf'],
	['image/svg+xml', undefined],
	['text/html', undefined],
	['application/octet-stream', undefined],
	['', undefined],
])('knows the type %j as %s', (type, kind) => {
	expect(kindOfType(type)).toBe(kind);
});
