/** Whom to count an address as: an IPv6 customer has a whole /64, an IPv4 one may come in IPv6 clothes. */
export function clientOf(address: string): string {
	const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
	if (mapped) return mapped;
	if (!address.includes(':')) return address;
	const [head = '', tail] = address.split('::');
	const groups = head === '' ? [] : head.split(':');
	const after = tail ? tail.split(':').length : 0;
	const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - after);
	const whole = [...groups, ...Array<string>(zeros).fill('0'), ...(tail ? tail.split(':') : [])];
	return whole.slice(0, 4).join(':');
}
