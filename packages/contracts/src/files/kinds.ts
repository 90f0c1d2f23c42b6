/** What a file is by its content. */
export const fileKinds = ['picture', 'document', 'video', 'audio'] as const
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
export const mostFileBytes = {
  picture: 50_000_000,
  document: 30_000_000,
  video: 500_000_000,
  audio: 100_000_000,
} as const satisfies Record<FileKind, number>

/** Of any kind: what an upload may come to whose kind nobody has said. */
export const mostUploadBytes = Math.max(...Object.values(mostFileBytes))

/** An upload in parts ends by itself so long after its last part, and gives the space back that it held. */
export const uploadRestHours = 24

/** Uploads in parts that a person may have open at once: each holds space. */
export const mostOpenUploads = 50

/** A file in the trash is deleted after so many days. */
export const fileTrashDays = 30

/** Files that one call may delete or bring back. */
export const filesBulkLimit = 100

export const longestFileName = 120

/** What a picker of files offers, by their content's types. */
export const pictureTypes = ['image/jpeg', 'image/png', 'image/webp'] as const

/** What a picture may be downloaded as, whatever it is kept as. */
export const downloadFormats = ['png', 'jpeg', 'webp'] as const
export type DownloadFormat = (typeof downloadFormats)[number]

/** `full`: as large as it is; otherwise the longer side, in pixels, of what is larger. */
export const downloadSizes = ['full', '2048', '1080', '720'] as const
export type DownloadSize = (typeof downloadSizes)[number]

/** A side of a WebP (RFC 9649, section 2.7.1.1). */
export const longestWebpSide = 16_383

export const documentEndings = ['.docx', '.pptx'] as const
export const videoTypes = ['video/mp4', 'video/quicktime', 'video/webm'] as const
export const audioEndings = ['.mp3', '.m4a', '.wav'] as const

/** The words a person agrees to who takes a file without the visible mark; another version asks again. */
export const unmarkedTermsVersion = '2026-12'
