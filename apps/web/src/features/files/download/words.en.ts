import type { downloadZh } from './words.zh.ts'

export const downloadEn = {
  download: {
    hint: 'Pictures are never made larger here; use “Enlarge” for that. This device remembers your choice.',
    now: 'Download so',
    format: 'Format',
    formatKept: 'As it is',
    size: 'Size',
    sizeFull: 'Full size',
    longSide: (pixels) => `Long side ${pixels}`,
    sides: (width, height) => `${width} × ${height} pixels`,
  },
} satisfies typeof downloadZh
