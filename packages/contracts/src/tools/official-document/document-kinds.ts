import type { Wording } from '../../wording.ts'

/** 《党政机关公文处理工作条例》 (中办发〔2012〕14号), in force since 2012-07-01. */
export const documentRules = {
  title: '《党政机关公文处理工作条例》',
  url: 'https://www.gov.cn/zwgk/2013-02/22/content_2337704.htm',
  date: '2012-07-01',
}
/** GB/T 9704-2012 党政机关公文格式, in force since 2012-07-01. */
export const documentFormat = {
  title: 'GB/T 9704-2012《党政机关公文格式》',
  url: 'https://openstd.samr.gov.cn',
  date: '2012-07-01',
}

export const documentKindKeys = [
  'resolution',
  'decision',
  'order',
  'communique',
  'announcement',
  'public-notice',
  'opinion',
  'notice',
  'circular',
  'report',
  'request',
  'reply',
  'proposal',
  'letter',
  'minutes',
] as const
export type DocumentKind = (typeof documentKindKeys)[number]

interface KindRule {
  label: Wording
  /** As it ends a title. */
  name: string
  /** Published at large or recorded, not sent to anyone: may lack 主送机关. */
  isOpen?: boolean
  /** 事由 may be left out of the title: ××人民政府公告, ××会议纪要. */
  hasShortTitle?: boolean
}

/** The fifteen kinds of article 8, in its order. */
export const documentKinds: Record<DocumentKind, KindRule> = {
  resolution: { label: { zh: '决议', en: 'Resolution' }, name: '决议', isOpen: true, hasShortTitle: true },
  decision: { label: { zh: '决定', en: 'Decision' }, name: '决定', isOpen: true },
  order: { label: { zh: '命令（令）', en: 'Order' }, name: '令', isOpen: true, hasShortTitle: true },
  communique: { label: { zh: '公报', en: 'Communiqué' }, name: '公报', isOpen: true, hasShortTitle: true },
  announcement: { label: { zh: '公告', en: 'Announcement' }, name: '公告', isOpen: true, hasShortTitle: true },
  'public-notice': { label: { zh: '通告', en: 'Public notice' }, name: '通告', isOpen: true, hasShortTitle: true },
  opinion: { label: { zh: '意见', en: 'Opinion' }, name: '意见' },
  notice: { label: { zh: '通知', en: 'Notice' }, name: '通知' },
  circular: { label: { zh: '通报', en: 'Circular' }, name: '通报' },
  report: { label: { zh: '报告', en: 'Report' }, name: '报告' },
  request: { label: { zh: '请示', en: 'Request for instructions' }, name: '请示' },
  reply: { label: { zh: '批复', en: 'Reply' }, name: '批复' },
  proposal: { label: { zh: '议案', en: 'Proposal' }, name: '议案' },
  letter: { label: { zh: '函', en: 'Letter' }, name: '函' },
  minutes: { label: { zh: '纪要', en: 'Minutes' }, name: '纪要', isOpen: true, hasShortTitle: true },
}
