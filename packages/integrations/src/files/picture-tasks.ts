import { readFile, writeFile } from 'node:fs/promises'
import type { Sharp } from 'sharp'
import type { AiLabel } from '../labels/aigc-label.ts'
import { labelPicture } from '../labels/label-picture.ts'
import { lettersWithoutFont } from './drawing/drawing-fonts.ts'
import { formulaSvg } from './drawing/formula-svg.ts'
import { LettersMissing } from './drawing/letters-missing.ts'
import { readCodes } from './drawing/picture-codes.ts'
import { convertPicture, encode, marked, openPicture } from './encode-picture.ts'
import type { FileWork, FoundCode, MadePicture, MadePictures, ThumbnailPaths } from './port.ts'

type TaskName = Exclude<keyof FileWork, 'examine' | 'close'>
type TaskOf<Name extends TaskName> = Parameters<FileWork[Name]>[0]

/** What the process of pictures is asked; it answers with what the method of the same name does. */
export type PictureTask =
  | { name: 'clean'; task: TaskOf<'clean'> }
  | { name: 'deliver'; task: TaskOf<'deliver'> }
  | { name: 'label'; task: TaskOf<'label'> }
  | { name: 'convert'; task: TaskOf<'convert'> }
  | { name: 'draw'; task: TaskOf<'draw'> }
  | { name: 'drawFormula'; task: TaskOf<'drawFormula'> }
  | { name: 'readCodes'; task: TaskOf<'readCodes'> }

export type TaskResult = MadePictures | MadePicture | FoundCode[] | null

export async function runPictureTask({ name, task }: PictureTask): Promise<TaskResult> {
  switch (name) {
    case 'label':
      await writeFile(task.to, labelPicture(await readFile(task.source), task.type, task.label))
      return null
    case 'clean':
      return clean(task)
    case 'deliver':
      return deliver(task)
    case 'convert':
      return convertPicture(task)
    case 'draw':
      return drawPicture(task.svg, task, true)
    case 'drawFormula': {
      const { svg } = await formulaSvg(task.tex, task.isDisplay)
      // Over so small a picture the visible mark would lie on what is to be read: the text's own label speaks for it.
      return drawPicture(svg, task, false)
    }
    case 'readCodes':
      return readCodes(openPicture(task.source))
  }
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
  const bytes = await encode(marked(openPicture(upright.data), upright.info), type).toBuffer()
  await writeFile(to, labelPicture(bytes, type, label))
  // Of the marked picture, so that they show the mark as well.
  return { picture: { path: to, type, width, height }, thumbnails: await makeThumbnails(to, thumbnails, label) }
}

/** Text becomes pixels in the fonts of this process; addresses in an image from memory lead nowhere. */
async function drawPicture(
  svg: string,
  { to, thumbnails, label }: Omit<TaskOf<'draw'>, 'svg'>,
  isMarked: boolean,
): Promise<MadePictures> {
  const letters = lettersWithoutFont(wordsIn(svg))
  if (letters.length > 0) throw new LettersMissing(letters)
  const type = 'image/png'
  const { data, info } = await encode(openPicture(Buffer.from(svg)), type).toBuffer({ resolveWithObject: true })
  const { width, height } = info
  const bytes = label !== null && isMarked ? await encode(marked(openPicture(data), info), type).toBuffer() : data
  await writeFile(to, label === null ? bytes : labelPicture(bytes, type, label))
  return { picture: { path: to, type, width, height }, thumbnails: await makeThumbnails(to, thumbnails, label) }
}

/** What is read in an image: the content of its texts. */
const wordsIn = (svg: string) =>
  [...svg.matchAll(/<text\b[^>]*>([^<]*)/gu)].map(([, words = '']) => unescapeXml(words)).join('')

const references: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }
const unescapeXml = (text: string) =>
  text.replaceAll(
    /&(amp|lt|gt|quot|#39);/gu,
    (whole, name: string) => references[name] ?? (name === '#39' ? "'" : whole),
  )

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
