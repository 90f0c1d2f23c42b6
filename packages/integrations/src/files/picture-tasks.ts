import { readFile, writeFile } from 'node:fs/promises'
import sharp from 'sharp'
import type { Sharp } from 'sharp'
import type { AiLabel } from '../labels/aigc-label.ts'
import { labelPicture } from '../labels/label-picture.ts'
import { visibleMark } from '../labels/visible-mark.ts'
import { mostPixels } from './port.ts'
import type { FileWork, MadePicture, MadePictures, PictureType, ThumbnailPaths } from './port.ts'

type TaskOf<Name extends 'clean' | 'deliver' | 'label'> = Parameters<FileWork[Name]>[0]

/** What the process of pictures is asked; it answers with what the method of the same name does. */
export type PictureTask =
  | { name: 'clean'; task: TaskOf<'clean'> }
  | { name: 'deliver'; task: TaskOf<'deliver'> }
  | { name: 'label'; task: TaskOf<'label'> }

/** A truncated picture is none; libvips looks at the number of pixels before it decodes one. */
const openPicture = (source: string | Uint8Array) =>
  sharp(source, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 })

export async function runPictureTask({ name, task }: PictureTask): Promise<MadePictures | null> {
  if (name === 'label') {
    await writeFile(task.to, labelPicture(await readFile(task.source), task.type, task.label))
    return null
  }
  return name === 'clean' ? clean(task) : deliver(task)
}

/** Nothing is kept of what stands beside the pixels: places, cameras, names. Colours become those that every screen knows. */
async function clean({ source, type, to, thumbnails }: TaskOf<'clean'>): Promise<MadePictures> {
  const made = await encode(openPicture(source).autoOrient(), type).toFile(to)
  const picture = { path: to, type, width: made.width, height: made.height }
  return { picture, thumbnails: await makeThumbnails(to, thumbnails, null) }
}

async function deliver({ source, type, to, thumbnails, label }: TaskOf<'deliver'>): Promise<MadePictures> {
  const upright = await openPicture(source).autoOrient().toBuffer({ resolveWithObject: true })
  const { width, height } = upright.info
  const mark = visibleMark({ width, height })
  const marked = openPicture(upright.data).composite([{ input: Buffer.from(mark.svg), left: mark.left, top: mark.top }])
  const bytes = await encode(marked, type).toBuffer()
  await writeFile(to, labelPicture(bytes, type, label))
  // Of the marked picture, so that they show the mark as well.
  return { picture: { path: to, type, width, height }, thumbnails: await makeThumbnails(to, thumbnails, label) }
}

function encode(picture: Sharp, type: PictureType): Sharp {
  if (type === 'image/png') return picture.png({ compressionLevel: 6 })
  if (type === 'image/webp') return picture.webp({ quality: 90 })
  return picture.jpeg({ quality: 92 })
}

async function makeThumbnails(source: string, paths: ThumbnailPaths, label: AiLabel | null) {
  const small = openPicture(source)
  return {
    card: await keep(
      small.clone().resize(480, 480, { fit: 'inside', withoutEnlargement: true }).webp({ quality: 78 }),
      paths.card,
      label,
    ),
    icon: await keep(small.clone().resize(96, 96, { fit: 'cover' }).webp({ quality: 70 }), paths.icon, label),
  }
}

/** Every encoding loses the label of what it was made from. */
async function keep(thumbnail: Sharp, path: string, label: AiLabel | null): Promise<MadePicture> {
  const { data, info } = await thumbnail.toBuffer({ resolveWithObject: true })
  await writeFile(path, label === null ? data : labelPicture(data, 'image/webp', label))
  return { path, type: 'image/webp', width: info.width, height: info.height }
}
