import type { FilePurpose } from '@mozhou/contracts/files/kinds'
import type { MadePicture, MadePictures } from '@mozhou/integrations/files/port'
import type { FilesContext } from './files-context.ts'
import { holdBytes } from './hold-bytes.ts'
import type { NewAsset } from './insert-file.ts'

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

async function hold(ctx: FilesContext, { path, type, width, height }: MadePicture) {
  const staged = await ctx.staging.adopt(path)
  await holdBytes(ctx, staged)
  return { sha256: staged.sha256, bytes: staged.bytes, mediaType: type, width, height }
}
