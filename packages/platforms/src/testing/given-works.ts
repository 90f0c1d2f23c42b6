import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readMarkdown } from '@mozhou/text/read-markdown'
import type { ImageFacts, MediaFact, VideoFacts, WorkDocument } from '../work-document.ts'
import { imageOf, videoOf } from './works.ts'

const folder = fileURLToPath(new URL('works/', import.meta.url))

/** Works of our own making: lines of `name: value`, an empty line, the text. */
export const givenWorks: readonly { name: string; work: WorkDocument }[] = readdirSync(folder)
  .toSorted()
  .map((file) => ({ name: file.replace('.md', ''), work: readWork(readFileSync(folder + file, 'utf8')) }))

function readWork(source: string): WorkDocument {
  const [head = '', ...text] = source.split('\n\n')
  const lines = head.split('\n').map((line): [string, string] => {
    const [, name = '', value = ''] = /^(\w+): ?(.*)$/u.exec(line) ?? []
    return [name, value]
  })
  const value = (name: string) => lines.find(([key]) => key === name)?.[1] ?? null
  const media = lines.flatMap(([name, given]): MediaFact[] =>
    name === 'image' ? [readImage(given)] : name === 'video' ? [readVideo(given)] : [],
  )
  return {
    title: value('title') ?? '',
    summary: value('summary'),
    author: value('author'),
    blocks: readMarkdown(text.join('\n\n').trim()),
    tags: value('tags')?.split(', ') ?? [],
    media,
    cover: value('cover'),
    purpose: value('purpose') === 'advertisement' ? 'advertisement' : 'article',
    isAiGenerated: value('ai') === 'text',
  }
}

/** `poster 1080x1440 300000 image/jpeg qr=https://… ai` */
function readImage(value: string): ImageFacts {
  const [id = '', size = '', bytes = '', mimeType = '', ...more] = value.split(' ')
  const qr = more.find((part) => part.startsWith('qr='))?.slice(3)
  const isGenerated = more.includes('ai')
  return imageOf(id, {
    ...sizeOf(size),
    bytes: Number(bytes),
    mimeType,
    codes: qr === undefined ? [] : [{ kind: 'qr', text: qr }],
    ai: { isGenerated, hasVisibleLabel: false, hasFileLabel: false },
  })
}

/** `film 1080x1920 52000000 176s h264 aac` */
function readVideo(value: string): VideoFacts {
  const [id = '', size = '', bytes = '', seconds = '', videoCodec = '', audioCodec = null] = value.split(' ')
  return videoOf(id, {
    ...sizeOf(size),
    bytes: Number(bytes),
    seconds: Number.parseInt(seconds, 10),
    videoCodec,
    audioCodec,
  })
}

function sizeOf(size: string) {
  const [width = 0, height = 0] = size.split('x').map(Number)
  return { width, height }
}
