import { z } from 'zod'
import { namesNotIn } from '../names.ts'
import { formText, listCheck, sectionsText, sourcedNumbers } from '../numbers.ts'
import { resumeFields, resumeInput } from './fields.ts'
import type { ResumeInput } from './fields.ts'
import { resumeParts } from './parts.ts'
import { shapeCheck } from '../shape-check.ts'
import { notLookedAt } from '../verdict.ts'
import { defineTool } from '../tool.ts'
import type { ToolResult } from '../../results/section.ts'
import { bodySection, titleSection } from '../usual-sections.ts'

const resumeOutput = z.object({ title: z.string(), body: z.string(), gaps: z.array(z.string()) })

export const resume = defineTool({
  key: 'resume',
  title: { zh: '简历求职信', en: 'Résumé or cover letter' },
  description: {
    zh: '针对岗位突出优势，只写您真实的经历，缺什么会提醒您补',
    en: 'Aimed at the job, built on your true record alone; what is missing is asked for',
  },
  icon: 'file-user',
  input: resumeInput,
  output: resumeOutput,
  example: {
    kind: 'resume',
    target: '用户增长运营',
    person: '许知远，杭州，5 年经验，邮箱 xuzhiyuan@example.com',
    experience:
      '2022.03 至今 杭州青禾网络科技有限公司 增长运营\n负责会员拉新和召回，带 2 名实习生；把注册流程从 5 步改成 3 步，转化率从 18% 升到 27%；召回短信改版后月均召回 4,200 人\n2020.07–2022.02 宁波海棠文化传媒有限公司 新媒体运营\n运营公众号和视频号，粉丝从 1.2 万涨到 6.8 万',
    projects: '2024 年会员日：从策划到复盘全程负责，3 天新增付费会员 1,860 人',
    education: '2016.09–2020.06 浙江工商大学 市场营销 本科',
    skills: ['SQL', 'A/B 测试', '用户分层', '活动策划'],
    strengths: '喜欢把结论落到数据上，能自己写查询',
    jobDescription: '负责用户拉新、促活与召回；熟练使用 SQL；有 A/B 测试经验；有会员业务经验优先。',
    company: '',
    level: 'senior',
    layout: 'chronological',
    language: 'zh-CN',
    length: 900,
    requirements: '控制在一页以内',
  },
  titleFrom: 'target',
  lengthFrom: 'length',
  sections: [
    titleSection('一行，姓名、岗位和文体，例如“许知远｜用户增长运营｜简历”'),
    bodySection('Markdown 正文'),
    {
      field: 'gaps',
      marker: '待补充',
      as: 'lines',
      isNote: true,
      isOptional: true,
      label: { zh: '待补充', en: 'To be added' },
      order: '每行一条，写成向本人提的问题：补上哪个事实或数字会更有说服力；没有就不写',
    },
  ],
  checks: (result, input) => {
    const known = formText({ ...input, length: '' })
    const written = sectionsText(result, ['title', 'body'])
    return [
      sourcedNumbers('resume.numbers', written, known),
      ...(input.language === 'en' ? [] : [namesCheck(written, known)]),
      shapeCheck('resume.shape', sectionsText(result, ['body']), resumeParts(input)),
      ...(input.skills.length === 0 ? [] : [skillsCheck(result, input)]),
    ]
  },
  fields: resumeFields,
})

/** Names in a text translated into English have no letters in common with the form, and cannot be held against it. */
function namesCheck(written: string, known: string) {
  const label = { zh: '机构与名称属实', en: 'Names have a source' }
  const count = namesNotIn(written, '').length
  if (count === 0)
    return notLookedAt('resume.names', label, {
      zh: '没有读到机构和作品名',
      en: 'no organisation or title was read',
    })
  return listCheck('resume.names', namesNotIn(written, known), {
    label,
    none: {
      zh: `${count} 个机构、学校和作品名都能在您填写的内容里找到`,
      en: `All ${count} organisations and titles stand in what you filled in`,
    },
    some: { zh: '这些名称不在您填写的内容里，请核对', en: 'Not in what you filled in, please check' },
  })
}

function skillsCheck(result: ToolResult, { skills }: ResumeInput) {
  const body = sectionsText(result, ['body']).toLowerCase()
  const absent = skills.filter((skill) => !body.includes(skill.toLowerCase()))
  return listCheck('resume.skills', absent, {
    label: { zh: '技能齐全', en: 'Skills kept' },
    none: { zh: '填写的技能都写到了', en: 'Every skill you gave is named' },
    some: { zh: '没有写到的技能', en: 'Skills left out' },
  })
}
