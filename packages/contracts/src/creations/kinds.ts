import type { GenerationKind } from '../generations/kinds.ts'
import type { Wording } from '../wording.ts'

export const creationKinds = ['writing', 'image'] as const
export type CreationKind = (typeof creationKinds)[number]

/** What a run did to a work, as ledgers say it, where its kind has words of its own. */
export const runTitles: Readonly<Record<CreationKind, Partial<Record<GenerationKind, Wording>>>> = {
  writing: {},
  image: {
    generate: { zh: '生成图片', en: 'Pictures' },
    regenerate: { zh: '图片新版本', en: 'New version of pictures' },
  },
}

export const creationStatuses = ['draft', 'accepted', 'running', 'succeeded', 'failed', 'cancelled'] as const
export type CreationStatus = (typeof creationStatuses)[number]

/** The last three are a person's doing and carry no model. */
export const versionKinds = [
  'generated',
  'regenerated',
  'optimised',
  'continued',
  'edited',
  'restored',
  'copied',
] as const

export const creationSorts = ['newest', 'oldest', 'updated', 'longest'] as const
export type CreationSort = (typeof creationSorts)[number]

export const exportFormats = ['md', 'html', 'txt', 'docx'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** How long a work in the trash can be brought back; after that its texts are purged. */
export const trashDays = 30
/** Works that one bulk action may name. */
export const bulkLimit = 100
