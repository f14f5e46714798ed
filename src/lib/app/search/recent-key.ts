/** Where recent searches are kept in `localStorage`. */
export const recentKey = 'mot-cua-noi.recent';
