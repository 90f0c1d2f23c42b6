import type { PackageMedia } from '@mozhou/platforms/platform-package'
import { drawnKey } from '../files/keep-drawn.ts'
import type { FilesContext } from '../files/files-context.ts'
import { contentOf } from './keep-drawn-medium.ts'

interface DrawnOf {
  media: readonly PackageMedia[]
  creationId: string
  isAiGenerated: boolean
}

/** The files of those cards and formulas of a package that were drawn already, by the id of the medium. Draws nothing. */
export async function findDrawnMedia(
  { prisma }: Pick<FilesContext, 'prisma'>,
  { media, creationId, isAiGenerated }: DrawnOf,
): Promise<ReadonlyMap<string, string>> {
  const keys = new Map<string, string[]>()
  for (const medium of media) {
    if (medium.kind !== 'card' && medium.kind !== 'formula') continue
    const key = drawnKey({ creationId, isAi: isAiGenerated, content: contentOf(medium) })
    keys.set(key, [...(keys.get(key) ?? []), medium.id])
  }
  if (keys.size === 0) return new Map()
  const files = await prisma.file.findMany({
    where: { originKey: { in: [...keys.keys()] }, deletedAt: null },
    select: { id: true, originKey: true },
  })
  return new Map(files.flatMap(({ id, originKey }) => (keys.get(originKey ?? '') ?? []).map((medium) => [medium, id])))
}
