import { fileTrashDays, longestFileName } from '@mozhou/contracts/files/kinds'
import type { FilePurpose } from '@mozhou/contracts/files/kinds'

const dayMs = 86_400_000
const passingDays = 7

/** Masks and intermediates are the platform's own: they end by themselves, and nobody pays for them with space. */
export const takesSpace = (purpose: FilePurpose): boolean => purpose !== 'mask' && purpose !== 'intermediate'

/** When what is made on the way ends; null for what stays. */
export function expiryOf(purpose: FilePurpose, now: Date): Date | null {
  return takesSpace(purpose) ? null : new Date(now.getTime() + passingDays * dayMs)
}

/** What was deleted at or before this instant may be purged and not be brought back. */
export function purgeableBefore(now: Date): Date {
  return new Date(now.getTime() - fileTrashDays * dayMs)
}

/** Begun days until it is deleted for good, never less than 1. */
export function daysLeft(deletedAt: Date, now: Date): number {
  return Math.max(1, Math.ceil((deletedAt.getTime() + fileTrashDays * dayMs - now.getTime()) / dayMs))
}

/** Bytes that nobody refers to are left alone so long: somebody may be about to. */
export const untouchedBefore = (now: Date): Date => new Date(now.getTime() - dayMs)

/**
 * A file's name without folders and ending, which its content decides: one line, without what no file system takes and without marks that turn a
 * name around.
 */
export function cleanName(sent: string): string {
  const [last = ''] = sent.split(/[\\/]/u).slice(-1)
  const name = last
    .replace(/\.[\p{L}\p{N}]{1,5}$/u, '')
    .replaceAll(/[\p{Cc}\p{Bidi_Control}<>:"|?*]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replace(/^\.+/u, '')
  const cut = Array.from(name)
    .slice(0, longestFileName)
    .join('')
    .replace(/[. ]+$/u, '')
  return cut === '' ? '未命名' : cut
}

const endings: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
  'video/webm': 'webm',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/wav': 'wav',
}

/** As it is downloaded. */
export function downloadName(name: string, mediaType: string): string {
  return `${name}.${endings[mediaType] ?? 'bin'}`
}
