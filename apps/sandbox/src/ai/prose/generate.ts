import type { PromptMessage } from './prompt-message.ts'
import { variations, writeContinuation } from './continue.ts'
import { writePart, writePlan } from './plan-and-part.ts'
import { readBrief, type Brief, type Task } from './read-brief.ts'
import { writeOptimised, writePassage } from './rework.ts'
import { writeTransformed } from './transform.ts'
import { createWeaver, type Weaver } from './weaver.ts'
import { writeSection } from './write-section.ts'
import { writeWhole } from './write-whole.ts'

export interface ProseRequest {
  messages: readonly PromptMessage[]
  wantsJson: boolean
  /** Two requests that differ only here get different prose. */
  variation: number
}

/** A short, honest answer to anything that is no writing task. */
function writeChat({ brief }: Weaver): string {
  const said = Array.from(brief.order.replaceAll(/\s+/g, ' ').trim()).slice(0, 30).join('')
  return brief.language === 'zh'
    ? `收到：“${said}”。这里是墨舟的本地沙盒（沙盒示例），不是真实模型；给我主题、关键词和字数，我会写出一篇示例。`
    : `Received: “${said}”. This is a sandbox (沙盒示例), not a real model; send a topic, keywords and a length for a sample.`
}

const writers: Record<Exclude<Task, 'continue'>, (weaver: Weaver, variation: number) => string> = {
  write: writeWhole,
  optimise: writeOptimised,
  transform: writeTransformed,
  plan: writePlan,
  part: writePart,
  passage: writePassage,
  chat: writeChat,
}

/** The asked sections as the keys of one JSON object, for prompts that set a JSON response format. */
function writeJson(weaver: Weaver): string {
  const { sections } = weaver.brief
  const names = sections.length > 0 ? sections : ['title', 'summary', 'body', 'keywords']
  return JSON.stringify(Object.fromEntries(names.map((name) => [name, writeSection(name, weaver)])))
}

/** What a thinking model would show before its answer. */
function writeReasoning({ brief, topic, words }: Weaver): string {
  if (brief.language === 'en') {
    return `The user wants text about ${topic}. Plan: open with a small scene, explain ${words.join(', ')}, give a list, close briefly. (sandbox reasoning)`
  }
  if (brief.task === 'chat') return '用户发来一条简短的消息，不是写作任务，简单回应并说明这里是沙盒即可。'
  const length = brief.length === null ? '篇幅未限定' : `篇幅约${brief.length}字`
  const reader = brief.audience === null ? '读者未限定' : `读者是${brief.audience}`
  return `用户想要的是关于“${topic}”的文字，${length}，${reader}。先给一个具体场景，再讲道理，中段安排清单，避免说教。关键词需要自然出现：${words.join('、')}。按要求的格式输出。`
}

function write(brief: Brief, weaver: Weaver, request: ProseRequest, variation: number): string {
  if (request.wantsJson) return writeJson(weaver)
  return brief.task === 'continue' ? writeContinuation(brief, variation) : writers[brief.task](weaver, variation)
}

/** The sample of the tool that the prompt is from, with its topic, keywords, length, language and sections. */
export function generateProse(request: ProseRequest): { text: string; reasoning: string } {
  const brief = readBrief(request.messages)
  const variation = request.variation % variations
  const weaver = createWeaver(brief, variation)
  return { text: write(brief, weaver, request, variation), reasoning: writeReasoning(weaver) }
}
