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

const oursByShape = ours.map(nameShape)
const rolesByShape = new Set(roles.map(nameShape))

/** Whether a name would be taken for the house's own, in whatever letters it is written. */
export function isReservedName(name: string): boolean {
  const bare = name.replaceAll(/[\s\d_.·-]/gu, '')
  // As it is and in small letters: a capital I looks like another letter than a small one.
  // 管理員 speaks for the house as 管理员 does, though Unicode does not count the two as look-alikes.
  const shapes = [name, bare, bare.toLowerCase(), foldText(bare)].map(nameShape)
  return shapes.some((shape) => rolesByShape.has(shape) || oursByShape.some((word) => shape.includes(word)))
}

/** @throws AppError NAME_RESERVED */
export function assertNameFree(name: string): void {
  if (isReservedName(name)) throw new AppError('NAME_RESERVED')
}
