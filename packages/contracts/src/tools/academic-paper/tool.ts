import { z } from 'zod'
import { checkPaper, referenceChecks } from './checks.ts'
import { paperFields, academicPaperInput } from './fields.ts'
import { defineTool } from '../tool.ts'
import { bodySection } from '../usual-sections.ts'

const academicPaperOutput = z.object({
  title: z.string(),
  abstract: z.string(),
  body: z.string(),
  keywords: z.array(z.string()),
  references: z.array(z.string()),
  referenceChecks: z.array(z.object({ reference: z.string(), status: z.string() })),
})

export const academicPaper = defineTool({
  key: 'academic-paper',
  title: { zh: '论文', en: 'Academic paper' },
  description: {
    zh: '提纲、章节或全文，引文规范，每条文献都标明待核实',
    en: 'Outline, chapter or full text with proper citations; every reference is marked to be verified',
  },
  icon: 'graduation-cap',
  input: academicPaperInput,
  output: academicPaperOutput,
  example: {
    topic: '社区食堂对城市老年人社会参与的影响',
    direction: '老年社会学',
    keyPoints: ['共餐与社会网络', '服务可及性', '代际差异'],
    scope: 'chapter',
    chapter: '理论基础与分析框架',
    degree: 'master',
    method: 'empirical',
    length: 2_000,
    citation: 'gbt7714',
    referenceCount: 6,
    material: '访谈两个街道 24 位老人；每周到食堂三次以上的有 15 位。',
    requirements: '先界定“社会参与”再建立框架',
    language: 'zh-CN',
  },
  titleFrom: 'topic',
  isProse: true,
  sections: [
    {
      field: 'title',
      marker: '题名',
      as: 'line',
      label: { zh: '题名', en: 'Title' },
      order: '一行，不超过 25 个字，不用问句和口号；外文题名可长些',
    },
    {
      field: 'abstract',
      marker: '摘要',
      as: 'line',
      label: { zh: '摘要', en: 'Abstract' },
      order: '一段，目的、方法、结果、结论齐全，不超过 300 个字',
    },
    bodySection('Markdown，提纲、章节或全文，标题用 ## 和 ###；引用处按要求的格式标注，顺序编码制标 [序号]'),
    {
      field: 'keywords',
      marker: '关键词',
      as: 'list',
      printedAfter: 'abstract',
      label: { zh: '关键词', en: 'Keywords' },
      order: '3 到 8 个，用顿号分隔',
    },
    {
      field: 'references',
      marker: '参考文献',
      as: 'lines',
      label: { zh: '参考文献', en: 'References' },
      order: '每行一条，以 [1]、[2] 顺序编号，每条末尾写（待核实）',
    },
  ],
  derived: [
    {
      field: 'referenceChecks',
      isNote: true,
      marks: 'references',
      label: { zh: '文献核实表', en: 'References to verify' },
      columns: [
        { field: 'reference', heading: '文献', label: { zh: '文献', en: 'Reference' }, as: 'text' },
        { field: 'status', heading: '状态', label: { zh: '状态', en: 'Status' }, as: 'text' },
      ],
    },
  ],
  derive: (result) => ({ referenceChecks: referenceChecks(result) }),
  checks: checkPaper,
  fields: paperFields,
})
