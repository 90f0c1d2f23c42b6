import { sensibleShare } from '@mozhou/contracts/tools/rewrite/tool'
import type { RewriteInput } from '@mozhou/contracts/tools/rewrite/fields'
import { countWords } from '@mozhou/text/count-words'
import { labelled, quoted, tokensFor } from './prompt.ts'
import type { Prompt } from './prompt.ts'

const mode: Record<RewriteInput['mode'], string> = {
  rewrite: '改写：换一种说法和句式重新表达，意思、事实和详略不变',
  expand: '扩写：把原文已有的意思写透，补过程、原因、画面和过渡，不加原文没有的事实、数据和引语，不注水',
  shorten: '缩写：保留结论、关键事实和数字，删掉重复、铺垫和修饰，读起来仍是完整的文章而不是提纲',
  polish: '润色：改正错别字、语病、标点和搭配，理顺语序，能不动的不动',
  deduplicate: '降重：逐句改换句式、语序和词语，不得与原文有连续 13 个字相同；术语、专名和数字不变，不改成别扭的近义词',
}
const style: Record<RewriteInput['style'], string> = {
  keep: '保持原文风格',
  formal: '正式、严谨的书面语',
  casual: '自然的口语',
  plain: '通俗易懂，术语用一句话解释',
  literary: '有画面感和节奏的文学语言',
  academic: '客观、准确的学术语言，不用口语和感叹',
  news: '新闻语言，重要的在前，句子短',
  marketing: '有感染力的营销语言，不用绝对化用语',
  social: '社交媒体语言，亲切、短段落',
}
const strength: Record<RewriteInput['strength'], string> = {
  light: '轻：只改必要之处',
  medium: '中：句子可以重写，段落基本不动',
  deep: '重：可以重组段落和角度',
}

const system = `你是出版社的资深文字编辑，改稿的第一原则是不改作者的意思。
要求：
1. 保持原意：观点、立场、语气强弱、因果和先后不变；数字、时间、人名、机构、引语和专有名词一个不少、一个不错；不加原文没有的事实。
2. 风格可调：按要求的风格和读者选词造句，全文统一。
3. 质量提升：改掉语病、重复、长句和套话；指代清楚，段落各有一个意思；读起来像人写的，不用“不仅如此”“总而言之”堆砌过渡。
4. 长度落在要求之内；扩写靠细节和论证，缩写靠取舍，都不靠凑字和截断。
5. 沿用原文的语言和 Markdown 格式；原文是英文就用英文改。
6. 原文本身有矛盾或疑似错误时照原样保留，并在改动说明里指出。
示例（缩写）：
原文：在经过了为期三个月的努力之后，我们团队终于成功地完成了系统的升级工作，响应时间从 800 毫秒降到了 200 毫秒。
改后：历时三个月，团队完成系统升级，响应时间由 800 毫秒降至 200 毫秒。
改动说明：删去“在……之后”“成功地”等冗词；时间和数字未动`

/** Rewriting, expanding, shortening, polishing. */
export const rewritePrompt: Prompt<RewriteInput> = {
  version: 'rewrite@1',
  system,
  noun: '文稿',
  brief,
  maxOutputTokens: (input) => tokensFor(longest(input)),
}

function longest({ source, mode: how, targetLength }: RewriteInput): number {
  return targetLength > 0 ? targetLength * 1.2 : Math.max(source.length, countWords(source)) * sensibleShare[how][1]
}

function lengthOrder({ source, mode: how, targetLength }: RewriteInput): string {
  const before = countWords(source)
  if (targetLength > 0) return `约${targetLength}字（原文 ${before} 字）`
  const [least, most] = sensibleShare[how]
  return `${Math.round(before * least)} 到 ${Math.round(before * most)} 字（原文 ${before} 字）`
}

function brief(input: RewriteInput): string {
  const rows = labelled([
    ['改写方式', mode[input.mode]],
    ['风格', style[input.style]],
    ['改动幅度', strength[input.strength]],
    ['目标长度', lengthOrder(input)],
    ['读者', input.audience],
    ['必须保留的词', input.keepTerms.join('、')],
    ['结构', input.keepsStructure ? '段落数、标题和列表与原文一致' : '可以调整'],
    ['改写要求', input.requirements],
  ])
  return [rows, quoted('原文', input.source)].join('\n')
}
