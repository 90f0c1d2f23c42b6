import type { Wording } from '@mozhou/contracts/wording'
import type { ContentType, PlatformKey } from '@mozhou/platforms/platforms'
import type { HandoffField } from '../port.ts'

/** A platform's own page for writing, and how the address of a published piece looks there. */
export interface Editor {
  /** What the page asks for, in its order. */
  fields: readonly HandoffField['name'][]
  url: string
  /** Opens the page or the app on a phone; null where a browser's page will do. */
  phoneUrl: string | null
  steps: readonly Wording[]
}

export interface PieceAddress {
  /** Path and query of a published piece. */
  path: RegExp
  /** Parameters without which it does not open; all others are tracking. */
  parameters: readonly string[]
}

export interface AssistedPlatform {
  platform: PlatformKey
  editors: Readonly<Partial<Record<ContentType, Editor>>>
  pieces: readonly PieceAddress[]
  /** Hosts whose addresses only lead on to a piece. */
  shortHosts: readonly string[]
  /** Words of a page that says, with a status of 200, that the piece is gone. */
  goneWords: readonly string[]
  /** Those of them that say who took it away. */
  goneBy?: { user?: readonly string[]; platform?: readonly string[] }
  /** Why the page is shown to no program; null where it is public. */
  closed: string | null
}

/** Steps that many of the pages share. */
export const steps = {
  open: (zh: string, en: string): Wording => ({ zh: `打开${zh}并登录`, en: `Open ${en} and sign in` }),
  copy: {
    zh: '按顺序复制每一栏，粘贴到页面里同名的位置',
    en: 'Copy the fields one by one into those of the same name',
  },
  marks: {
    zh: '把【图1】【图2】…换成保存下来的同号图片',
    en: 'Put the saved pictures where their numbers 【图1】, 【图2】 stand',
  },
  pictures: { zh: '按顺序上传图片', en: 'Upload the pictures in their order' },
  video: { zh: '上传视频，设置封面', en: 'Upload the film and set its cover' },
  declare: { zh: '在声明里勾选 AI 生成的选项', en: 'Tick the option for AI content among the declarations' },
  publish: { zh: '点发布', en: 'Publish' },
  paste: {
    zh: '发布后复制作品链接，粘贴回来',
    en: 'Once it is out, copy its link and paste it here',
  },
} as const
