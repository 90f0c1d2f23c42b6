import type { Brief } from '../brief.ts'
import type { Voice } from '../voice.ts'

const chinese = [
  '你好！我是墨舟的本地沙盒，这是一条沙盒示例回复，不是真实模型的回答。给我主题、关键词和字数，我会写出一篇像样的示例文章。',
  '收到：“{话}”。这里是沙盒示例回复：接口已连通，流式与用量都按厂商的格式返回，可以继续测试了。',
  '沙盒示例回复：我看到了你的消息“{话}”。真实的答案要等接上真正的模型；在那之前，我可以替它把流程走通。',
  '你好，这里是沙盒。你说的是“{话}”，我先记下；需要看长文效果时，请告诉我主题和字数。（沙盒示例）',
]
const english = [
  'Hello! This is a sandbox reply (沙盒示例), not the answer of a real model. Send a topic, keywords and a length to see a full sample article.',
  'Sandbox reply (沙盒示例): received “{话}”. The connection works; streaming and usage follow the vendor’s own format.',
  'You said “{话}”. A real model will answer once one is connected; until then the sandbox keeps the flow working. (沙盒示例)',
]

/** A short answer to anything that is no writing task. */
export function writeChat(brief: Brief, voice: Voice): string {
  const quoted = Array.from(brief.lastMessage.replaceAll(/\s+/g, ' ').trim()).slice(0, 30).join('')
  return voice.random.pick(brief.language === 'zh' ? chinese : english).replace('{话}', quoted)
}
