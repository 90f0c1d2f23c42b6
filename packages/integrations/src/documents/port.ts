import type { AiLabel } from '../labels/aigc-label.ts'

export type DocumentFormat = 'md' | 'html' | 'txt' | 'docx'

/** A part of a work, in the order it is read. Labels are words that the platform adds; the rest is the work's own text. */
export type DocumentPart =
  | { kind: 'line'; field: string; label: string; text: string }
  /** Markdown (https://commonmark.org with GitHub's tables). */
  | { kind: 'markdown'; field: string; label: string | null; text: string }
  | { kind: 'list' | 'lines'; field: string; label: string; items: readonly string[] }
  | { kind: 'table'; field: string; label: string; headings: readonly string[]; rows: readonly (readonly string[])[] }

export interface SourceDocument {
  title: string
  parts: readonly DocumentPart[]
  /** `official`: an official document of party and state organs, laid out by GB/T 9704-2012. */
  layout: 'article' | 'official'
  /** The visible AI label, or null when the person took it upon themselves. */
  aiLabel: string | null
  /** Who made it and under which number: the label in the file's metadata (GB 45438-2025), which is never left out; null for what no model had a part in. */
  provenance: AiLabel | null
}

/**
 * Gives the file's bytes. Ends early when the signal aborts.
 * @throws AppError EXPORT_UNAVAILABLE when too many wait, or when it takes too long
 */
export type DocumentWriter = (
  format: DocumentFormat,
  document: SourceDocument,
  signal?: AbortSignal,
) => Promise<Uint8Array>
