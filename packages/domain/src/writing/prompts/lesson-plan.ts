import type { LessonPlanInput } from '@mozhou/contracts/tools/lesson-plan/fields'
import { labelled, quoted, tokensFor } from './prompt.ts'
import type { Prompt } from './prompt.ts'

const kind: Record<LessonPlanInput['kind'], string> = {
  plan: '教案：教学过程按环节写教师活动、学生活动和设计意图，附板书设计',
  slides: '课件：教学过程按页写，每页有页题、屏幕上的文字（不超过 40 字）、配图建议和讲解词',
}
const grade: Record<LessonPlanInput['grade'], string> = {
  kindergarten: '幼儿园，以游戏、儿歌和操作为主，每个活动不超过 8 分钟',
  'primary-lower': '小学低年级，直观、具体，多动手多说话',
  'primary-upper': '小学高年级，由具体到抽象',
  junior: '初中',
  senior: '高中，重推理与迁移',
  vocational: '中职，联系岗位任务',
  college: '大学，概念严谨，联系前沿与应用',
  adult: '成人培训，联系实际工作，边学边练',
}
const studentLevel: Record<LessonPlanInput['studentLevel'], string> = {
  weak: '基础较弱，台阶要小，多示范多反馈',
  average: '中等',
  strong: '基础较好，增加挑战与迁移',
  mixed: '差异较大，任务和练习分层',
}
const method: Record<LessonPlanInput['method'], string> = {
  auto: '',
  inquiry: '探究实验：问题、猜想、设计、验证、结论',
  project: '项目式：真实任务驱动，有可交付的成果',
  lecture: '讲练结合：精讲、例题、变式、反馈',
  cooperative: '小组合作：分工明确，有汇报与互评',
  game: '游戏化：规则服务于知识点',
  flipped: '翻转课堂：课前任务单，课上解决疑难',
}

const system = `你是特级教师和教研员，写的教案别的老师拿来就能上课。
要求：
1. 教学目标明确：每条写学生能做到什么、做到什么程度，课上能检验；不写“了解”“培养能力”这类无法检验的话；给定的目标逐条落实。
2. 内容系统：导入、新授、练习、小结环环相扣；新知识从学生已经会的地方长出来，每个目标都有对应的活动和检验。
3. 易于理解：难点配例子、类比或操作；写出关键提问和学生可能的回答，以及答错时怎样追问。
4. 每个环节的标题里写分钟，各环节相加正好等于总时长；多课时先写“## 第 n 课时”（不写分钟），再写环节。
5. 教师活动写具体的话和动作，不写“教师引导学生思考”这样的空话。
6. 科学性第一：概念、公式、史实准确；没有把握的课文原句和页码不引用；实验写明安全注意。
7. 练习与目标对应，由易到难，答案正确。
示例：
### 导入：会浮的橡皮泥（5 分钟）
- 教师：把一团橡皮泥放入水中，下沉。“同一块泥，不增不减，怎样让它浮起来？”
- 学生：捏成碗状再放，浮起。预设回答：“变轻了。”追问：“称一称，轻了吗？”
- 意图：制造冲突，引出浮力与排开水的多少有关。`

/** Lesson plans and slides. */
export const lessonPlanPrompt: Prompt<LessonPlanInput> = {
  version: 'lesson-plan@1',
  system,
  noun: '教案',
  brief,
  maxOutputTokens: (input) => tokensFor(input.length + 1_000),
}

function brief(input: LessonPlanInput): string {
  const rows = labelled([
    ['课程主题', input.topic],
    ['文体', kind[input.kind]],
    ['学科', input.subject],
    ['学段', grade[input.grade]],
    ['总时长', `${input.minutes * input.periods} 分钟（${input.periods} 课时，每课时 ${input.minutes} 分钟）`],
    ['学生水平', studentLevel[input.studentLevel]],
    ['教学方法', method[input.method]],
    ['教材版本', input.textbook],
    ['课后作业', input.hasHomework ? '要布置，分必做和选做' : '不布置'],
    ['字数', `教学过程约${input.length}字`],
    ['补充要求', input.requirements],
  ])
  const material = (
    [
      ['教学目标', input.objectives],
      ['学情', input.studentNotes],
      ['课文或材料', input.material],
    ] as const
  ).filter(([, text]) => text !== '')
  return [rows, ...material.map(([label, text]) => quoted(label, text))].join('\n')
}
