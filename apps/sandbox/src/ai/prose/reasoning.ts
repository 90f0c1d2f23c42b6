import type { Brief } from './brief.ts'
import type { Voice } from './voice.ts'

/** What a thinking model would show before its answer. */
export function writeReasoning(brief: Brief, voice: Voice): string {
  if (brief.language === 'en') {
    return `The user wants text about ${voice.topic}. Plan: open with a small scene, explain ${voice.keywords.join(', ')}, give a list, close briefly. (sandbox reasoning)`
  }
  if (brief.task === 'chat') return `用户发来一条简短的消息，不是写作任务，简单回应并说明这里是沙盒即可。`
  const length = brief.length === null ? '篇幅未限定' : `篇幅约${brief.length}字`
  const reader = brief.audience === null ? '读者未限定' : `读者是${brief.audience}`
  const steps = voice.random.shuffle([
    `“${voice.keywords[0] ?? voice.topic}”应当贯穿全文`,
    '先给一个具体场景，再讲道理',
    '中段安排一份清单，方便照做',
    '注意不要写成说教',
    '结尾留一个问题，引导互动',
  ])
  return `用户想要的是关于“${voice.topic}”的文字，${length}，${reader}。思路：${steps.slice(0, 4).join('；')}。关键词需要自然出现：${voice.keywords.join('、')}。按要求的格式输出。`
}
