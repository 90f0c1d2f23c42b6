/** What a file is by its content. */
export const fileKinds = ['picture', 'document'] as const
export type FileKind = (typeof fileKinds)[number]

/**
 * What a file is for. `original`: as it came, from a person or a vendor; `delivery`: what a person gets of generated content, with the marks of an AI;
 * `thumbnail`: a small picture of either. `mask` and `intermediate` are made on the way, end by themselves and take none of a person's space.
 */
export const filePurposes = ['original', 'delivery', 'thumbnail', 'mask', 'intermediate'] as const
export type FilePurpose = (typeof filePurposes)[number]

export const thumbnailSizes = ['card', 'icon'] as const
export type ThumbnailSize = (typeof thumbnailSizes)[number]

/** `upload`: a person's own; `creation`: made by the platform. */
export const fileOrigins = ['upload', 'creation'] as const
export type FileOrigin = (typeof fileOrigins)[number]

/** What a file of a kind may come to, in bytes. */
export const mostFileBytes = { picture: 50_000_000, document: 30_000_000 } as const satisfies Record<FileKind, number>

/** A file in the trash is deleted after so many days. */
export const fileTrashDays = 30

/** Files that one call may delete or bring back. */
export const filesBulkLimit = 100

export const longestFileName = 120

/** What a picker of files offers, by their content's types. */
export const pictureTypes = ['image/jpeg', 'image/png', 'image/webp'] as const
export const documentEndings = ['.docx', '.pptx'] as const

/** The words a person agrees to who takes a file without the visible mark; another version asks again. */
export const unmarkedTermsVersion = '2026-12'
