import { z } from 'zod'
import { checkDocument } from './checks.ts'
import { documentFields, freshDocumentInput, officialDocumentInput, urgencies } from './fields.ts'
import { defineTool } from '../tool.ts'
import { bodySection, titleSection } from '../usual-sections.ts'

const officialDocumentOutput = z.object({
  docType: z.string(),
  title: z.string(),
  addressee: z.string(),
  body: z.string(),
  attachments: z.array(z.string()),
  signature: z.string(),
  date: z.string(),
  heading: z.array(z.object({ urgency: z.string() })),
})

export const officialDocument = defineTool({
  key: 'official-document',
  title: { zh: '公文', en: 'Official document' },
  description: {
    zh: '15 种法定公文，按 GB/T 9704-2012 的要素和次序成文，用语严谨',
    en: 'The fifteen statutory kinds, in the order and style of GB/T 9704-2012',
  },
  icon: 'landmark',
  layout: 'official',
  input: officialDocumentInput,
  freshInput: freshDocumentInput,
  output: officialDocumentOutput,
  example: {
    docType: 'request',
    issuer: '青溪县文化和旅游局',
    subject: '建设县图书馆古籍阅览室',
    addressee: '青溪县人民政府',
    points:
      '馆藏古籍 3200 册，现有库房无恒湿设备；拟利用旧馆二层改造 260 平方米；需资金 180 万元，申请县财政解决 120 万元。',
    basis: '《中华人民共和国公共图书馆法》',
    date: '2026年11月24日',
    length: 600,
    urgency: 'none',
    attachments: '古籍阅览室建设方案',
    reference: '',
    requirements: '',
  },
  titleFrom: 'subject',
  lengthFrom: 'length',
  sections: [
    { field: 'docType', marker: '文种', as: 'line', label: { zh: '文种', en: 'Kind' }, order: '一行，只写文种名称' },
    titleSection('一行，由发文机关、事由、文种组成，不超过 60 个字'),
    {
      field: 'addressee',
      marker: '主送机关',
      as: 'line',
      label: { zh: '主送机关', en: 'Addressee' },
      order: '一行，只写机关名称；公开发布或不需要主送的文种留空',
      isOptional: true,
    },
    bodySection('纯文本，层次序数依次用“一、”“（一）”“1.”“（1）”，不用 Markdown 符号，不重复标题和主送机关'),
    {
      field: 'attachments',
      marker: '附件说明',
      as: 'lines',
      label: { zh: '附件说明', en: 'Attachments' },
      order: '每行一条附件名称；没有附件留空',
      isOptional: true,
    },
    {
      field: 'signature',
      marker: '落款',
      as: 'line',
      label: { zh: '落款', en: 'Issuer' },
      order: '一行，发文机关署名',
    },
    {
      field: 'date',
      marker: '成文日期',
      as: 'line',
      label: { zh: '成文日期', en: 'Date' },
      order: '一行，用阿拉伯数字写全年月日，如 2026年1月5日',
    },
  ],
  derived: [
    {
      field: 'heading',
      label: { zh: '版头', en: 'Heading' },
      isHead: true,
      columns: [{ field: 'urgency', heading: '紧急程度', label: { zh: '紧急程度', en: 'Urgency' }, as: 'text' }],
    },
  ],
  derive: (_result, { urgency }) => ({
    heading: urgencies
      .filter(({ value }) => value === urgency && value !== 'none')
      .map(({ label }) => ({ urgency: label.zh })),
  }),
  checks: checkDocument,
  fields: documentFields,
})
