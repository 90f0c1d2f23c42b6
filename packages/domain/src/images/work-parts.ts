import { AppError } from '@mozhou/contracts/errors'
import type { WorkPartDto } from '@mozhou/contracts/images/answers'
import type { AttachmentRole, ImageSizeKey } from '@mozhou/contracts/images/kinds'
import { mostWorkParts } from '@mozhou/contracts/images/kinds'
import type { ToolResult } from '@mozhou/contracts/results/section'
import { mainSection } from '@mozhou/contracts/results/sections'
import { tools } from '@mozhou/contracts/tools/registry'
import type { ToolDefinition } from '@mozhou/contracts/tools/tool'
import type { ToolKey } from '@mozhou/contracts/tools/registry'
import type { DomainContext } from '../context.ts'
import { textTool } from '../creations/text-tool.ts'
import { excerptOf, namedByWords } from '../search/read-text.ts'
import { storedResult } from '../stored-work.ts'

/** A place of a text that may have a picture, with what stands there. */
export interface WorkPlace {
  role: AttachmentRole
  place: number
  title: string
  text: string
}

export interface IllustratedWork {
  creationId: string
  tool: ToolKey
  title: string
  places: WorkPlace[]
}

const longestExcerpt = 80
const longestHeading = 60
/** Of a card that has no heading. */
const longestName = 24
/** Of a part, so much is shown to whoever makes a prompt of it. */
export const longestMaterial = 1_200
const coverLead = 600

const sizes: Partial<Record<ToolKey, { cover: ImageSizeKey; illustration: ImageSizeKey }>> = {
  'wechat-article': { cover: 'wechat-cover', illustration: 'landscape' },
  'xiaohongshu-note': { cover: 'xiaohongshu', illustration: 'xiaohongshu' },
  'video-script': { cover: 'douyin', illustration: 'douyin' },
  'press-release': { cover: 'toutiao-cover', illustration: 'landscape' },
}

export const sizeOf = (tool: ToolKey, role: AttachmentRole): ImageSizeKey =>
  sizes[tool]?.[role] ?? (role === 'cover' ? 'wide' : 'landscape')

const cut = (text: string, most: number) => Array.from(text).slice(0, most).join('')

/** Headings cut a text into sections; one without any has its paragraphs, three at a time, as the cards of a note are read. */
function sectionsOf(body: string): { title: string; text: string }[] {
  const headed = body.split(/^#{1,4} +/mu).slice(1)
  if (headed.length > 0)
    return headed.map((section) => {
      const [title = '', ...lines] = section.split('\n')
      return { title: excerptOf(title, longestHeading), text: lines.join('\n').trim() }
    })
  const paragraphs = body.split(/\n\s*\n/u).filter((paragraph) => paragraph.trim() !== '')
  const cards = Array.from({ length: Math.ceil(paragraphs.length / 3) }, (_, index) =>
    paragraphs.slice(index * 3, index * 3 + 3).join('\n'),
  )
  return cards.map((text) => ({ title: namedByWords(text, longestName), text }))
}

function textOf(tool: ToolDefinition, result: ToolResult): string {
  const main = mainSection(tool.sections)
  const body = main === undefined ? undefined : result[main.field]
  return typeof body === 'string' ? body : ''
}

/** The places of a person's own text, as it stands now. @throws AppError CREATION_NOT_FOUND, CREATION_IN_TRASH, CREATION_HAS_NO_TEXT */
export async function loadIllustratedWork(
  ctx: Pick<DomainContext, 'prisma'>,
  { creationId, userId }: { creationId: string; userId: string },
): Promise<IllustratedWork> {
  const row = await ctx.prisma.creation.findUnique({
    where: { id: creationId, userId, purgedAt: null },
    select: { kind: true, toolKey: true, title: true, deletedAt: true, currentVersion: { select: { result: true } } },
  })
  if (!row) throw new AppError('CREATION_NOT_FOUND')
  if (row.deletedAt !== null) throw new AppError('CREATION_IN_TRASH')
  const tool = textTool(row)
  if (!row.currentVersion) throw new AppError('CREATION_HAS_NO_TEXT')
  const body = textOf(tools[tool], storedResult(row.currentVersion.result))
  const cover: WorkPlace = { role: 'cover', place: 0, title: row.title, text: cut(body, coverLead) }
  const parts = sectionsOf(body).slice(0, mostWorkParts)
  return {
    creationId,
    tool,
    title: row.title,
    places: [cover, ...parts.map((part, place) => ({ ...part, role: 'illustration' as const, place }))],
  }
}

/** @throws AppError WORK_PART_NOT_FOUND besides those of the work */
export function placeOf({ places }: IllustratedWork, wanted: Pick<WorkPlace, 'role' | 'place'>): WorkPlace {
  const found = places.find(({ role, place }) => role === wanted.role && place === wanted.place)
  if (!found) throw new AppError('WORK_PART_NOT_FOUND')
  return found
}

/** Where a text may have pictures, for a page to choose from. @throws as `loadIllustratedWork` */
export async function listWorkParts(
  ctx: DomainContext,
  input: { creationId: string; userId: string },
): Promise<WorkPartDto[]> {
  const work = await loadIllustratedWork(ctx, input)
  return work.places.map(({ role, place, title, text }) => ({
    role,
    place: role === 'cover' ? null : place,
    title,
    excerpt: excerptOf(text, longestExcerpt),
    size: sizeOf(work.tool, role),
  }))
}
