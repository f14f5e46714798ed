/**
 * A whole number as people write it: `4.437`. By hand, because the browser's own formatter takes a tenth of a second to
 * start on a slow phone, just as the page wakes up.
 */
export const thousands = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, '.');
