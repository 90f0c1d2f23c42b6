import type { ResumeInput } from './fields.ts'
import type { ShapePart } from '../shape-check.ts'

const experience: ShapePart = {
  name: { zh: '工作经历', en: 'experience' },
  heading:
    /(?:工作|实习|任职|职业|从业|实践|相关|主要)(?:经历|经验|履历)|^经历$|履历|經歷|經驗|experience|employment|work history|career/imu,
}
const projects: ShapePart = {
  name: { zh: '项目经历', en: 'projects' },
  heading: /项目|作品|專案|項目|project|portfolio/iu,
}
const education: ShapePart = {
  name: { zh: '教育背景', en: 'education' },
  heading: /教育|学历|學歷|求学|毕业|education|academic/iu,
}
const letter: readonly ShapePart[] = [
  {
    name: { zh: '称呼', en: 'salutation' },
    heading: /^(?:尊敬的|敬爱的|亲爱的|尊敬|dear |to whom)/imu,
    text: /^[^\n]{0,40}(?:您好|你好|[：:])[ \t]*$|^[^\n]{0,8}(?:尊敬的|敬爱的|亲爱的|dear |to whom)/imu,
  },
  {
    name: { zh: '结尾敬语', en: 'closing' },
    heading: /此致|敬礼|敬上|谨上|sincerely|regards/iu,
    text: /此致|敬礼|敬禮|敬上|谨上|顺祝|祝好|祝您|祝贵|商祺|期待|盼|感谢您|sincerely|regards|yours|look forward/iu,
  },
]

/** Parts of a résumé for which there is something to write, one at least; a letter has its opening and its close. */
export function resumeParts(input: ResumeInput): readonly ShapePart[] {
  if (input.kind === 'cover-letter') return letter
  const given = [
    ...(input.experience === '' ? [] : [experience]),
    ...(input.projects === '' ? [] : [projects]),
    ...(input.education === '' ? [] : [education]),
  ]
  return given.length > 0 ? given : [anything]
}

const anything: ShapePart = {
  name: { zh: '经历或教育背景', en: 'experience or education' },
  heading: new RegExp([experience, projects, education].map(({ heading }) => heading.source).join('|'), 'imu'),
}
