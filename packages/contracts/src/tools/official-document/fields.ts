import { z } from 'zod'
import { isCalendarDate } from './calendar-date.ts'
import { documentKindKeys, documentKinds } from './document-kinds.ts'
import { choices, oneOf } from '../fields/choices.ts'
import { bodyLengthLabel, lengthField } from '../fields/length.ts'
import { referenceField, referenceInput } from '../fields/reference.ts'
import { requirementsField, requirementsInput } from '../fields/requirements.ts'
import type { ToolField } from '../tool.ts'
import { textInput } from '../../text.ts'

const docTypes = choices(documentKindKeys.map((key) => [key, documentKinds[key].label.zh, documentKinds[key].label.en]))
export const urgencies = choices([
  ['none', '平件', 'Ordinary'],
  ['urgent', '加急', 'Urgent'],
  ['top-urgent', '特急', 'Most urgent'],
])

/** Classified matter has no field: it must not be written on a network service at all (保守国家秘密法). */
export const officialDocumentInput = z.object({
  docType: oneOf(docTypes).default('notice'),
  issuer: textInput(2, 60),
  subject: textInput(2, 100),
  addressee: textInput(0, 200).default(''),
  points: textInput(0, 3_000).default(''),
  basis: textInput(0, 500).default(''),
  date: textInput(0, 20).default(''),
  /** Characters of the body. */
  length: z.number().int().min(200).max(5_000).default(800),
  urgency: oneOf(urgencies).default('none'),
  attachments: textInput(0, 500).default(''),
  reference: referenceInput,
  requirements: requirementsInput,
})
/** Years, months and days by number, with 年月日 or one kind of stroke between; whether a month has the day no pattern can tell. */
const [year, month, day] = [String.raw`[1-9]\d{3}`, '(?:0?[1-9]|1[0-2])', String.raw`(?:0?[1-9]|[12]\d|3[01])`]
const strokes = ['-', '/', String.raw`\.`].map((stroke) => [year, month, day].join(stroke))
const written = String.raw`${year}\s*\u5e74\s*${month}\s*\u6708\s*${day}\s*\u65e5`
const datePattern = String.raw`^\s*(?:${[written, ...strokes].join('|')})?\s*$`

/** A day that was given is a day of the calendar; points are not spent on a 2026年13月45日. */
export const freshDocumentInput = officialDocumentInput.extend({
  date: officialDocumentInput.shape.date
    .refine((date) => date === '' || isCalendarDate(date), {
      message: 'must be a day of the calendar like 2026年11月24日',
      params: { rule: 'calendar_date' },
    })
    .meta({ pattern: datePattern }),
})
export type OfficialDocumentInput = z.output<typeof officialDocumentInput>

export const documentFields: readonly ToolField[] = [
  {
    name: 'docType',
    control: 'select',
    width: 'half',
    label: { zh: '公文文种', en: 'Kind of document' },
    options: docTypes,
  },
  {
    name: 'issuer',
    control: 'text',
    maxLength: 60,
    isRequired: true,
    width: 'half',
    label: { zh: '发文机关', en: 'Issuer' },
    placeholder: { zh: '全称或规范化简称', en: 'Full name or standard short form' },
  },
  {
    name: 'subject',
    control: 'text',
    maxLength: 100,
    isRequired: true,
    label: { zh: '事由', en: 'Subject' },
    placeholder: { zh: '例如：做好今冬明春安全生产工作', en: 'For example: safety at work this winter' },
    hint: { zh: '标题里“关于……的”中间的内容', en: 'What stands between 关于 and 的 in the title' },
  },
  {
    name: 'addressee',
    control: 'text',
    maxLength: 200,
    label: { zh: '主送机关', en: 'Addressee' },
    placeholder: { zh: '例如：各县（市、区）人民政府', en: 'For example: all county governments' },
    hint: {
      zh: '请示只写一个；决议、公报、公告、通告、纪要等可以不写',
      en: 'One only for a request; resolutions, announcements, minutes and the like may have none',
    },
  },
  {
    name: 'points',
    control: 'textarea',
    maxLength: 3_000,
    rows: 5,
    label: { zh: '要点', en: 'Main points' },
    placeholder: { zh: '事实、数据、要求、时限、责任单位', en: 'Facts, figures, demands, dates, who is responsible' },
    hint: { zh: '涉密内容不得在联网平台起草', en: 'Classified matter must not be drafted online' },
  },
  { ...lengthField, min: 200, max: 5_000, step: 100, label: bodyLengthLabel },
  {
    name: 'date',
    control: 'text',
    maxLength: 20,
    width: 'half',
    label: { zh: '成文日期', en: 'Date' },
    placeholder: { zh: '例如：2026年11月24日', en: 'For example: 2026年11月24日' },
    hint: { zh: '留空则以“××××年×月×日”占位', en: 'Left empty, the text says ××××年×月×日' },
  },
  {
    name: 'basis',
    control: 'textarea',
    maxLength: 500,
    rows: 2,
    label: { zh: '行文依据', en: 'Basis' },
    placeholder: { zh: '法律法规、上级文件及文号、会议决定', en: 'Laws, documents with their numbers, decisions' },
  },
  {
    name: 'urgency',
    control: 'segmented',
    isAdvanced: true,
    label: { zh: '紧急程度', en: 'Urgency' },
    options: urgencies,
  },
  {
    name: 'attachments',
    control: 'textarea',
    isAdvanced: true,
    maxLength: 500,
    rows: 2,
    label: { zh: '附件', en: 'Attachments' },
    hint: { zh: '一行一个附件名称', en: 'One name a line' },
  },
  { ...referenceField, hint: { zh: '上级文件、会议记录、旧稿', en: 'Documents from above, minutes, older drafts' } },
  { ...requirementsField, isAdvanced: true },
]
