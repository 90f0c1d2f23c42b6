import { AppError } from '@mozhou/contracts/errors'
import { foldText } from '../search/fold-text.ts'
import { nameShape } from './name-shape.ts'

/** Words that speak for the house: a name that contains one is taken for ours. */
const ours = ['墨舟', '管理员', '官方', '客服', '系统消息', '系统通知', '运营团队', '财务', 'mozhou', 'official']
/** Names that are taken for ours when they stand alone, digits and dashes aside. */
const roles = [
  'admin',
  'administrator',
  'root',
  'system',
  'support',
  'staff',
  'moderator',
  'operator',
  'finance',
  'help',
  'service',
  'security',
  '系统',
  '运营',
  '版主',
  '工作人员',
]

/**
 * What is read as another letter in a word that everybody knows, though two names of strangers may differ by it: Unicode counts the lean strokes
 * of `i` and `l` and the digits that people write for letters as different.
 */
const readAs: readonly (readonly [RegExp, string])[] = [
  [/[ij!|]/gu, 'l'],
  [/[4@]/gu, 'a'],
  [/3/gu, 'e'],
  [/[5$]/gu, 's'],
  [/7/gu, 't'],
  [/[68]/gu, 'b'],
  [/9/gu, 'g'],
  [/vv/gu, 'w'],
  [/cl/gu, 'd'],
]

const wordShape = (name: string) =>
  readAs.reduce((shape, [seen, read]) => shape.replaceAll(seen, read), nameShape(name))

const oursByShape = ours.map(wordShape)
const rolesByShape = new Set(roles.map(wordShape))

/** Whether a name would be taken for the house's own, in whatever letters it is written. */
export function isReservedName(name: string): boolean {
  const joined = name.replaceAll(/[\s_.·-]/gu, '')
  // A digit stands for a letter or is counted on: adm1n_01.
  const readings = [joined, joined.replace(/^\d+/u, ''), joined.replace(/\d+$/u, ''), joined.replaceAll(/\d/gu, '')]
  // As it is and in small letters: a capital I looks like another letter than a small one.
  // 管理員 speaks for the house as 管理员 does, though Unicode does not count the two as look-alikes.
  const shapes = [name, ...readings].flatMap((read) => [read, read.toLowerCase(), foldText(read)]).map(wordShape)
  return shapes.some((shape) => rolesByShape.has(shape) || oursByShape.some((word) => shape.includes(word)))
}

/** @throws AppError NAME_RESERVED */
export function assertNameFree(name: string): void {
  if (isReservedName(name)) throw new AppError('NAME_RESERVED')
}
