import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { LabelledType } from '@mozhou/integrations/labels/label-picture'
import type { FilesContext } from './files-context.ts'
import { contentProducer } from './keep-picture.ts'
import { withStaged } from './with-staged.ts'

interface ShownPicture {
  bytes: Uint8Array
  type: LabelledType
  width: number
  height: number
}

/**
 * A generated picture that is shown once and kept nowhere, with both marks of an AI: what leaves the platform carries them, whoever looks at it.
 * @throws AppError FILE_DAMAGED, FILES_BUSY
 */
export function markShown(
  ctx: Pick<FilesContext, 'staging' | 'fileWork'>,
  { bytes, type }: Pick<ShownPicture, 'bytes' | 'type'>,
  contentId: string,
): Promise<ShownPicture> {
  return withStaged(ctx, async (reserve) => {
    const source = await ctx.staging.receive(Readable.from([bytes]), bytes.byteLength)
    try {
      const thumbnails = { card: await reserve(), icon: await reserve() }
      const label = { producer: contentProducer, contentId }
      const task = { source: source.path, type, to: await reserve(), thumbnails, label }
      const { picture } = await ctx.fileWork.deliver(task)
      const { path, ...facts } = picture
      return { ...facts, bytes: await readFile(path) }
    } finally {
      await ctx.staging.discard(source.path)
    }
  })
}
