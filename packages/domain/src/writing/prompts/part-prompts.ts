import { tools } from '@mozhou/contracts/tools/registry'
import type { ToolKey } from '@mozhou/contracts/tools/registry'
import { mainSection } from '@mozhou/contracts/results/sections'
import type { ToolDefinition } from '@mozhou/contracts/tools/tool'
import { outputContract, quoted, tokensFor, optimiseLines } from './prompt.ts'
import type { BuiltPrompt, PromptQuestion, WorkPart } from './prompt.ts'
import { guards, promptOf } from './registry.ts'

/** The outline of a long work. `system`, here and below, is the version that writes, when it is not the code's own. */
export function buildOutlinePrompt(tool: ToolKey, input: unknown, system = promptOf(tool).system): BuiltPrompt {
  const { prompt, form, parts } = partsOf(tool, input)
  const order = `请先给出大纲：${parts.outlineOrder(form)}\n只输出大纲，每行一个部分，格式为“序号. 标题｜要点”，不要写正文。`
  return {
    messages: [
      { role: 'system', content: [system.trim(), guards].join('\n') },
      { role: 'user', content: [prompt.brief(form), order].join('\n\n') },
    ],
    maxOutputTokens: 3_000,
  }
}

/** Text a part is shown of what stands before it: enough to go on from, whatever the length of the whole. */
const rememberedCharacters = 3_000

/** One part of a long work, told its place in the plan and how the text before it ends. */
export function buildPartPrompt(
  tool: ToolKey,
  input: unknown,
  work: { plan: readonly WorkPart[]; index: number; text: string },
  system = promptOf(tool).system,
): BuiltPrompt {
  const { prompt, form, parts } = partsOf(tool, input)
  const part = work.plan[work.index - 1]
  if (!part) throw new Error(`${tool} has no part ${work.index}`)
  const plan = work.plan
    .map(({ title, brief }, at) => `${at + 1}. ${title}${brief === '' ? '' : `｜${brief}`}`)
    .join('\n')
  const written = writtenOf(work.text)
  const order = [
    `现在只写这一部分：${part.title}（第 ${work.index} 部分，共 ${work.plan.length} 部分）`,
    part.brief === '' ? '' : `要点：${part.brief}`,
    parts.partOrder(form, part, { index: work.index, total: work.plan.length }),
    `直接输出这一部分的正文，承接前文，不要重复，${parts.isHeaded ? '不要再写这一部分的标题，' : ''}不要输出标记、说明和其他部分。`,
  ]
  return {
    messages: [
      { role: 'system', content: [system.trim(), guards].join('\n') },
      {
        role: 'user',
        content: [
          parts.partBrief?.(form) ?? prompt.brief(form),
          ...(work.plan.length > 1 ? [quoted('大纲', plan)] : []),
          ...(written === '' ? [] : [quoted('已写内容', written.slice(-(parts.remembered ?? rememberedCharacters)))]),
          order.filter((line) => line !== '').join('\n'),
        ].join('\n\n'),
      },
    ],
    maxOutputTokens: parts.partTokens(form),
  }
}

type OptimiseRequest = NonNullable<PromptQuestion<unknown>['optimise']>

/** One piece of a text that is optimised part by part, with the end of what stands before it in its new wording. */
export function buildOptimisedPartPrompt(
  tool: ToolKey,
  work: { piece: string; title: string; text: string; optimise: OptimiseRequest },
  system = promptOf(tool).system,
): BuiltPrompt {
  const written = writtenOf(work.text)
  const order = [
    `现在只写这一部分：${work.title}`,
    '把本部分原文按优化要求改写，能原样接在已写内容之后：保留标题行、列表、表格和段落的写法，不漏内容，不加内容里没有的事实。',
    '直接输出改写后的文字，不要再写这一部分的标题，不要输出标记和说明，不要重复已写内容。',
  ]
  return {
    messages: [
      { role: 'system', content: [system.trim(), guards].join('\n') },
      {
        role: 'user',
        content: [
          ...optimiseLines(work.optimise),
          ...(written === '' ? [] : [quoted('已写内容', written.slice(-rememberedCharacters))]),
          quoted('本部分原文', work.piece),
          order.join('\n'),
        ].join('\n\n'),
      },
    ],
    maxOutputTokens: tokensFor(work.piece.length * 1.6),
  }
}

/** The sections around a long text, once the text is there. */
export function buildClosingPrompt(
  tool: ToolKey,
  input: unknown,
  work: { text: string; optimise: { request: OptimiseRequest; text: string } | null },
  system = promptOf(tool).system,
): BuiltPrompt {
  const definition: ToolDefinition = tools[tool]
  const prompt = promptOf(tool)
  const form = tools[tool].input.parse(input)
  const main = mainSection(definition.sections)
  const rest = definition.sections.filter((section) => section !== main)
  const { optimise } = work
  return {
    messages: [
      { role: 'system', content: [system.trim(), guards, outputContract(rest)].join('\n') },
      {
        role: 'user',
        content: [
          ...optimiseLines(optimise?.request ?? null),
          prompt.brief(form),
          quoted('已写内容', shortened(work.text)),
          ...(optimise === null || optimise.text === '' ? [] : [quoted('其余部分的现有内容', optimise.text)]),
          optimise === null
            ? '正文已经写完。请按输出格式补上其余部分，不要重复正文。'
            : '正文已经改写完。请按输出格式写出其余部分：以现有内容为底，按优化要求改写，不丢内容，与正文一致；不要重复正文。',
        ].join('\n\n'),
      },
    ],
    maxOutputTokens: 6_000,
  }
}

/** Without the marker of the section that it stands in. */
const writtenOf = (text: string) => text.replace(/^【[^】]*】\s*/u, '').trim()

/** What is longer than any tool's whole text is shown without its middle. */
const closingCharacters = 40_000

function shortened(text: string): string {
  if (text.length <= closingCharacters) return text
  return `${text.slice(0, closingCharacters / 2)}\n……\n${text.slice(-closingCharacters / 2)}`
}

function partsOf(tool: ToolKey, input: unknown) {
  const prompt = promptOf(tool)
  if (!prompt.parts) throw new Error(`${tool} is not written in parts`)
  return { prompt, parts: prompt.parts, form: tools[tool].input.parse(input) }
}
