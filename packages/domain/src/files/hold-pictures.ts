import type { FilePurpose } from '@mozhou/contracts/files/kinds'
import type { MadePicture, MadePictures, PictureType } from '@mozhou/integrations/files/port'
import type { FilesContext } from './files-context.ts'
import { holdBytes } from './hold-bytes.ts'
import type { NewAsset } from './insert-file.ts'
import { withStaged } from './with-staged.ts'

/** What the process of pictures made, in the store and as rows to be. */
export async function holdPictures(
  ctx: FilesContext,
  { picture, thumbnails }: MadePictures,
  purpose: FilePurpose,
): Promise<NewAsset[]> {
  const held: NewAsset[] = []
  held.push({ purpose, ...(await hold(ctx, picture)) })
  held.push({ purpose: 'thumbnail', size: 'card', ...(await hold(ctx, thumbnails.card)) })
  held.push({ purpose: 'thumbnail', size: 'icon', ...(await hold(ctx, thumbnails.icon)) })
  return held
}

/** A picture that no model had a part in, as it is kept: upright, without what its camera wrote beside it, and without marks. */
export function holdCleaned(
  ctx: FilesContext,
  { source, type }: { source: string; type: PictureType },
): Promise<NewAsset[]> {
  return withStaged(ctx, async (reserve) => {
    const thumbnails = { card: await reserve(), icon: await reserve() }
    const made = await ctx.fileWork.clean({ source, type, to: await reserve(), thumbnails })
    return holdPictures(ctx, made, 'original')
  })
}

async function hold(ctx: FilesContext, { path, type, width, height }: MadePicture) {
  const staged = await ctx.staging.adopt(path)
  await holdBytes(ctx, staged)
  return { sha256: staged.sha256, bytes: staged.bytes, mediaType: type, width, height }
}
