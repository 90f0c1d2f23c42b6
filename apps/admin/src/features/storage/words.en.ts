import type { storageZh } from './words.zh.ts'

export const storageEn = {
  storage: {
    subtitle: 'Whose files take how much space, the most first. What is in them only their owners see.',
    search: 'Search user names or addresses',
    user: 'User',
    used: 'Used',
    share: 'Of the limit',
    files: 'Files',
    trash: 'In the trash',
    held: 'Held by uploads',
    people: 'People with files',
    allUsed: 'Used by all',
    stored: 'In the store',
    storedHint: (blobs) => `${blobs} sets of bytes; the same ones are kept once`,
    emptyTitle: 'Nobody keeps files yet',
    emptyHint: 'Whoever uploads or generates something is listed here.',
  },
} satisfies typeof storageZh
