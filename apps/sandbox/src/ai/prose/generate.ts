import { revised, writeAnswer } from './answer.ts'
import { variations, writeContinuation } from './continue.ts'
import { asSection } from './contract.ts'
import { writePart, writePlan } from './long-work.ts'
import { describePicture } from './picture-prompt.ts'
import { readBrief, type Brief, type PromptMessage } from './read-brief.ts'
import { splitSections } from './texts.ts'
import { createWeaver, type Weaver } from './weaver.ts'

const chats = {
  zh: '收到：“{话}”。这里是墨舟的本地沙盒（沙盒示例），不是真实模型；给我主题、关键词和字数，我会写出一篇示例。',
  en: 'Received: “{话}”. This is a sandbox (沙盒示例), not a real model; send a topic, keywords and a length for a sample.',
}
/** What a thinking model would show before its answer. */
const reasonings = {
  zh: '用户想要的是关于“{题}”的文字，读者是{读者}，关键词{词表}需要自然出现。先定结构，再按要求的格式输出。',
  en: 'Text about {题} is wanted: a scene first, then {词表}, a short close. (sandbox reasoning)',
}

const writers: Record<Brief['task'], (weaver: Weaver, variation: number) => string> = {
  write: writeAnswer,
  continue: writeContinuation,
  plan: writePlan,
  part: writePart,
  picture: describePicture,
  passage: (weaver) => revised(weaver.brief.form.materials['选段'] ?? '', weaver, false),
  chat: ({ brief, phrase }) =>
    phrase(chats[brief.language], { 话: brief.order.replaceAll(/\s+/g, ' ').trim().slice(0, 30) || '…' }),
}

/** The asked sections as the keys of one JSON object, for prompts that set a JSON response format. */
function writeJson(weaver: Weaver): string {
  const usual = ['title', 'summary', 'body', 'keywords'].map((name) => asSection(name, ''))
  const contract = weaver.brief.contract.length > 0 ? weaver.brief.contract : usual
  const sections = splitSections(writeAnswer({ ...weaver, brief: { ...weaver.brief, contract } }))
  return JSON.stringify(Object.fromEntries(sections.map(({ name, text }) => [name, text])))
}

/** The sample of the tool that the prompt is from, woven from what it says; two requests that differ only in `variation` get different prose. */
export function generateProse(request: { messages: readonly PromptMessage[]; wantsJson: boolean; variation: number }) {
  const brief = readBrief(request.messages)
  const weaver = createWeaver(brief, request.variation % variations)
  const text = request.wantsJson ? writeJson(weaver) : writers[brief.task](weaver, request.variation)
  return { text, reasoning: weaver.phrase(reasonings[brief.language]) }
}
