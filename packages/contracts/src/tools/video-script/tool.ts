import { z } from 'zod'
import { videoFields, videoScriptInput } from './fields.ts'
import { defineTool } from '../tool.ts'
import { titleSection } from '../usual-sections.ts'
import { checkScript } from './checks.ts'

const videoScriptOutput = z.object({
  title: z.string(),
  hook: z.string(),
  shots: z.array(z.object({ scene: z.string(), action: z.string(), line: z.string(), seconds: z.number() })),
  notes: z.string(),
  tags: z.array(z.string()),
})

export const videoScript = defineTool({
  key: 'video-script',
  title: { zh: '短视频脚本', en: 'Short video script' },
  description: {
    zh: '分镜、画面、台词、时长逐镜写清，总时长对得上，拿着就能拍',
    en: 'Shot by shot: scene, action, line and seconds that add up, ready to film',
  },
  icon: 'clapperboard',
  input: videoScriptInput,
  output: videoScriptOutput,
  example: {
    topic: '出租屋十分钟做一碗热汤面',
    seconds: 60,
    style: 'tutorial',
    platform: 'douyin',
    keyPoints: ['一口小锅', '葱油先炸', '面汤别倒'],
    audience: '独居的上班族',
    hook: 'result',
    ending: 'comment',
    people: '一人出镜，只露手和背影',
    location: '十平米厨房，晚上',
    isLandscape: false,
    reference: '',
    requirements: '开头三秒要看到成品',
  },
  titleFrom: 'topic',
  isAdvertising: true,
  sections: [
    titleSection('一行，不超过 30 个字'),
    {
      field: 'hook',
      marker: '开场钩子',
      as: 'line',
      label: { zh: '开场钩子', en: 'Hook' },
      order: '一行，前三秒说的话或看到的画面，不超过 30 个字',
    },
    {
      field: 'shots',
      marker: '分镜',
      as: 'table',
      label: { zh: '分镜', en: 'Shots' },
      order: '一个镜头一行，各行时长相加等于要求的总时长',
      columns: [
        { field: 'scene', heading: '场景', label: { zh: '场景', en: 'Scene' }, as: 'text' },
        { field: 'action', heading: '画面', label: { zh: '画面', en: 'Action' }, as: 'text' },
        { field: 'line', heading: '台词', label: { zh: '台词', en: 'Line' }, as: 'text' },
        { field: 'seconds', heading: '时长（秒）', label: { zh: '秒数', en: 'Seconds' }, as: 'number' },
      ],
    },
    {
      field: 'notes',
      marker: '拍摄提示',
      as: 'markdown',
      label: { zh: '拍摄提示', en: 'Notes' },
      order: 'Markdown 列表，3 到 5 条：机位、收音、道具、字幕、配乐；不需要时留空',
      isOptional: true,
    },
    {
      field: 'tags',
      marker: '话题标签',
      as: 'list',
      label: { zh: '话题标签', en: 'Tags' },
      order: '3 到 6 个，以 # 开头，用顿号分隔',
    },
  ],
  checks: checkScript,
  fields: videoFields,
})
