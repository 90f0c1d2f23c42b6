import { readMarkdown } from '@mozhou/text/read-markdown'
import type { ImageFacts, VideoFacts, WorkDocument } from '../work-document.ts'

const labels = { isGenerated: false, hasVisibleLabel: false, hasFileLabel: false }

export function imageOf(id: string, more: Partial<ImageFacts> = {}): ImageFacts {
  return {
    kind: 'image',
    id,
    source: `https://files.example.com/${id}.jpg`,
    name: `${id}.jpg`,
    alt: '',
    mimeType: 'image/jpeg',
    bytes: 200_000,
    width: 1_080,
    height: 1_440,
    isAnimated: false,
    codes: [],
    ai: labels,
    ...more,
  }
}

export function videoOf(id: string, more: Partial<VideoFacts> = {}): VideoFacts {
  return {
    kind: 'video',
    id,
    sha256: 'f'.repeat(64),
    source: null,
    name: `${id}.mp4`,
    mimeType: 'video/mp4',
    bytes: 20_000_000,
    width: 1_080,
    height: 1_920,
    seconds: 60,
    videoCodec: 'h264',
    audioCodec: 'aac',
    ai: labels,
    ...more,
  }
}

/** A work that every platform takes without a word, and what a test makes different in it. */
export function workOf(markdown: string, more: Partial<WorkDocument> = {}): WorkDocument {
  return {
    title: '周末去山里住一晚',
    summary: null,
    author: null,
    blocks: readMarkdown(markdown),
    tags: [],
    media: [],
    cover: null,
    purpose: 'article',
    isAiGenerated: false,
    ...more,
  }
}
